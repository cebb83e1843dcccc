import { type FieldMessages, HelloJohnError } from "./errors.js";
import { fromWire, isObject } from "./wire.js";

const textOf = (value: unknown) => (typeof value === "string" && value) || undefined;

/** Seconds to wait; the header holds a number or a date. */
function retryAfterOf(headers: Headers): number | undefined {
  const header = headers.get("Retry-After");
  if (!header) return undefined;
  const seconds = Number(header);
  const wait = seconds >= 0 ? seconds : (Date.parse(header) - Date.now()) / 1000;
  return wait >= 0 ? Math.ceil(wait) : undefined;
}

/** What stands between us and the API answers in its own words. */
const codeOfStatus = (status: number) =>
  status === 429 ? "rate_limit_exceeded" : status >= 500 ? "service_unavailable" : undefined;

function errorOf({ status, headers }: Response, body: unknown): HelloJohnError {
  // The old form is flat: `{error: "code", message}`.
  const flat = isObject(body) ? body : {};
  const told = isObject(flat["error"]) ? flat["error"] : { ...flat, code: flat["error"] };
  const { code, message, fields, requestId, challengeId, current }: Record<string, unknown> =
    fromWire(told);
  const inAWord = textOf(code) ?? codeOfStatus(status) ?? "invalid_response";
  return new HelloJohnError(inAWord, textOf(message) ?? `The server answered ${status}`, {
    status,
    fields: isObject(fields) ? (fields as FieldMessages) : {},
    requestId: textOf(requestId) ?? headers.get("X-Request-Id") ?? undefined,
    retryAfter: retryAfterOf(headers),
    current,
    challengeId: textOf(challengeId),
  });
}

/** Reads an answer of the API: its body in TypeScript's spelling, or throws what was refused. */
export function readAnswer(response: Response, text: string): unknown {
  let body: unknown;
  try {
    body = text === "" ? undefined : JSON.parse(text);
  } catch {
    body = text;
  }
  if (!response.ok) throw errorOf(response, body);
  if (body !== undefined && !isObject(body))
    throw new HelloJohnError(
      "invalid_response",
      "That was not the HelloJohn API; look at `apiUrl`",
      { status: response.status },
    );
  return fromWire(body);
}
