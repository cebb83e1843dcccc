import { HelloJohnError, refusal, snakeCase } from "@hellojohn/contract";

/** An id of our own, for what never reached HelloJohn. */
const newRequestId = (): string => `req_${crypto.randomUUID().replaceAll("-", "")}`;

/** What a caller is told; a failure on our side of the wire is ours, and says no more. */
function publicError(error: HelloJohnError): HelloJohnError {
  if (error.status >= 400) return error;
  const { retryAfter } = error;
  return refusal("service_unavailable", "HelloJohn cannot be reached; try again", { retryAfter });
}

const challenges: Record<number, string> = {
  401: 'Bearer error="invalid_token"',
  403: 'Bearer error="insufficient_scope"',
};

const challengeOf = ({ code, status }: HelloJohnError) =>
  code === "missing_token" ? "Bearer" : challenges[status];

/** A refusal in the API's own form: status, headers and body. */
export function refusalOf(error: HelloJohnError, options: { challenge?: boolean } = {}) {
  const shown = publicError(error);
  const { code, message, status, fields, retryAfter, requestId = newRequestId() } = shown;
  const challenge = options.challenge ? challengeOf(shown) : undefined;
  const named = Object.entries(fields).map(([name, reasons]) => [snakeCase(name), reasons]);
  const headers: Record<string, string> = {
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
    "X-Request-Id": requestId,
    ...(challenge ? { "WWW-Authenticate": challenge } : {}),
    ...(retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) }),
  };
  const body = {
    error: {
      ...{ code, message, status, request_id: requestId },
      ...(named.length > 0 ? { fields: Object.fromEntries(named) } : {}),
    },
  };
  return { status, headers, body };
}

/** The same as a web answer. */
export function errorAnswer(error: HelloJohnError, options?: { challenge?: boolean }): Response {
  const { status, headers, body } = refusalOf(error, options);
  return new Response(JSON.stringify(body), { status, headers });
}
