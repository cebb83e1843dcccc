import { audit } from "../audit.js";
import { type Handlers, signedIn } from "../call.js";
import { badToken, forgetTokens, sendMail, sendPasswordReset, takeToken } from "../mail.js";
import { assertPassword, assertStrong } from "../passwords.js";
import { endSessions, liveSessions } from "../sessions.js";
import { expireChallenges } from "../totp.js";
import { assertMyVersion } from "../versions.js";
import { change, findByEmail, getUser, write } from "../users.js";

export const passwords: Handlers<"changePassword" | "forgotPassword" | "resetPassword"> = {
  changePassword(call) {
    const { user, session } = signedIn(call);
    const { state } = call;
    const { currentPassword, newPassword, revokeOtherSessions = true } = call.body;
    assertPassword(user, currentPassword);
    assertStrong(state, newPassword, "newPassword");
    assertMyVersion(call);
    change(call, user, { password: newPassword }, "user.password_changed");
    session.provenAt = state.clock.now();
    forgetTokens(state, user.id, "password", "invitation");
    sendMail(state, user.email, "Your password was changed", "If this was not you, tell us.");
    return { sessionsRevoked: revokeOtherSessions ? endSessions(call, user.id, session.id) : 0 };
  },

  forgotPassword(call) {
    const { state, body } = call;
    const user = findByEmail(state, body.email);
    audit(call, { type: "user.password_reset_requested", resourceId: user?.id ?? null });
    if (user && !user.disabled) sendPasswordReset(state, user);
    return {};
  },

  resetPassword(call) {
    const { state, body } = call;
    assertStrong(state, body.newPassword, "newPassword");
    const taken = takeToken(state, body.token, ["password", "invitation"]);
    const user = getUser(state, taken.userId);
    // The link proves the address it was mailed to, which may not be hers any more.
    if (user.email.toLowerCase() !== taken.email.toLowerCase()) throw badToken("expired");
    write(state, user, { password: body.newPassword, emailVerified: true });
    forgetTokens(state, user.id, "password", "invitation");
    state.failures.delete(user.email.toLowerCase());
    for (const session of liveSessions(state, user.id)) session.ended = true;
    expireChallenges(state, user.id);
    const isInvited = taken.purpose === "invitation";
    audit(call, {
      type: isInvited ? "user.invitation_accepted" : "user.password_reset",
      resourceId: user.id,
      userId: user.id,
      changedFields: ["password"],
    });
    if (isInvited) return;
    sendMail(state, user.email, "Your password was changed", "If this was not you, tell us.");
  },
};
