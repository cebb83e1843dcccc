import { refusal, type SignedIn } from "@hellojohn/contract";
import { audit, type Logged } from "../audit.js";
import type { Handlers } from "../call.js";
import { sendVerification } from "../mail.js";
import { type FakeUser, makeUser } from "../make-user.js";
import { assertStrong } from "../passwords.js";
import { startSession } from "../sessions.js";
import type { State } from "../state.js";
import { issueTokens } from "../tokens.js";
import { takeChallenge } from "../totp.js";
import { addUser } from "../people.js";
import { assertDomain, assertFree, findByEmail, getUser, meView } from "../users.js";

const challengeMs = 300_000;
const lockAfter = 10;
const lockMs = 900_000;

function answer(call: Logged, user: FakeUser, method: "password" | "totp" | "sign_up"): SignedIn {
  const { state } = call;
  user.lastSignInAt = state.clock.date();
  state.revision += 1;
  const session = issueTokens(state, startSession(state, user));
  const metadata = { session_id: session.id, method };
  audit(call, { type: "user.signed_in", resourceId: user.id, userId: user.id, metadata });
  return { user: meView(state, user, "self"), session };
}

function assertUnlocked(state: State, email: string): void {
  const leftMs = (state.failures.get(email.toLowerCase())?.lockedUntil ?? 0) - state.clock.now();
  if (leftMs > 0)
    throw refusal("account_locked", "Too many wrong passwords; try again later", {
      retryAfter: Math.ceil(leftMs / 1000),
    });
}

function noteFailure(call: Logged, email: string, userId: string | null): void {
  const { state } = call;
  const count = (state.failures.get(email.toLowerCase())?.count ?? 0) + 1;
  const isLocked = count >= lockAfter;
  const lockedUntil = isLocked ? state.clock.now() + lockMs : 0;
  state.failures.set(email.toLowerCase(), { count: count % lockAfter, lockedUntil });
  audit(call, { type: "user.sign_in_failed", resourceId: userId });
  if (isLocked) audit(call, { type: "user.locked", resourceId: userId });
}

export const signIn: Handlers<"signUp" | "signIn" | "verifyTotp"> = {
  signUp(call) {
    const { state, body } = call;
    assertDomain(state, body.email);
    assertStrong(state, body.password, "password");
    assertFree(state, body.email);
    const { email, password, name = null, firstName = null, lastName = null } = body;
    const user = makeUser({
      id: state.makeId("usr"),
      tenantId: state.tenantId,
      ...{ email, password, name, firstName, lastName },
      emailVerified: false,
      createdAt: state.clock.date(),
    });
    addUser(state, user);
    audit(call, { type: "user.signed_up", resourceId: user.id, userId: user.id });
    sendVerification(state, user, email);
    return answer(call, user, "sign_up");
  },

  signIn(call) {
    const { state, body } = call;
    assertUnlocked(state, body.email);
    const user = findByEmail(state, body.email);
    if (user?.password !== body.password) {
      noteFailure(call, body.email, user?.id ?? null);
      throw refusal("invalid_credentials", "The email address or the password is not right");
    }
    state.failures.delete(body.email.toLowerCase());
    if (user.disabled) {
      const reason = "account_disabled";
      audit(call, { type: "user.sign_in_refused", resourceId: user.id, reason });
      throw refusal(reason, "This account is disabled");
    }
    if (!user.mfaEnrolled) return answer(call, user, "password");
    const challengeId = state.makeId("chl");
    const expiresAt = state.clock.now() + challengeMs;
    state.challenges.set(challengeId, { userId: user.id, expiresAt, triesLeft: 5, used: false });
    throw refusal("mfa_required", "Send the code of the authenticator app", { challengeId });
  },

  verifyTotp(call) {
    const { state, body } = call;
    const { userId } = takeChallenge(state, body.challengeId, body.code);
    const user = getUser(state, userId);
    if (user.disabled) throw refusal("account_disabled", "This account is disabled");
    return answer(call, user, "totp");
  },
};
