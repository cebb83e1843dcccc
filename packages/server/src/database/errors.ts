import { HelloJohnError, refusal } from "@hellojohn/contract";

/** The five characters PostgreSQL tells an error by, or nothing. */
export const sqlState = (error: unknown): string | undefined => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : undefined;
};

/** Another transaction stood in the way; the same one may succeed now. */
const passing = new Set(["40001", "40P01"]);

/** Text that PostgreSQL cannot hold: NUL, or broken Unicode. */
const unstorable = new Set(["22021", "22P05"]);

/** The server is away, full, starting or going. */
const away =
  /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|08\w{3}|53\w{3}|57P0[1-3])$/;

export const isPassing = (error: unknown): boolean => passing.has(sqlState(error) ?? "");

/** A prepared statement whose tables have changed since; only a new connection forgets it. */
export const isStalePlan = (error: unknown): boolean =>
  sqlState(error) === "0A000" && /cached plan/.test((error as Error).message);

/** What a caller may see of a driver's error; anything it should not see stays as it is. */
export function readable(error: unknown): unknown {
  if (HelloJohnError.is(error)) return error;
  const code = sqlState(error) ?? "";
  if (unstorable.has(code))
    return refusal("validation_failed", "Remove NUL and broken characters", { cause: error });
  const lost = /Connection terminated|timeout exceeded when trying to connect/;
  if (away.test(code) || lost.test(error instanceof Error ? error.message : ""))
    return refusal("service_unavailable", "The database cannot be reached; try again", {
      retryAfter: 1,
      cause: error,
    });
  return error;
}

/** An SQL error in a transaction was caught and the transaction went on; nothing of it is kept. */
export class TakenBackError extends Error {
  override readonly name = "TakenBackError";

  constructor() {
    super("The transaction was taken back: a statement in it had failed");
  }
}
