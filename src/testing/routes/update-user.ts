import { type AdminUser, type Metadata, refusal } from "@hellojohn/contract";
import type { Call, Caller } from "../call.js";
import { sendVerification } from "../mail.js";
import type { FakeUser } from "../make-user.js";
import { endSessions } from "../sessions.js";
import type { State } from "../state.js";
import { adminView, assertFree, type Changes, getUser, mergeMetadata, write } from "../users.js";

/** Everything the schema lets through; `metadata` is private to an administrator, `phone` an alias. */
type Body = Call<"updateUser">["body"] & {
  metadata?: Metadata;
  phone?: string | null;
  revokeSessions?: boolean;
  currentPassword?: string;
};

const defined = (changes: Changes): Changes =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));

function assertAllowed(state: State, caller: Caller | undefined, user: FakeUser, next: Changes) {
  const losing =
    user.role === "admin" &&
    (next.disabled === true || (next.role !== undefined && next.role !== "admin"));
  if (!losing) return;
  if (caller?.user.id === user.id)
    throw refusal("self_action", "Ask another administrator to do this to you");
  const admins = [...state.users.values()].filter(
    ({ role, disabled }) => role === "admin" && !disabled,
  );
  if (admins.length === 1) throw refusal("last_admin", "Make someone else an administrator first");
}

/** A person changed by an administrator. */
export function updateUser({ state, params, body, caller }: Call<"updateUser">): AdminUser {
  const user = getUser(state, params["id"] ?? "");
  const { email, emailVerified, disabled, status, ...rest }: Body = body;
  const isNew = email !== undefined && email.toLowerCase() !== user.email.toLowerCase();
  const isProven = emailVerified === true;
  const privatePatch = rest.privateMetadata ?? rest.metadata;
  const next = defined({
    name: rest.name,
    firstName: rest.firstName,
    lastName: rest.lastName,
    avatarUrl: rest.avatarUrl,
    phoneNumber: rest.phoneNumber === undefined ? rest.phone : rest.phoneNumber,
    role: rest.role,
    email: isNew && !isProven ? undefined : email,
    pendingEmail: isNew ? (isProven ? null : email) : undefined,
    emailVerified: isNew && !isProven ? undefined : emailVerified,
    disabled: disabled ?? (status === undefined ? undefined : status === "disabled"),
    publicMetadata:
      rest.publicMetadata && mergeMetadata(user, "publicMetadata", rest.publicMetadata),
    privateMetadata: privatePatch && mergeMetadata(user, "privateMetadata", privatePatch),
  });
  if (isNew) assertFree(state, email, user.id);
  assertAllowed(state, caller, user, next);
  write(state, user, next);
  if (isNew && !isProven) sendVerification(state, user, email);
  if (rest.revokeSessions ?? next.disabled === true) endSessions(state, user.id);
  return adminView(user);
}
