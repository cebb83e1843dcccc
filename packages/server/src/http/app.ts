import { type EndpointName, endpoints, refusal } from "@hellojohn/contract";
import { Hono } from "hono";
import type { Context } from "../context.js";
import { requestLog } from "../request-log.js";
import { obey, refuseWith } from "./answer.js";
import { corsFor } from "./cors.js";
import type { Env, Request } from "./env.js";
import { envelope } from "./envelope.js";
import { publicError } from "./errors.js";
import { makeRateLimiter } from "./rate-limiter.js";
import { makeRoute } from "./route.js";
import { wellKnown } from "./well-known.js";

/** The API as a function from request to answer. Its routes are the endpoint table's rows. */
export function createApp(context: Context): Hono {
  const { config, log, clock = () => new Date() } = context;
  const app = new Hono<Env>();
  const limiter = makeRateLimiter(context);
  const route = makeRoute(context, limiter);

  app.onError((thrown, c) => {
    const { error, expected } = publicError(thrown);
    if (!expected) log.error({ err: thrown, request_id: c.get("origin").requestId }, "failed");
    return refuseWith(c, error);
  });
  app.notFound(async (c: Request) => {
    obey(c, await limiter("read", "*", c.get("origin").network, c.get("now")));
    return refuseWith(c, refusal("not_found", "There is nothing at this address"));
  });

  app.use(requestLog(log), envelope(config.trustedProxies, clock), corsFor(config.allowedOrigins));
  for (const name of Object.keys(endpoints) as EndpointName[]) {
    const { method, path } = endpoints[name];
    app.on(method, path, (c) => route(c, name));
  }
  app.route("/", wellKnown(context));
  // Whoever adds routes to it needs nothing of what this API keeps in a request.
  return app as unknown as Hono;
}
