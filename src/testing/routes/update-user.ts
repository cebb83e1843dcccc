import { refuseFields, type UserDetails } from "@hellojohn/contract";
import type { Call } from "../call.js";
import { applyChange, targetOf } from "../change-user.js";
import { forgetTokens, sendMail, sendVerification } from "../mail.js";
import type { FakeUser } from "../make-user.js";
import { metadataChanges } from "../metadata-changes.js";
import { profileChanges } from "../profile-changes.js";
import { userDetails } from "../user-details.js";
import { assertDomain, assertFree, type Changes, getUser, statusOf } from "../users.js";
import { assertRecent } from "./profile.js";

type Body = Call<"updateUser">["body"];

const refuse = (field: string, code: string, message: string) =>
  refuseFields({ [field]: [{ code, message }] });

/** `disabled` and `status` say the same thing. */
function accessChanges({ disabled, status, role }: Body, user: FakeUser): Changes {
  // Unverified is what the rest of her says; it can be left as it is, not set.
  if (status !== undefined && !["active", "disabled", statusOf(user)].includes(status))
    throw refuse("status", "invalid_choice", "Use active or disabled");
  const asked = status === undefined ? disabled : status === "disabled";
  if (disabled !== undefined && asked !== disabled)
    throw refuse("status", "contradiction", "disabled and status say different things");
  return {
    ...(role === undefined ? {} : { role }),
    ...(asked === undefined ? {} : { disabled: asked }),
  };
}

/** With `email_verified: true` an address is the administrator's word; without, it waits for proof. */
function addressChanges({ email, emailVerified }: Body, user: FakeUser, isNew: boolean): Changes {
  const verified = emailVerified === undefined ? {} : { emailVerified };
  if (email === undefined) return verified;
  if (!isNew) return { ...(email === user.email ? {} : { email }), ...verified };
  return emailVerified === true
    ? { email, pendingEmail: null, emailVerified }
    : { pendingEmail: email };
}

/** A person changed by an administrator. */
export function updateUser(call: Call<"updateUser">): UserDetails {
  const { state, params, body, caller } = call;
  const user = getUser(state, params["id"]);
  const { email, emailVerified, currentPassword } = body;
  const isNew = email !== undefined && email.toLowerCase() !== user.email.toLowerCase();
  if (caller && (currentPassword !== undefined || (isNew && emailVerified !== true)))
    assertRecent(state, caller, currentPassword);
  targetOf(call);
  const changes = {
    ...profileChanges(body),
    ...addressChanges(body, user, isNew),
    ...accessChanges(body, user),
    ...metadataChanges(body, user),
  };
  if (isNew) assertDomain(state, email);
  if (isNew) assertFree(state, email, user.id);
  applyChange(call, user, { changes, revoke: body.revokeSessions });
  if (isNew && emailVerified === true) forgetTokens(state, user.id, "password", "invitation");
  if (isNew && emailVerified !== true) {
    sendVerification(state, user, email);
    sendMail(state, user.email, "Your email address is about to change", `To ${email}.`);
  }
  return userDetails(call, user);
}
