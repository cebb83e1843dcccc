import { HelloJohnError, refusal, snakeCase, toWire } from "@hellojohn/contract";
import { sqlState } from "../database/errors.js";
import { emailTaken } from "../services/change-email.js";

/** Two rules that the database itself holds, for the moment between a look and a write. */
function fromDatabase(error: unknown): HelloJohnError | undefined {
  const { constraint } = error as { constraint?: unknown };
  if (sqlState(error) === "23505" && constraint === "users_email") return emailTaken();
  if (sqlState(error) === "23503")
    return refusal("user_not_found", "The user was deleted in the meantime");
  return undefined;
}

/** What a caller gets to see; nothing of an error that was not meant for her. */
export function publicError(error: unknown): { error: HelloJohnError; expected: boolean } {
  if (HelloJohnError.is(error)) return { error, expected: error.status < 500 };
  const known = fromDatabase(error);
  if (known) return { error: known, expected: true };
  return {
    error: refusal("internal_error", "Something went wrong here; the request id tells us what"),
    expected: false,
  };
}

/** The body of a refusal. */
export function errorBody(error: HelloJohnError, requestId: string) {
  const { code, message, status, fields, current, challengeId } = error;
  const named = Object.entries(fields).map(([name, reasons]) => [snakeCase(name), reasons]);
  return {
    error: {
      code,
      message,
      status,
      request_id: requestId,
      ...(named.length > 0 ? { fields: Object.fromEntries(named) } : {}),
      ...(current === undefined ? {} : { current: toWire(current) }),
      ...(challengeId === undefined ? {} : { challenge_id: challengeId }),
    },
  };
}
