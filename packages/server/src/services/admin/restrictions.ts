import { type ErrorCode, refusal, type RestrictedAction } from "@hellojohn/contract";
import type { Sql } from "../../database/sql.js";
import { findAdmins, lockAdmins } from "../../store/admins.js";
import type { UserRow } from "../../store/users.js";
import { type Operation, tenantOf } from "../call.js";

/** What decides about every user alike: who asks, and who else could still administer. */
export interface Standing {
  actorId: string | undefined;
  impersonates: boolean;
  mayAll: boolean;
  /** At most two. */
  adminIds: readonly string[];
}

export async function standingOf(sql: Sql, operation: Operation): Promise<Standing> {
  const { caller } = operation;
  return {
    actorId: caller.kind === "session" ? caller.user.id : undefined,
    impersonates: caller.kind === "session" && caller.actor === "impersonator",
    mayAll: caller.kind === "key" && caller.scopes.includes("*"),
    adminIds: await findAdmins(sql, tenantOf(operation).id),
  };
}

type Subject = Pick<UserRow, "id" | "role" | "disabled">;

/** The code with which an action on this user is refused, or nothing. */
export function restrictionOf(
  action: RestrictedAction,
  { id, role, disabled }: Subject,
  { actorId, impersonates, mayAll, adminIds }: Standing,
): ErrorCode | undefined {
  if (impersonates) return "impersonation_forbidden";
  if (action === "impersonate") {
    if (id === actorId) return "self_action";
    return role === "admin" && !mayAll ? "insufficient_permissions" : undefined;
  }
  if (role !== "admin") return undefined;
  if (!disabled && adminIds.every((each) => each === id)) return "last_admin";
  return id === actorId ? "self_action" : undefined;
}

const actions = ["disable", "delete", "demote", "impersonate"] as const;

/** Every action that would be refused, by its code. */
export function restrictionsOf(row: UserRow, standing: Standing): Record<string, string> {
  const restrictions: Record<string, string> = {};
  for (const action of actions) {
    const code = restrictionOf(action, row, standing);
    if (code) restrictions[action] = code;
  }
  return restrictions;
}

const explain: Partial<Record<ErrorCode, string>> = {
  last_admin: "The tenant would be left without an administrator",
  self_action: "Ask another administrator to do this to your account",
  insufficient_permissions: "Only a key with the scope * may be an administrator",
  impersonation_forbidden: "Not while impersonating",
};

export const restricted = (code: ErrorCode) => refusal(code, explain[code] ?? code);

/** Refuses to take the role, the access or the account from a tenant's last administrator, or from oneself. */
export async function assertUnrestricted(
  sql: Sql,
  operation: Operation,
  { action, row }: { action: Exclude<RestrictedAction, "impersonate">; row: UserRow },
): Promise<void> {
  if (row.role !== "admin") return;
  await lockAdmins(sql, row.tenant_id);
  const code = restrictionOf(action, row, await standingOf(sql, operation));
  if (code) throw restricted(code);
}
