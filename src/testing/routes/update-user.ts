import { type AdminUser, refuseFields, refusal } from "@hellojohn/contract";
import type { Call, Caller } from "../call.js";
import { sendMail, sendVerification } from "../mail.js";
import type { FakeUser } from "../make-user.js";
import { endSessions } from "../sessions.js";
import type { State } from "../state.js";
import { assertVersion } from "../versions.js";
import {
  adminView,
  assertFree,
  type Changes,
  getUser,
  mergeMetadata,
  profileChanges,
  write,
} from "../users.js";
import { assertRecent } from "./profile.js";

type Body = Call<"updateUser">["body"];

const refuse = (field: string, code: string, message: string) =>
  refuseFields({ [field]: [{ code, message }] });

/** `disabled` and `status` say the same thing. */
function accessChanges({ disabled, status, role }: Body, user: FakeUser): Changes {
  // Unverified is what the rest of her says; it can be left as it is, not set.
  if (status !== undefined && !["active", "disabled", adminView(user).status].includes(status))
    throw refuse("status", "invalid_choice", "Use active or disabled");
  const asked = status === undefined ? disabled : status === "disabled";
  if (disabled !== undefined && asked !== disabled)
    throw refuse("status", "contradiction", "disabled and status say different things");
  return {
    ...(role === undefined ? {} : { role }),
    ...(asked === undefined ? {} : { disabled: asked }),
  };
}

/** So do `metadata` and `private_metadata`, towards an administrator. */
function metadataChanges(body: Body, user: FakeUser): Changes {
  const { metadata, privateMetadata = metadata, publicMetadata } = body;
  if (metadata !== undefined && metadata !== privateMetadata)
    throw refuse("metadata", "duplicate_field", "Send private_metadata alone");
  const merged = (kind: "publicMetadata" | "privateMetadata", patch?: Record<string, unknown>) =>
    patch && { [kind]: mergeMetadata(user, kind, patch) };
  return {
    ...merged("publicMetadata", publicMetadata),
    ...merged("privateMetadata", privateMetadata),
  };
}

/** With `email_verified: true` an address is the administrator's word; without, it waits for proof. */
function addressChanges({ email, emailVerified }: Body, user: FakeUser, isNew: boolean): Changes {
  const verified = emailVerified === undefined ? {} : { emailVerified };
  if (!isNew)
    return { ...(email === undefined || email === user.email ? {} : { email }), ...verified };
  return emailVerified === true
    ? { email, pendingEmail: null, emailVerified }
    : { pendingEmail: email };
}

/** Refuses to take the role, the access or the account from the last administrator, or from oneself. */
export function assertNotLastAdmin(state: State, caller: Caller | undefined, user: FakeUser): void {
  const others = [...state.users.values()].filter(
    ({ id, role, disabled }) => role === "admin" && !disabled && id !== user.id,
  );
  if (others.length === 0)
    throw refusal("last_admin", "The tenant would be left without an administrator");
  if (caller?.user.id === user.id)
    throw refusal("self_action", "Ask another administrator to do this to your account");
}

/** A person changed by an administrator. */
export function updateUser(call: Call<"updateUser">): AdminUser {
  const { state, params, body, caller } = call;
  const user = getUser(state, params["id"] ?? "");
  const { email, emailVerified, currentPassword } = body;
  const isNew = email !== undefined && email.toLowerCase() !== user.email.toLowerCase();
  if (caller && (currentPassword !== undefined || (isNew && emailVerified !== true)))
    assertRecent(state, caller, currentPassword);
  assertVersion(call, user, () => adminView(user));
  const changes = {
    ...profileChanges(body),
    ...addressChanges(body, user, isNew),
    ...accessChanges(body, user),
    ...metadataChanges(body, user),
  };
  if (isNew) assertFree(state, email, user.id);
  const demotes = changes.role !== undefined && changes.role !== "admin";
  if (user.role === "admin" && !user.disabled && (changes.disabled === true || demotes))
    assertNotLastAdmin(state, caller, user);
  if (body.revokeSessions ?? changes.disabled === true) endSessions(state, user.id);
  if (Object.keys(changes).length === 0) return adminView(user);
  write(state, user, changes);
  if (isNew && emailVerified !== true) {
    sendVerification(state, user, email);
    sendMail(state, user.email, "Your email address is about to change", `To ${email}.`);
  }
  return adminView(user);
}
