import { refusal, type SignedIn } from "@hellojohn/contract";
import { insertChallenge } from "../store/challenges.js";
import { digest, randomText } from "../store/secret-text.js";
import { findLock, forgetFailures, noteFailure } from "../store/sign-in-failures.js";
import { findUserByEmail, type UserRow } from "../store/users.js";
import { audit } from "./audit.js";
import { type Call, tenantOf } from "./call.js";
import { verifyPassword } from "./password-hash.js";
import { later, startSession } from "./start-session.js";

const lockAfter = 10;
const lockSeconds = 15 * 60;
const challengeSeconds = 5 * 60;

type SignIn = Call<"signIn">;

const locked = (until: Date, now: Date) =>
  refusal("account_locked", "Too many wrong passwords; try again later", {
    retryAfter: Math.ceil((until.getTime() - now.getTime()) / 1000),
  });

/** Counts a wrong password against the address, whether anyone has it or not. */
async function noteWrongPassword(call: SignIn, user: UserRow | undefined): Promise<void> {
  const { context, now, body } = call;
  const tenantId = tenantOf(call).id;
  await context.database.transaction(async (sql) => {
    const isLocked = await noteFailure(
      sql,
      { tenantId, email: body.email, now, since: later(now, -lockSeconds) },
      { after: lockAfter, until: later(now, lockSeconds) },
    );
    const resourceId = user?.id ?? null;
    await audit(sql, call, { type: "user.sign_in_failed", resourceId });
    if (isLocked) await audit(sql, call, { type: "user.locked", resourceId });
  });
}

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
  await context.database.transaction(async (sql) => {
    await insertChallenge(sql, {
      tenantId: user.tenant_id,
      challengeHash: digest(challengeId),
      userId: user.id,
      expiresAt: later(now, challengeSeconds),
    });
    await forgetFailures(sql, user.tenant_id, user.email);
  });
  throw refusal("mfa_required", "Send the code of the authenticator app", { challengeId });
}

export async function signIn(call: SignIn): Promise<SignedIn> {
  const { context, now, body, origin } = call;
  const { sql } = context.database;
  const tenant = tenantOf(call);
  await call.limit("signIn", `${origin.network}:${body.email.toLowerCase()}`);
  const until = await findLock(sql, tenant.id, body.email, now);
  if (until) throw locked(until, now);

  const user = await findUserByEmail(sql, tenant.id, body.email);
  const right = await verifyPassword(user?.password_hash ?? null, body.password);
  if (!user || !right) {
    await noteWrongPassword(call, user);
    throw refusal("invalid_credentials", "The e-mail address or the password is wrong");
  }
  if (user.disabled) return refuseDisabled(call, user);
  if (user.mfa_enrolled) return challenge(call, user);

  return call.transact(async (inner) => {
    await forgetFailures(inner, tenant.id, user.email);
    return startSession(inner, call, user, "password");
  });
}
