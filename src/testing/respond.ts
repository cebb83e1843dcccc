import { type EndpointName, HelloJohnError, snakeCase, toWire } from "@hellojohn/contract";
import { type EndpointSchemas, schemas } from "@hellojohn/contract/schemas";
import type { Attachment, Operation } from "./call.js";
import type { State } from "./state.js";

const limit = 1000;

function headers(state: State, requestId: string): Headers {
  return new Headers({
    "Cache-Control": "no-store",
    Date: state.clock.date().toUTCString(),
    "X-HelloJohn-Version": "1",
    "X-RateLimit-Limit": String(limit),
    "X-RateLimit-Remaining": String(limit - 1),
    "X-RateLimit-Reset": String(Math.ceil(state.clock.now() / 1000) + 60),
    "X-Request-Id": requestId,
  });
}

const json = (body: unknown, status: number, init: Headers) => {
  init.set("Content-Type", "application/json");
  return new Response(JSON.stringify(body), { status, headers: init });
};

const isAttachment = (reply: object): reply is Attachment =>
  "contentType" in reply && "filename" in reply;

/** The answer of success, with the status the schemas say. */
export function success(
  { state, origin }: Operation,
  name: EndpointName,
  reply: unknown,
): Response {
  const { status = 200 }: EndpointSchemas = schemas[name];
  const init = headers(state, origin.requestId);
  if (typeof reply !== "object" || reply === null)
    return new Response(null, { status, headers: init });
  if (isAttachment(reply)) {
    init.set("Content-Type", reply.contentType);
    init.set("Content-Disposition", `attachment; filename="${reply.filename}"`);
    return new Response(reply.text, { status, headers: init });
  }
  if ("version" in reply) init.set("ETag", `"${String(reply.version)}"`);
  return json(toWire(reply), status, init);
}

/** A refusal as the API words it. Anything else is a fault of the fake and is thrown on. */
export function failure(state: State, requestId: string, error: unknown): Response {
  if (!HelloJohnError.is(error)) throw error;
  const init = headers(state, requestId);
  if (error.retryAfter !== undefined) init.set("Retry-After", String(error.retryAfter));
  const { code, message, status, current, challengeId } = error;
  const named = Object.entries(error.fields).map(([field, why]) => [snakeCase(field), why]);
  const fields = named.length > 0 ? Object.fromEntries(named) : undefined;
  const body = toWire({ code, message, status, requestId, challengeId, current });
  return json({ error: Object.assign({}, body, fields && { fields }) }, status, init);
}
