import { type Endpoint, type EndpointName, endpoints, HelloJohnError } from "@hellojohn/contract";
import { parseBody, parseQuery } from "@hellojohn/contract/schemas";
import type { Context } from "../context.js";
import { enqueueMail } from "../mail/outbox.js";
import { audit } from "../services/audit.js";
import type { Caller, Operation } from "../services/call.js";
import { isId } from "../store/ids.js";
import { answerWith, obey, tell } from "./answer.js";
import { makeAuthenticator } from "./authenticate.js";
import { type Body, readBody } from "./body.js";
import type { Request } from "./env.js";
import { assertFields, assertOpen } from "./guard.js";
import { AlreadyDone, idempotency } from "./idempotency.js";
import { parseIfMatch, versionOf } from "./if-match.js";
import type { RateLimiter } from "./rate-limiter.js";
import { run } from "./run.js";
import { isStream, streamWith } from "./stream.js";

const noBody: Body = { bytes: new Uint8Array(), value: {} };
const noQuery = new URLSearchParams();

/** Most calls have no query; reading their whole address for it would be in vain. */
const queryIn = (url: string): URLSearchParams =>
  url.includes("?") ? new URL(url).searchParams : noQuery;

const tenantIdOf = (caller: Caller): string => (caller.kind === "none" ? "*" : caller.tenant.id);

/** What is counted together: a session, a key, or an app's visitors at one address. */
function bucketOf(caller: Caller, network: string): string {
  if (caller.kind === "session") return caller.user.session_id;
  if (caller.kind === "key") return caller.keyId;
  return caller.kind === "publishable" ? `${caller.keyId}:${network}` : network;
}

/** Refusals that an administrator will want to read about. */
const worthKeeping = new Set(["field_not_editable", "impersonation_forbidden"]);

async function keepRefusal(operation: Operation, name: EndpointName, c: Request, error: unknown) {
  const { caller, context } = operation;
  if (!HelloJohnError.is(error) || !worthKeeping.has(error.code)) return;
  const own = caller.kind === "session" && endpoints[name].bearer !== "admin";
  const target = c.req.param("id") ?? "";
  await audit(context.database.sql, operation, {
    type: "user.change_refused",
    resourceId: own ? caller.user.id : isId(target) ? target : null,
    reason: error.code,
    changedFields: Object.keys(error.fields),
    metadata: { endpoint: name },
  });
}

/** Makes what answers a row of the table: who calls, how often, with what; then the handler. */
export function makeRoute(context: Context, limiter: RateLimiter) {
  const authenticate = makeAuthenticator(context);

  async function callerOf(c: Request, endpoint: Endpoint): Promise<Caller> {
    const { network } = c.get("origin");
    const now = c.get("now");
    const headers = {
      authorization: c.req.header("authorization"),
      tenantId: c.req.header("x-tenant-id"),
    };
    try {
      return await authenticate(endpoint, headers, now);
    } catch (error) {
      // Guessing is counted too.
      obey(c, await limiter("read", "*", network, now));
      throw error;
    }
  }

  function operationOf(c: Request, caller: Caller): Operation & { mailed: () => boolean } {
    const now = c.get("now");
    const tenantId = tenantIdOf(caller);
    let mailed = false;
    return {
      context,
      caller,
      now,
      origin: c.get("origin"),
      ifMatch: parseIfMatch(c.req.header("if-match")),
      limit: async (name, key) => obey(c, await limiter(name, tenantId, key, now)),
      async mail(sql, tenant, recipient, mail) {
        await enqueueMail(sql, { ...mail, tenantId: tenant, recipient, createdAt: now });
        mailed = true;
      },
      mailed: () => mailed,
    };
  }

  return async (c: Request, name: EndpointName): Promise<Response> => {
    const endpoint: Endpoint = endpoints[name];
    const { method } = endpoint;
    const reads = method === "GET" || endpoint.reads === true;
    const caller = await callerOf(c, endpoint);
    const bucket = bucketOf(caller, c.get("origin").network);
    const limit = reads ? "read" : "write";
    obey(c, await limiter(limit, tenantIdOf(caller), bucket, c.get("now")));
    const operation = operationOf(c, caller);
    const { bytes, value } = method === "GET" ? noBody : await readBody(c.req.raw);
    const header = reads ? undefined : c.req.header("idempotency-key");
    const once =
      header === undefined
        ? undefined
        : idempotency(context, header, {
            caller,
            method,
            path: c.req.path,
            bytes,
            now: operation.now,
          });
    const replay = async () => {
      const first = await once?.find();
      if (!first) return undefined;
      tell(c, "Idempotency-Replayed", "true");
      return answerWith(c, { ...first, version: versionOf(JSON.parse(first.text)) });
    };
    const replayed = once && (await replay());
    if (replayed) return replayed;

    try {
      assertOpen(name, caller);
      assertFields(name, caller, value);
      const body: unknown = parseBody(name, value);
      const query: unknown = parseQuery(name, queryIn(c.req.url));
      const answer = await run(name, operation, { body, query, params: c.req.param() }, once);
      if (operation.mailed()) context.mail.nudge();
      if (isStream(answer)) return streamWith(c, answer, context.log);
      return answerWith(c, answer);
    } catch (error) {
      // The same call in parallel may have been first.
      const done = error instanceof AlreadyDone || once ? await replay() : undefined;
      if (done) return done;
      await keepRefusal(operation, name, c, error);
      throw error;
    }
  };
}
