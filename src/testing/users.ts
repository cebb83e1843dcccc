import {
  type Actor,
  type AdminUser,
  editableBy,
  type Me,
  mergePatch,
  metadata,
  type Metadata,
  refuseFields,
  refusal,
  type UserField,
  type UserStatus,
} from "@hellojohn/contract";
import type { FakeUser } from "./make-user.js";
import type { State } from "./state.js";

export type Changes = Partial<Record<UserField, unknown>>;

const displayName = ({ name, firstName, lastName }: FakeUser) =>
  name ?? ([firstName, lastName].filter(Boolean).join(" ") || null);

const statusOf = ({ disabled, emailVerified }: FakeUser): UserStatus =>
  disabled ? "disabled" : emailVerified ? "active" : "unverified";

/** The person as an administrator sees her. */
export function adminView(user: FakeUser): AdminUser {
  const { password: _, ...fields } = user;
  return structuredClone({
    ...fields,
    name: displayName(user),
    status: statusOf(user),
    metadata: user.privateMetadata,
  });
}

/** The person as she sees herself, with what this actor may edit. */
export function meView(state: State, user: FakeUser, actor: Actor): Me {
  const { privateMetadata: _, ...view } = adminView(user);
  const { userEditableMetadataKeys, passwordPolicy } = state.config;
  return {
    ...view,
    metadata: view.publicMetadata,
    editable: editableBy(actor, userEditableMetadataKeys, passwordPolicy),
  };
}

export const findByEmail = (state: State, email: string): FakeUser | undefined =>
  [...state.users.values()].find((user) => user.email.toLowerCase() === email.toLowerCase());

export function getUser(state: State, id: string): FakeUser {
  const user = state.users.get(id);
  if (!user) throw refusal("user_not_found", "There is no such user");
  return user;
}

/** Refuses an address that is someone else's, or of a domain the tenant does not take. */
export function assertFree(state: State, email: string, userId?: string): void {
  const holder = findByEmail(state, email);
  if (holder && holder.id !== userId) {
    const message = "This address belongs to another account";
    throw refusal("email_already_exists", message, {
      fields: { email: [{ code: "email_already_exists", message }] },
    });
  }
  const domains = state.config.allowedEmailDomains;
  const domain = email.split("@")[1]?.toLowerCase() ?? "";
  if (domains.length > 0 && !domains.some((allowed) => allowed.toLowerCase() === domain)) {
    const message = `Use an address of ${domains.join(" or ")}`;
    throw refuseFields({ email: [{ code: "domain_not_allowed", message }] });
  }
}

/** Merges a patch into one kind of metadata; the limits hold for the result too. */
export function mergeMetadata(
  user: FakeUser,
  kind: "publicMetadata" | "privateMetadata",
  patch: Metadata,
): Metadata {
  const merged = mergePatch(user[kind], patch);
  const answer = metadata(merged);
  if ("refused" in answer) throw refuseFields({ [kind]: [answer.refused] });
  return merged;
}

const profileFields = ["name", "firstName", "lastName", "avatarUrl", "phoneNumber"] as const;

type Profile = { [Field in (typeof profileFields)[number] | "phone"]?: string | null };

/** The profile fields of an input, without what it leaves out; `phone` is an alias. */
export function profileChanges({ phone, ...given }: Profile): Changes {
  if (phone !== undefined && given.phoneNumber !== undefined && phone !== given.phoneNumber)
    throw refuseFields({
      phone: [{ code: "duplicate_field", message: "Send phone_number alone" }],
    });
  const fields: Profile = phone === undefined ? given : { ...given, phoneNumber: phone };
  return Object.fromEntries(
    profileFields
      .filter((field) => fields[field] !== undefined)
      .map((field) => [field, fields[field]]),
  );
}

/** Writes values that were checked, and what follows from them. */
export function write(state: State, user: FakeUser, changes: Changes): void {
  const before = { ...user };
  const splitName = "firstName" in changes || "lastName" in changes;
  if (splitName && !("name" in changes)) user.name = null;
  Object.assign(user, changes);
  if (user.phoneNumber !== before.phoneNumber) user.phoneVerified = false;
  user.version += 1;
  user.updatedAt = state.clock.date();
}
