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
    const ip = addressOf(socketAddress, () => c.req.header("x-forwarded-for"));
    c.set("now", now);
    c.set("origin", {
      ...{ requestId, ip, network: addressGroup(ip) },
      userAgent: readable(c.req.header("user-agent")),
    });
    const headers = {
      "X-Request-Id": requestId,
      "X-HelloJohn-Version": apiVersion,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
      Date: now.toUTCString(),
    };
    c.set("headers", headers);
    await next();
    if (!c.get("told"))
      for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
  };
}
