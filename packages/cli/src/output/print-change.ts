import type { UserDetails } from "@hellojohn/node";
import { say } from "../failure.js";
import type { Format } from "./formats.js";
import { printJson } from "./print.js";
import { printUser } from "./print-user.js";

interface Change {
  user: UserDetails;
  sessionsRevoked: number;
}

export const sessionsEnded = (count: number): string =>
  `${count} ${count === 1 ? "session" : "sessions"} ended`;

/** The user as she is now, and in words what was done. */
export async function printChange(change: Change, verb: string, format: Format): Promise<void> {
  await (format === "json" ? printJson(change) : printUser(change.user, format));
  const ended = change.sessionsRevoked > 0 ? `; ${sessionsEnded(change.sessionsRevoked)}` : "";
  say(`${verb} ${change.user.email}${ended}`);
}
