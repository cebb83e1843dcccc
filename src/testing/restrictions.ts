import { type ErrorCode, refusal, type RestrictedAction } from "@hellojohn/contract";
import type { Operation } from "./call.js";
import type { FakeUser } from "./make-user.js";

type Asker = Pick<Operation, "state" | "caller" | "key">;

const actions = ["disable", "delete", "demote", "impersonate"] as const;

function isLastAdmin({ state }: Asker, { id, disabled }: FakeUser): boolean {
  if (disabled) return false;
  for (const other of state.users.values())
    if (other.role === "admin" && !other.disabled && other.id !== id) return false;
  return true;
}

/** The code with which an action on this person is refused, or nothing. */
export function restrictionOf(
  asker: Asker,
  action: RestrictedAction,
  user: FakeUser,
): ErrorCode | undefined {
  const { caller, key } = asker;
  if (caller?.actor === "impersonator") return "impersonation_forbidden";
  const isSelf = user.id === caller?.user.id;
  if (action === "impersonate") {
    if (isSelf) return "self_action";
    const mayAll = key?.scopes.includes("*") === true;
    return user.role === "admin" && !mayAll ? "insufficient_permissions" : undefined;
  }
  if (user.role !== "admin") return undefined;
  if (isLastAdmin(asker, user)) return "last_admin";
  return isSelf ? "self_action" : undefined;
}

/** Every action that would be refused, by its code. */
export const restrictionsOf = (asker: Asker, user: FakeUser): Record<string, string> =>
  Object.fromEntries(
    actions.flatMap((action) => {
      const code = restrictionOf(asker, action, user);
      return code ? [[action, code]] : [];
    }),
  );

const explain: Partial<Record<ErrorCode, string>> = {
  last_admin: "The tenant would be left without an administrator",
  self_action: "Ask another administrator to do this to your account",
  insufficient_permissions: "Only a key with the scope * may be an administrator",
};

/** Refuses what would leave a tenant without its administrator, or what one may not do to oneself. */
export function assertUnrestricted(asker: Asker, action: RestrictedAction, user: FakeUser): void {
  const code = restrictionOf(asker, action, user);
  if (code) throw refusal(code, explain[code] ?? code);
}
