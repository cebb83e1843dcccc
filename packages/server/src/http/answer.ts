import { type EndpointName, type HelloJohnError, refusal } from "@hellojohn/contract";
import { type EndpointSchemas, schemas } from "@hellojohn/contract/schemas";
import type { Request } from "./env.js";
import { errorBody } from "./errors.js";
import { etag } from "./if-match.js";
import type { Rate } from "./sliding-window.js";

/** What is answered, before its headers. */
export interface Answer {
  status: number;
  /** JSON; `null` when the answer has no body. */
  text: string;
  version?: number | undefined;
}

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

/** Adds a header to the answer to come. */
export const tell = (c: Request, name: string, value: string): void => {
  c.get("headers")[name] = value;
};

export function tellRate(c: Request): void {
  const rate = c.get("rate");
  if (!rate) return;
  tell(c, "X-RateLimit-Limit", String(rate.limit));
  tell(c, "X-RateLimit-Remaining", String(rate.remaining));
  tell(c, "X-RateLimit-Reset", String(rate.resetAt));
}

/** An answer with all its headers, made at once: setting them one by one costs more than the rest of it. */
export function answerWith(c: Request, { status, text, version }: Answer): Response {
  tellRate(c);
  if (version !== undefined) tell(c, "ETag", etag(version));
  c.set("told", true);
  const headers = c.get("headers");
  if (status === 204) return new Response(null, { status, headers });
  headers["Content-Type"] = "application/json";
  return new Response(text, { status, headers });
}

export function refuseWith(c: Request, error: HelloJohnError): Response {
  if (error.retryAfter !== undefined) tell(c, "Retry-After", String(error.retryAfter));
  const text = JSON.stringify(errorBody(error, c.get("origin").requestId));
  return answerWith(c, { status: error.status, text });
}
