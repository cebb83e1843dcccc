import { refusal } from "@hellojohn/contract";
import { audit } from "../audit.js";
import type { Call, Handlers, Operation } from "../call.js";
import { applyChange, targetOf } from "../change-user.js";
import { forgetTokens, sendInvitation, sendMail, sendPasswordReset } from "../mail.js";
import type { FakeUser } from "../make-user.js";
import { assertStrong } from "../passwords.js";
import { endSessions } from "../sessions.js";
import { expireChallenges } from "../totp.js";
import { adminView, getUser } from "../users.js";

type Named = Operation & Pick<Call, "params">;

/** Refuses one's own account: a found, open browser must not set a password without the current one. */
export function assertPasswordFor(
  { state, params, caller }: Named,
  field: "password" | "temporaryPassword",
  password: string,
): void {
  const user = getUser(state, params["id"]);
  if (caller?.user.id === user.id)
    throw refusal("self_action", "Change your own password with your current one");
  assertStrong(state, password, field);
}

/** Sets a person's password, tells her, and lets no link work that was mailed before. */
export function setPassword(
  call: Operation,
  user: FakeUser,
  { password, revoke }: { password: string; revoke: boolean },
): number {
  const { state } = call;
  const given = { changes: { password }, revoke, type: "user.password_set" };
  const sessionsRevoked = applyChange(call, user, given);
  forgetTokens(state, user.id, "password", "invitation");
  expireChallenges(state, user.id);
  state.failures.delete(user.email.toLowerCase());
  sendMail(state, user.email, "An administrator set your password", "The old one is no more.");
  return sessionsRevoked;
}

/** Mails a person the link to set a password: an invitation while she has none. */
export function sendLink(call: Operation, user: FakeUser): void {
  if (user.disabled)
    throw refusal("validation_failed", "This user is disabled; enable her first", {
      fields: { status: [{ code: "account_disabled", message: "Enable the user first" }] },
    });
  const isInvited = user.password === "";
  const send = isInvited ? sendInvitation : sendPasswordReset;
  send(call.state, user);
  const type = isInvited ? "user.invited" : "user.password_reset_requested";
  audit(call, { type, resourceId: user.id });
}

export const userPassword: Handlers<"setUserPassword" | "sendPasswordReset"> = {
  setUserPassword(call) {
    const { password, signOutAllSessions: revoke = false } = call.body;
    assertPasswordFor(call, "password", password);
    const user = targetOf(call);
    const sessionsRevoked = setPassword(call, user, { password, revoke });
    return { user: adminView(user), sessionsRevoked };
  },

  sendPasswordReset(call) {
    const user = targetOf(call);
    sendLink(call, user);
    const sessionsRevoked = call.body.revokeSessions ? endSessions(call, user.id) : 0;
    return { user: adminView(user), sessionsRevoked };
  },
};
