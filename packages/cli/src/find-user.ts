import type { HelloJohn } from "@hellojohn/node";
import { UsageError } from "./usage-error.js";

/** The id of a user who is named by id or by e-mail address. */
export const userId = async (hj: HelloJohn, user: string): Promise<string> =>
  user.includes("@") ? (await hj.users.getByEmail(user)).id : user;

/** The one user who is named, or nothing when a file names many. */
export function oneOrMany(user: string | undefined, file: string | undefined): string | undefined {
  if (user === undefined && file === undefined)
    throw new UsageError("Name a user by ID or e-mail address, or many with --from-file");
  if (user !== undefined && file !== undefined)
    throw new UsageError("Name either one user or a file of them, not both");
  return user;
}
