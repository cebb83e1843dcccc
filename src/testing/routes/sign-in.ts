import { refusal, type SignedIn } from "@hellojohn/contract";
import type { Handlers } from "../call.js";
import { sendVerification } from "../mail.js";
import { type FakeUser, makeUser } from "../make-user.js";
import { assertStrong } from "../passwords.js";
import { startSession } from "../sessions.js";
import type { State } from "../state.js";
import { issueTokens } from "../tokens.js";
import { takeChallenge } from "../totp.js";
import { assertFree, findByEmail, getUser, meView } from "../users.js";

const challengeMs = 300_000;
const lockAfter = 10;
const lockMs = 900_000;

function answer(state: State, user: FakeUser): SignedIn {
  user.lastSignInAt = state.clock.date();
  const session = issueTokens(state, startSession(state, user));
  return { user: meView(state, user, "self"), session };
}

function assertUnlocked(state: State, email: string): void {
  const leftMs = (state.failures.get(email.toLowerCase())?.lockedUntil ?? 0) - state.clock.now();
  if (leftMs > 0)
    throw refusal("account_locked", "Too many wrong passwords; try again later", {
      retryAfter: Math.ceil(leftMs / 1000),
    });
}

function noteFailure(state: State, email: string): void {
  const count = (state.failures.get(email.toLowerCase())?.count ?? 0) + 1;
  const lockedUntil = count >= lockAfter ? state.clock.now() + lockMs : 0;
  state.failures.set(email.toLowerCase(), { count: count % lockAfter, lockedUntil });
}

export const signIn: Handlers<"signUp" | "signIn" | "verifyTotp"> = {
  signUp({ state, body }) {
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
    state.users.set(user.id, user);
    sendVerification(state, user, email);
    return answer(state, user);
  },

  signIn({ state, body }) {
    assertUnlocked(state, body.email);
    const user = findByEmail(state, body.email);
    if (user?.password !== body.password) {
      noteFailure(state, body.email);
      throw refusal("invalid_credentials", "The email address or the password is not right");
    }
    state.failures.delete(body.email.toLowerCase());
    if (user.disabled) throw refusal("account_disabled", "This account is disabled");
    if (!user.mfaEnrolled) return answer(state, user);
    const challengeId = state.makeId("chl");
    const expiresAt = state.clock.now() + challengeMs;
    state.challenges.set(challengeId, { userId: user.id, expiresAt, triesLeft: 5, used: false });
    throw refusal("mfa_required", "Send the code of the authenticator app", { challengeId });
  },

  verifyTotp({ state, body }) {
    const { userId } = takeChallenge(state, body.challengeId, body.code);
    return answer(state, getUser(state, userId));
  },
};
