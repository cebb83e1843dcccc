import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { Logger } from "pino";
import type { Env } from "./http/env.js";

/** One line for each answer. The path is the route's, so that no id and no token of a query is kept. */
export const requestLog =
  (log: Logger): MiddlewareHandler<Env> =>
  async (c, next) => {
    const began = performance.now();
    await next();
    if (!log.isLevelEnabled("info")) return;
    const path = routePath(c, -1);
    log.info(
      {
        request_id: c.get("origin").requestId,
        method: c.req.method,
        path: path.endsWith("*") ? "unknown" : path,
        status: c.res.status,
        ms: Math.round((performance.now() - began) * 10) / 10,
      },
      "answered",
    );
  };
