import { refusal } from "@hellojohn/contract";
import type { Secrets } from "../../secrets.js";
import { seal, unseal } from "../../store/secret-text.js";

/** What a cursor holds for: the list, whose it is, its conditions and its order. */
export type CursorSubject = readonly unknown[];

const keyOf = (secrets: Secrets, subject: CursorSubject) =>
  secrets.hmac("cursor", JSON.stringify(subject));

/** Where the next page begins, as text that holds for this subject alone and shows nobody's address. */
export const sealCursor = (secrets: Secrets, subject: CursorSubject, position: unknown): string =>
  seal(keyOf(secrets, subject), JSON.stringify(position));

/** Reads what `sealCursor` wrote for the same subject, and refuses any other text. */
export function openCursor<Position>(
  secrets: Secrets,
  subject: CursorSubject,
  cursor: string,
): Position {
  try {
    // Decoding passes over stray characters; only the text that was given out may open.
    if (Buffer.from(cursor, "base64url").toString("base64url") !== cursor)
      throw new Error("This is not the text of a cursor");
    return JSON.parse(unseal(keyOf(secrets, subject), cursor)) as Position;
  } catch (cause) {
    throw refusal("invalid_cursor", "Start again without this cursor: it belongs to another list", {
      cause,
    });
  }
}
