import { refuseFields, refusal } from "@hellojohn/contract";
import { type Handlers, signedIn } from "../call.js";
import { sendVerification, takeToken } from "../mail.js";
import { assertFree, meView, write } from "../users.js";

const cooldownMs = 60_000;

export const email: Handlers<"verifyEmail" | "resendEmail" | "cancelEmail"> = {
  verifyEmail(call) {
    const { user, actor } = signedIn(call);
    const { state } = call;
    const proven = takeToken(state, call.body.token, "email", user.id);
    assertFree(state, proven.email, user.id);
    write(state, user, { email: proven.email, emailVerified: true, pendingEmail: null });
    return meView(state, user, actor);
  },

  resendEmail(call) {
    const { user, actor } = signedIn(call);
    const { state } = call;
    const address = user.pendingEmail ?? (user.emailVerified ? null : user.email);
    if (address === null)
      throw refuseFields({
        pendingEmail: [{ code: "nothing_pending", message: "No address waits to be confirmed" }],
      });
    const waitMs = (state.lastMailAt.get(user.id) ?? -Infinity) + cooldownMs - state.clock.now();
    if (waitMs > 0)
      throw refusal("rate_limit_exceeded", "A mail was sent less than a minute ago", {
        retryAfter: Math.ceil(waitMs / 1000),
      });
    sendVerification(state, user, address);
    return meView(state, user, actor);
  },

  cancelEmail(call) {
    const { user, actor } = signedIn(call);
    const { state } = call;
    for (const [token, held] of state.mailedTokens)
      if (held.purpose === "email" && held.userId === user.id && held.email === user.pendingEmail)
        state.mailedTokens.delete(token);
    if (user.pendingEmail !== null) write(state, user, { pendingEmail: null });
    return meView(state, user, actor);
  },
};
