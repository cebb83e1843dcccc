import { type Me, refusal, refuseFields } from "@hellojohn/contract";
import {
  forgetOneTimeTokens,
  lastTokenSentAt,
  passwordPurposes,
} from "../store/one-time-tokens.js";
import { findUserByEmail } from "../store/users.js";
import { type Call, sessionOf } from "./call.js";
import { emailTaken, sendVerification } from "./change-email.js";
import { changeMe, lockMe } from "./me.js";
import { badToken, takeOneTimeToken } from "./one-time-token.js";
import { meOf } from "./user-view.js";

const cooldownMs = 60_000;

/** Proves an address by the token that was mailed to it; one that waited becomes the address of the account. */
export async function verifyEmail(call: Call<"verifyEmail">): Promise<Me> {
  const { tenant, user } = sessionOf(call);
  return call.transact(async (sql) => {
    const row = await lockMe(sql, call);
    const token = await takeOneTimeToken(sql, ["email_verification"], {
      token: call.body.token,
      tenantId: tenant.id,
      userId: user.id,
      now: call.now,
    });
    if (token.email === row.pending_email) {
      const holder = await findUserByEmail(sql, tenant.id, token.email);
      if (holder && holder.id !== user.id) throw emailTaken();
      // A reset link that was mailed to the old address must not outlive it.
      await forgetOneTimeTokens(sql, { tenantId: tenant.id, userId: user.id }, passwordPurposes);
      const changes = { email: token.email, email_verified: true, pending_email: null };
      return (await changeMe(sql, call, changes, "user.email_changed")).me;
    }
    if (token.email.toLowerCase() !== row.email_lower) throw badToken("invalid_token");
    return (await changeMe(sql, call, { email_verified: true }, "user.email_verified")).me;
  });
}

export async function resendEmail(call: Call<"resendEmail">): Promise<Me> {
  const { tenant, user, actor } = sessionOf(call);
  return call.transact(async (sql) => {
    const row = await lockMe(sql, call);
    if (!row.pending_email && row.email_verified)
      throw refuseFields({
        email: [{ code: "nothing_to_verify", message: "The address is verified already" }],
      });
    const owner = { tenantId: tenant.id, userId: user.id };
    const last = await lastTokenSentAt(sql, owner, "email_verification");
    const wait = last ? last.getTime() + cooldownMs - call.now.getTime() : 0;
    if (wait > 0)
      throw refusal("rate_limit_exceeded", "A mail was sent a moment ago; look there first", {
        retryAfter: Math.ceil(wait / 1000),
      });
    await sendVerification(sql, call, row, row.pending_email ?? row.email);
    return meOf(row, tenant, actor);
  });
}

/** Takes back a change of address that waits for proof. */
export async function cancelEmail(call: Call<"cancelEmail">): Promise<Me> {
  const { tenant, user, actor } = sessionOf(call);
  return call.transact(async (sql) => {
    const row = await lockMe(sql, call);
    if (!row.pending_email) return meOf(row, tenant, actor);
    await forgetOneTimeTokens(sql, { tenantId: tenant.id, userId: user.id }, [
      "email_verification",
    ]);
    return (await changeMe(sql, call, { pending_email: null })).me;
  });
}
