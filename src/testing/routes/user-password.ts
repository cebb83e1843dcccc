import { refusal, type UserChanged } from "@hellojohn/contract";
import { audit } from "../audit.js";
import type { Handlers, Operation } from "../call.js";
import { forgetTokens, sendInvitation, sendMail, sendPasswordReset } from "../mail.js";
import type { FakeUser } from "../make-user.js";
import { assertStrong } from "../passwords.js";
import { endSessions } from "../sessions.js";
import { adminView, change, getUser, statusOf } from "../users.js";

const changed = (call: Operation, user: FakeUser, ends: boolean): UserChanged => ({
  sessionsRevoked: ends ? endSessions(call, user.id) : 0,
  user: adminView(user),
});

/** Gives a person another password and tells her. */
export function setPassword(call: Operation, user: FakeUser, password: string): void {
  change(call, user, { password }, "user.password_set");
  forgetTokens(call.state, user.id, "password", "invitation");
  sendMail(call.state, user.email, "Your password was changed", "An administrator set it.");
}

/** Mails a link to choose a password with; whoever never had one is invited again. */
export function mailLink(call: Operation, user: FakeUser): void {
  const isInvited = statusOf({ ...user, disabled: false }) === "pending";
  audit(call, {
    type: isInvited ? "user.invited" : "user.password_reset_requested",
    resourceId: user.id,
  });
  if (isInvited) sendInvitation(call.state, user);
  else sendPasswordReset(call.state, user);
}

export const userPassword: Handlers<"setUserPassword" | "sendPasswordReset"> = {
  setUserPassword(call) {
    const { state, body, caller } = call;
    const user = getUser(state, call.params["id"]);
    if (caller?.user.id === user.id)
      throw refusal("self_action", "Change your own password with the current one");
    assertStrong(state, body.password, "password");
    setPassword(call, user, body.password);
    return changed(call, user, body.signOutAllSessions ?? false);
  },

  sendPasswordReset(call) {
    const user = getUser(call.state, call.params["id"]);
    mailLink(call, user);
    return changed(call, user, call.body.revokeSessions ?? false);
  },
};
