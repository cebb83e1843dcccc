import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";

/** Lets the configured origins call from a browser, and nobody else. Bearers travel in a header, so no cookies do. */
export function corsFor(allowedOrigins: readonly string[]): MiddlewareHandler {
  const handle = cors({
    origin: (origin) =>
      allowedOrigins.includes("*") ? "*" : allowedOrigins.includes(origin) ? origin : null,
    allowMethods: ["GET", "POST", "PATCH", "DELETE"],
    allowHeaders: ["Authorization", "Content-Type", "If-Match", "Idempotency-Key", "X-Tenant-ID"],
    exposeHeaders: [
      "Date",
      "ETag",
      "Idempotency-Replayed",
      "Retry-After",
      "X-HelloJohn-Version",
      "X-RateLimit-Limit",
      "X-RateLimit-Remaining",
      "X-RateLimit-Reset",
      "X-Request-Id",
    ],
    maxAge: 600,
  });
  // Only a browser names an origin; a server's calls need not pay for this.
  return (c, next) => (c.req.header("origin") === undefined ? next() : handle(c, next));
}
