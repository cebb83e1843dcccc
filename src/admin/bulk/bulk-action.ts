import type { Permissions, UserDetails } from "@hellojohn/contract";
import { refusalOf } from "../react/user-actions.js";

/** What is done to every chosen user. */
export type BulkAction =
  | {
      readonly name: "disable" | "enable" | "delete";
      /** Kept in the log with each user's event. */
      readonly reason?: string | undefined;
    }
  | { readonly name: "resetPassword" | "revokeSessions" }
  | { readonly name: "role"; readonly role: string };

export type BulkActionName = BulkAction["name"];

/** In the order of a toolbar. */
export const bulkActions: readonly BulkActionName[] = [
  "resetPassword",
  "revokeSessions",
  "role",
  "enable",
  "disable",
  "delete",
];

/** What it is when it is done to one: another role is an edit like any other. */
export const singly = (name: BulkActionName): Exclude<BulkActionName, "role"> | "edit" =>
  name === "role" ? "edit" : name;

/** A chosen user, as far as a run knows her: of someone no longer found, the id. */
export type BulkTarget = Pick<UserDetails, "id"> &
  Partial<Pick<UserDetails, "email" | "name" | "role" | "status" | "disabled" | "restrictions">>;

/** The code with which this would be refused of a user, told before it is tried; nothing when it may be tried. */
export function bulkRefusalOf(
  action: BulkAction,
  { status, disabled = false, ...user }: BulkTarget,
  permissions: Permissions | undefined,
): string | undefined {
  if (!status) return "user_not_found";
  // It would end the session that the run needs, or what that session may do.
  if (action.name !== "resetPassword" && user.id === permissions?.actorId) return "self_action";
  const code = refusalOf(singly(action.name), { status, disabled, ...user }, permissions);
  if (code || action.name !== "role") return code;
  return user.role === action.role ? "already_role" : user.restrictions?.["demote"];
}
