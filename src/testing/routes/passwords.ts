import { type Handlers, signedIn } from "../call.js";
import { forgetTokens, sendMail, sendPasswordReset, takeToken } from "../mail.js";
import { assertPassword, assertStrong } from "../passwords.js";
import { endSessions } from "../sessions.js";
import { assertMyVersion } from "../versions.js";
import { findByEmail, getUser, write } from "../users.js";

export const passwords: Handlers<"changePassword" | "forgotPassword" | "resetPassword"> = {
  changePassword(call) {
    const { user, session } = signedIn(call);
    const { state } = call;
    const { currentPassword, newPassword, revokeOtherSessions = true } = call.body;
    assertPassword(user, currentPassword);
    assertStrong(state, newPassword, "newPassword");
    assertMyVersion(call);
    user.password = newPassword;
    session.provenAt = state.clock.now();
    forgetTokens(state, user.id, "password");
    write(state, user, {});
    sendMail(state, user.email, "Your password was changed", "If this was not you, tell us.");
    return { sessionsRevoked: revokeOtherSessions ? endSessions(state, user.id, session.id) : 0 };
  },

  forgotPassword({ state, body }) {
    const user = findByEmail(state, body.email);
    if (user && !user.disabled) sendPasswordReset(state, user);
    return {};
  },

  resetPassword({ state, body }) {
    assertStrong(state, body.newPassword, "newPassword");
    const user = getUser(state, takeToken(state, body.token, "password").userId);
    user.password = body.newPassword;
    // The link came by mail, so the address is hers.
    write(state, user, { emailVerified: true });
    state.failures.delete(user.email.toLowerCase());
    endSessions(state, user.id);
    sendMail(state, user.email, "Your password was changed", "If this was not you, tell us.");
  },
};
