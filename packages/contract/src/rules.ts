import { boolean, type Check, filled, line, oneOf } from "./checks.js";
import { metadata } from "./metadata.js";
import { profileChecks } from "./profile-checks.js";
import type { AdminUser } from "./user.js";
import type { SnakeCase } from "./wire.js";

/** Who is asking: the person herself, someone impersonating her, or an administrator (or secret key). */
export type Actor = "self" | "impersonator" | "admin";

/** A field of the user; `metadata` is an alias and has no row of its own. */
export type UserField = Exclude<keyof AdminUser, "metadata">;

interface Rule {
  editors: readonly Actor[];
  /** Present on every field that someone may edit. */
  check?: Check<unknown>;
}

const fixed = { editors: [] } as const satisfies Rule;
const everyone = ["self", "impersonator", "admin"] as const;
const owners = ["self", "admin"] as const;
const admins = ["admin"] as const;

/** Who may edit a field, and to what. The server obeys this table; forms, types and tests read along. */
export const rules = {
  id: fixed,
  tenantId: fixed,
  name: { editors: everyone, check: profileChecks.name },
  firstName: { editors: everyone, check: profileChecks.firstName },
  lastName: { editors: everyone, check: profileChecks.lastName },
  avatarUrl: { editors: everyone, check: profileChecks.avatarUrl },
  phoneNumber: { editors: everyone, check: profileChecks.phoneNumber },
  phoneVerified: fixed,
  email: { editors: owners, check: profileChecks.email },
  pendingEmail: fixed,
  emailVerified: { editors: admins, check: boolean },
  /** The person edits only the keys her tenant allows (`user_editable_metadata_keys`). */
  publicMetadata: { editors: owners, check: metadata },
  privateMetadata: { editors: admins, check: metadata },
  role: { editors: admins, check: filled(line(64)) },
  status: { editors: admins, check: oneOf("active", "disabled", "pending", "unverified") },
  disabled: { editors: admins, check: boolean },
  mfaEnrolled: fixed,
  createdAt: fixed,
  updatedAt: fixed,
  lastSignInAt: fixed,
  version: fixed,
} as const satisfies Record<UserField, Rule>;

export type EditableBy<A extends Actor> = {
  [F in UserField]: A extends (typeof rules)[F]["editors"][number] ? F : never;
}[UserField];

/** The same input in the wire's spelling, which every method takes too. */
export type AnySpelling<T> = T & {
  [K in keyof T as K extends string ? SnakeCase<K> : never]?: T[K];
};

/** Everything may be left out, or be `undefined`. */
export type Optional<T> = { [K in keyof T]?: T[K] | undefined };

/** A change of the user by this actor; fields she may not edit do not compile. */
export type UpdateBy<A extends Actor> = AnySpelling<Partial<Pick<AdminUser, EditableBy<A>>>>;

/** What a person may send about herself. `currentPassword` goes with a new e-mail address. */
export type UpdateProfileInput = AnySpelling<
  Partial<Pick<AdminUser, Exclude<EditableBy<"self">, "publicMetadata">>> & {
    currentPassword?: string;
    phone?: string | null;
  }
>;

/** What an administrator may send about someone; what is not a field of the user goes with the change. */
export type UpdateUserInput = UpdateBy<"admin"> &
  AnySpelling<{
    metadata?: Record<string, unknown>;
    phone?: string | null;
    revokeSessions?: boolean;
    currentPassword?: string;
  }>;

/** Why a field is refused to an actor. */
export type RefusalReason =
  | "system_managed"
  | "admin_only"
  | "impersonation"
  | "no_editable_keys"
  | "key_not_editable";

/** The row of a field, or nothing when there is no such field. */
export const ruleOf = (field: string): Rule | undefined =>
  Object.hasOwn(rules, field) ? rules[field as UserField] : undefined;

/** Nothing when the actor may edit the field, else the reason why not. */
export function refusalReason(actor: Actor, field: UserField): RefusalReason | undefined {
  const editors: readonly Actor[] = rules[field].editors;
  if (editors.includes(actor)) return undefined;
  if (editors.length === 0) return "system_managed";
  return editors.includes("self") ? "impersonation" : "admin_only";
}

export function canEdit<A extends Actor>(actor: A, field: UserField): field is EditableBy<A> {
  return refusalReason(actor, field) === undefined;
}

export const userFields = Object.keys(rules) as UserField[];
