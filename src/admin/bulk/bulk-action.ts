import type { EndpointName, Permissions, UserDetails } from "@hellojohn/contract";
import { refusalOf, userActions } from "../react/user-actions.js";

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

/** In the order of a toolbar; the log keeps a reason for some of them, and some take something away. */
export const bulkActions = {
  resetPassword: {},
  revokeSessions: {},
  role: {},
  enable: { takesReason: true },
  disable: { takesReason: true, isDanger: true },
  delete: { takesReason: true, isDanger: true },
} as const satisfies Record<BulkActionName, { takesReason?: boolean; isDanger?: boolean }>;

/** The endpoint without which there is nothing to choose. */
export const operationOf = (name: BulkActionName): EndpointName =>
  userActions[name === "role" ? "edit" : name].operation;

/** A chosen user, as far as a run needs to know her. */
export type BulkTarget = Pick<
  UserDetails,
  "id" | "email" | "name" | "role" | "status" | "disabled" | "restrictions"
>;

/** The code with which this would be refused of a user, told before it is tried; nothing when it may be tried. */
export function bulkRefusalOf(
  action: BulkAction,
  user: BulkTarget,
  permissions: Permissions | undefined,
): string | undefined {
  // It would end the session that the run needs.
  if (action.name === "revokeSessions" && user.id === permissions?.actorId) return "self_action";
  if (action.name !== "role") return refusalOf(action.name, user, permissions);
  return (
    refusalOf("edit", user, permissions) ??
    (user.role === action.role ? "already_role" : user.restrictions?.["demote"])
  );
}
