import { randomUUID } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { addressGroup, makeAddressReader } from "./client-address.js";
import type { Env } from "./env.js";

/** The version of the API, as the OpenAPI document names it. */
const apiVersion = "1.0.0";

const longestUserAgent = 512;

/** Control characters of a header never reach a log or a row. */
const readable = (text: string | undefined): string | null =>
  text?.replace(/[\p{Cc}\p{Cs}]/gu, "").slice(0, longestUserAgent) || null;

/** Gives every request its number, its time and its origin, and every answer the headers that tell them. */
export function envelope(
  trustedProxies: readonly string[],
  clock: () => Date,
): MiddlewareHandler<Env> {
  const addressOf = makeAddressReader(trustedProxies);
  return async (c, next) => {
    const now = clock();
    const requestId = `req_${randomUUID().replaceAll("-", "")}`;
    const socketAddress = c.env?.incoming?.socket?.remoteAddress;
    c.set("now", now);
    const ip = addressOf(socketAddress, c.req.header("x-forwarded-for"));
    c.set("origin", {
      ...{ requestId, ip, network: addressGroup(ip) },
      userAgent: readable(c.req.header("user-agent")),
    });
    c.header("X-Request-Id", requestId);
    c.header("X-HelloJohn-Version", apiVersion);
    c.header("X-Content-Type-Options", "nosniff");
    c.header("Cache-Control", "no-store");
    c.header("Date", now.toUTCString());
    await next();
  };
}
