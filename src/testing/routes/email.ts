import { refuseFields, refusal } from "@hellojohn/contract";
import { type Handlers, signedIn } from "../call.js";
import { badToken, forgetTokens, sendVerification, takeToken } from "../mail.js";
import { assertMyVersion } from "../versions.js";
import { assertFree, change, meView } from "../users.js";

const cooldownMs = 60_000;

export const email: Handlers<"verifyEmail" | "resendEmail" | "cancelEmail"> = {
  verifyEmail(call) {
    const { user, actor } = signedIn(call);
    const { state } = call;
    assertMyVersion(call);
    const proven = takeToken(state, call.body.token, ["email"], user.id);
    if (proven.email === user.pendingEmail) {
      assertFree(state, proven.email, user.id);
      forgetTokens(state, user.id, "password");
      const changes = { email: proven.email, emailVerified: true, pendingEmail: null };
      change(call, user, changes, "user.email_changed");
    } else if (proven.email.toLowerCase() === user.email.toLowerCase())
      change(call, user, { emailVerified: true }, "user.email_verified");
    else throw badToken("invalid_token");
    return meView(state, user, actor);
  },

  resendEmail(call) {
    const { user, actor } = signedIn(call);
    const { state } = call;
    assertMyVersion(call);
    const address = user.pendingEmail ?? (user.emailVerified ? null : user.email);
    if (address === null)
      throw refuseFields({
        email: [{ code: "nothing_to_verify", message: "The address is verified already" }],
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
    assertMyVersion(call);
    if (user.pendingEmail === null) return meView(state, user, actor);
    forgetTokens(state, user.id, "email");
    change(call, user, { pendingEmail: null });
    return meView(state, user, actor);
  },
};
