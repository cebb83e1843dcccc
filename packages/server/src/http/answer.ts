import { type EndpointName, type HelloJohnError, refusal } from "@hellojohn/contract";
import { type EndpointSchemas, schemas } from "@hellojohn/contract/schemas";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Request } from "./env.js";
import { errorBody } from "./errors.js";
import { etag } from "./if-match.js";
import type { Rate } from "./sliding-window.js";

export function statusOf(name: EndpointName): number {
  const { status = 200 }: EndpointSchemas = schemas[name];
  return status;
}

/** Remembers a limit for the headers; throws when it is used up. */
export function obey(c: Request, rate: Rate): void {
  c.set("rate", rate);
  if (rate.allowed) return;
  throw refusal("rate_limit_exceeded", "Too many calls; try again later", {
    retryAfter: rate.retryAfter,
  });
}

function tellRate(c: Request): void {
  const rate = c.get("rate");
  if (!rate) return;
  c.header("X-RateLimit-Limit", String(rate.limit));
  c.header("X-RateLimit-Remaining", String(rate.remaining));
  c.header("X-RateLimit-Reset", String(rate.resetAt));
}

const versionOf = (wire: unknown): number | undefined => {
  const version = (wire as { version?: unknown } | null)?.version;
  return typeof version === "number" ? version : undefined;
};

/** An answer with the headers that belong to it; without a body when there is nothing to tell. */
export function answerWith(c: Request, status: number, wire: unknown): Response {
  tellRate(c);
  const version = versionOf(wire);
  if (version !== undefined) c.header("ETag", etag(version));
  if (status === 204) return c.body(null, 204);
  return c.json(wire as object, status as ContentfulStatusCode);
}

export function refuseWith(c: Request, error: HelloJohnError): Response {
  if (error.retryAfter !== undefined) c.header("Retry-After", String(error.retryAfter));
  return answerWith(c, error.status, errorBody(error, c.get("origin").requestId));
}
