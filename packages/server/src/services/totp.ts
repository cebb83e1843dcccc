import {
  type Factor,
  HelloJohnError,
  refusal,
  refuseFields,
  type SignedIn,
  type TotpEnrollment,
} from "@hellojohn/contract";
import { tryChallenge, spendChallenge } from "../store/challenges.js";
import { type FactorRow, insertFactor, lockFactors, spendFactor } from "../store/factors.js";
import { makeId } from "../store/ids.js";
import { digest } from "../store/secret-text.js";
import { findLock, forgetFailures } from "../store/sign-in-failures.js";
import { findUser } from "../store/users.js";
import { type Call, sessionOf, tenantOf } from "./call.js";
import { assertUnlocked, noteFailedSignIn } from "./failed-sign-ins.js";
import { changeMe } from "./me.js";
import { badToken } from "./one-time-token.js";
import { startSession } from "./start-session.js";
import { makeTotp, stepOf } from "./totp-code.js";

const tries = 5;

const wrongCode = () =>
  refuseFields({ code: [{ code: "invalid_code", message: "Enter the code the app shows now" }] });

export const factorViewOf = (row: FactorRow): Factor => ({
  id: row.id,
  type: row.type,
  createdAt: row.created_at,
  lastUsedAt: row.last_used_at,
});

export async function enrollTotp(call: Call<"enrollTotp">): Promise<TotpEnrollment> {
  const { tenant, user } = sessionOf(call);
  const made = makeTotp(call.context.secrets, tenant.name, user.email);
  return call.transact(async (sql) => {
    const id = makeId("fct", call.now);
    const owner = { tenantId: tenant.id, userId: user.id };
    await insertFactor(sql, { ...owner, id, sealedSecret: made.sealed, now: call.now });
    return { factorId: id, secret: made.secret, otpauthUri: made.uri };
  });
}

export async function confirmTotp(call: Call<"confirmTotp">): Promise<Factor> {
  const { tenant, user } = sessionOf(call);
  const { factorId, code } = call.body;
  return call.transact(async (sql) => {
    const factors = await lockFactors(sql, { tenantId: tenant.id, userId: user.id });
    const factor = factors.find((each) => each.id === factorId && !each.confirmed_at);
    if (!factor) throw refusal("factor_not_found", "No such factor waits to be confirmed");
    const step = stepOf(call.context.secrets, factor, code, call.now);
    if (step === undefined) throw wrongCode();
    const confirmed = (await spendFactor(sql, factor, step, call.now)) ?? factor;
    await changeMe(sql, call, { mfa_enrolled: true }, "user.mfa_enrolled");
    return factorViewOf(confirmed);
  });
}

/** The second step of a sign-in. Every try counts, also one that comes in parallel. */
export async function verifyTotp(call: Call<"verifyTotp">): Promise<SignedIn> {
  const { context, now, body } = call;
  const tenantId = tenantOf(call).id;
  const challengeHash = digest(body.challengeId);
  const challenge = await tryChallenge(context.database.sql, tenantId, challengeHash);
  if (!challenge) throw badToken("invalid_token", "challengeId");
  if (challenge.used_at) throw badToken("used", "challengeId");
  if (challenge.expires_at <= now || challenge.attempts > tries)
    throw badToken("expired", "challengeId");

  const owner = { tenantId, userId: challenge.user_id };
  const person = await findUser(context.database.sql, tenantId, challenge.user_id);
  if (!person) throw badToken("expired", "challengeId");
  const { email } = person;
  assertUnlocked(call, await findLock(context.database.sql, tenantId, email));

  try {
    return await call.transact(async (sql) => {
      const factors = await lockFactors(sql, owner);
      const matches = factors.flatMap((factor) => {
        const step = factor.confirmed_at
          ? stepOf(context.secrets, factor, body.code, now)
          : undefined;
        return step === undefined ? [] : [{ factor, step }];
      });
      const [match] = matches;
      if (!match) throw wrongCode();
      if (!(await spendChallenge(sql, tenantId, challengeHash, now)))
        throw badToken("used", "challengeId");
      const user = await findUser(sql, tenantId, challenge.user_id);
      if (!user || user.disabled) throw refusal("account_disabled", "This account is disabled");
      await spendFactor(sql, match.factor, match.step, now);
      await forgetFailures(sql, tenantId, email);
      return startSession(sql, call, user, "totp");
    });
  } catch (error) {
    if (HelloJohnError.is(error) && "code" in error.fields)
      await noteFailedSignIn(call, { email, userId: challenge.user_id, reason: "totp" });
    throw error;
  }
}
