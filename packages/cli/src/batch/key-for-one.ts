import { createHash } from "node:crypto";

/** One idempotency key for each user of one list: the same list again, within a day, sends no second mail. */
export const keyForOne = (id: string, users: readonly string[]): string =>
  createHash("sha256")
    .update([id, ...users].join("\n"))
    .digest("hex");
