import { refusal, type SignedIn } from "@hellojohn/contract";
import { insertChallenge } from "../store/challenges.js";
import { digest, randomText } from "../store/secret-text.js";
import { forgetFailures } from "../store/sign-in-failures.js";
import { findCandidate } from "../store/sign-ins.js";
import type { UserRow } from "../store/users.js";
import { audit } from "./audit.js";
import { type Call, tenantOf } from "./call.js";
import { assertUnlocked, noteFailedSignIn } from "./failed-sign-ins.js";
import { verifyPassword } from "./password-hash.js";
import { later, startSession } from "./start-session.js";

const challengeSeconds = 5 * 60;

type SignIn = Call<"signIn">;

async function refuseDisabled(call: SignIn, user: UserRow): Promise<never> {
  await audit(call.context.database.sql, call, {
    type: "user.sign_in_refused",
    resourceId: user.id,
    reason: "account_disabled",
  });
  throw refusal("account_disabled", "This account is disabled");
}

/** Asks for the second factor: the challenge says that the first was right. */
async function challenge(call: SignIn, user: UserRow): Promise<never> {
  const { context, now } = call;
  const challengeId = randomText();
  await insertChallenge(context.database.sql, {
    tenantId: user.tenant_id,
    challengeHash: digest(challengeId),
    userId: user.id,
    expiresAt: later(now, challengeSeconds),
  });
  throw refusal("mfa_required", "Send the code of the authenticator app", { challengeId });
}

export async function signIn(call: SignIn): Promise<SignedIn> {
  const { context, origin } = call;
  const { email, password } = call.body;
  const { sql } = context.database;
  const tenantId = tenantOf(call).id;
  await call.limit("signIn", `${origin.network}:${email.toLowerCase()}`);
  const { user, lockedUntil, hasFailed } = await findCandidate(sql, tenantId, email);
  assertUnlocked(call, lockedUntil);

  const right = await verifyPassword(user?.password_hash ?? null, password);
  if (!user || !right) {
    await noteFailedSignIn(call, { email, userId: user?.id ?? null });
    throw refusal("invalid_credentials", "The e-mail address or the password is wrong");
  }
  if (user.disabled) return refuseDisabled(call, user);
  if (user.mfa_enrolled) return challenge(call, user);

  return call.transact(async (inner) => {
    if (hasFailed) await forgetFailures(inner, tenantId, user.email);
    return startSession(inner, call, user, "password");
  });
}
