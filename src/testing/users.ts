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
  snakeCase,
  type UserStatus,
} from "@hellojohn/contract";
import { audit, type Logged } from "./audit.js";
import type { FakeUser } from "./make-user.js";
import type { State } from "./state.js";

export type Changes = Partial<FakeUser>;

export const displayName = ({ name, firstName, lastName }: FakeUser) =>
  name ?? ([firstName, lastName].filter(Boolean).join(" ") || null);

export const statusOf = ({ disabled, emailVerified, password }: FakeUser): UserStatus => {
  if (disabled) return "disabled";
  if (password === "") return "pending";
  return emailVerified ? "active" : "unverified";
};

/** The person as an administrator sees her. */
export function adminView(user: FakeUser): AdminUser {
  const { password: _, ...fields } = user;
  return {
    ...fields,
    name: displayName(user),
    status: statusOf(user),
    metadata: user.privateMetadata,
  };
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

export function findByEmail(state: State, email: string): FakeUser | undefined {
  const wanted = email.toLowerCase();
  for (const user of state.users.values()) if (user.email.toLowerCase() === wanted) return user;
  return undefined;
}

export function getUser(state: State, id: string | undefined): FakeUser {
  const user = id === undefined ? undefined : state.users.get(id);
  if (!user) throw refusal("user_not_found", "There is no such user");
  return user;
}

/** Refuses an address that is someone else's. */
export function assertFree(state: State, email: string, userId?: string): void {
  const holder = findByEmail(state, email);
  if (!holder || holder.id === userId) return;
  const message = "This address belongs to another account";
  throw refusal("email_already_exists", message, {
    fields: { email: [{ code: "email_already_exists", message }] },
  });
}

/** Refuses an address of a domain the tenant does not take. */
export function assertDomain({ config }: State, email: string): void {
  const domains = config.allowedEmailDomains;
  const domain = email.split("@")[1]?.toLowerCase() ?? "";
  if (domains.length === 0 || domains.some((allowed) => allowed.toLowerCase() === domain)) return;
  const message = `Use an address of ${domains.join(" or ")}`;
  throw refuseFields({ email: [{ code: "domain_not_allowed", message }] });
}

/** Merges a patch into one kind of metadata; the limits hold for the result too. */
export function mergeMetadata(
  user: Pick<FakeUser, "publicMetadata" | "privateMetadata">,
  kind: "publicMetadata" | "privateMetadata",
  patch: Metadata,
): Metadata {
  const merged = mergePatch(user[kind], patch);
  const answer = metadata(merged);
  if ("refused" in answer) throw refuseFields({ [kind]: [answer.refused] });
  return merged;
}

/** Writes values that were checked, and what follows from them; answers the names of all that was written. */
export function write(state: State, user: FakeUser, changes: Changes): string[] {
  const splitName = "firstName" in changes || "lastName" in changes;
  const isNewNumber = changes.phoneNumber !== undefined && changes.phoneNumber !== user.phoneNumber;
  const written: Changes = {
    ...changes,
    ...(splitName && !("name" in changes) ? { name: null } : {}),
    ...(isNewNumber ? { phoneVerified: false } : {}),
  };
  Object.assign(user, written);
  user.version += 1;
  user.updatedAt = state.clock.date();
  state.revision += 1;
  return Object.keys(written).map(snakeCase);
}

/** The same, told to the log. */
export function change(call: Logged, user: FakeUser, changes: Changes, type = "user.updated") {
  const changedFields = write(call.state, user, changes);
  return audit(call, { type, resourceId: user.id, changedFields });
}
