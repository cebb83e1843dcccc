import { cors } from "hono/cors";

/** Lets the configured origins call from a browser, and nobody else. Bearers travel in a header, so no cookies do. */
export const corsFor = (allowedOrigins: readonly string[]) =>
  cors({
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
