import { passwordChangedMail } from "../mail/messages.js";
import { expireChallenges } from "../store/challenges.js";
import { forgetOneTimeTokens, passwordPurposes } from "../store/one-time-tokens.js";
import { noteAuthentication } from "../store/sessions.js";
import { forgetFailures } from "../store/sign-in-failures.js";
import { changeUser, findUserByEmail, lockUser } from "../store/users.js";
import { audit } from "./audit.js";
import { type Call, sessionOf, tenantOf } from "./call.js";
import { changeMe, lockMe } from "./me.js";
import { badToken, takeOneTimeToken } from "./one-time-token.js";
import { hashPassword } from "./password-hash.js";
import { mailPasswordLink } from "./password-link.js";
import { assertPassword, wrongPassword } from "./password-policy.js";
import { assertCurrentPassword } from "./reauthentication.js";
import { endSessions } from "./sessions.js";

export async function changePassword(
  call: Call<"changePassword">,
): Promise<{ sessionsRevoked: number }> {
  const caller = sessionOf(call);
  const { tenant, user } = caller;
  const { currentPassword, newPassword, revokeOtherSessions = true } = call.body;
  const checkedAgainst = await assertCurrentPassword(call, caller, currentPassword);
  await assertPassword("newPassword", newPassword, tenant.config.passwordPolicy);
  const passwordHash = await hashPassword(newPassword);

  return call.transact(async (sql) => {
    const row = await lockMe(sql, call);
    // Someone else may have changed it while this one was hashed.
    if (row.password_hash !== checkedAgainst) throw wrongPassword();
    const owner = { tenantId: tenant.id, userId: user.id };
    await changeMe(sql, call, { password_hash: passwordHash }, "user.password_changed");
    await forgetOneTimeTokens(sql, owner, passwordPurposes);
    await noteAuthentication(sql, { tenantId: tenant.id, id: user.session_id }, call.now);
    const to = { tenantName: tenant.name, name: row.name ?? row.first_name };
    await call.mail(sql, tenant.id, row.email, passwordChangedMail(to));
    const sessionsRevoked = revokeOtherSessions
      ? await endSessions(sql, call, { userId: user.id, but: user.session_id })
      : 0;
    return { sessionsRevoked };
  });
}

/** Answers the same, after the same work, whether anyone has the address or not. */
export async function forgotPassword(call: Call<"forgotPassword">): Promise<Record<string, never>> {
  const tenant = tenantOf(call);
  const { email } = call.body;
  await call.limit("forgotPassword", email.toLowerCase());
  return call.transact(async (sql) => {
    const user = await findUserByEmail(sql, tenant.id, email);
    await audit(sql, call, {
      type: "user.password_reset_requested",
      resourceId: user?.id ?? null,
    });
    if (!user || user.disabled) return {};
    await mailPasswordLink(sql, call, { user, purpose: "password_reset" });
    return {};
  });
}

/**
 * Sets a password by the mailed token, and ends every session: whoever forgot it may have been robbed of it. Whoever was
 * invited sets her first one in the same way.
 */
export async function resetPassword(call: Call<"resetPassword">): Promise<void> {
  const tenant = tenantOf(call);
  const { token, newPassword } = call.body;
  await assertPassword("newPassword", newPassword, tenant.config.passwordPolicy);
  const passwordHash = await hashPassword(newPassword);

  return call.transact(async (sql) => {
    const { now } = call;
    const taken = await takeOneTimeToken(sql, passwordPurposes, {
      token,
      tenantId: tenant.id,
      now,
    });
    const row = await lockUser(sql, tenant.id, taken.user_id);
    // The token proves the address it was mailed to, which may not be hers any more.
    if (row?.email_lower !== taken.email.toLowerCase()) throw badToken("expired");
    const target = { tenantId: tenant.id, id: row.id };
    const changes = { password_hash: passwordHash, email_verified: true };
    const user = (await changeUser(sql, target, changes, now)) ?? row;
    const owner = { tenantId: tenant.id, userId: user.id };
    await forgetOneTimeTokens(sql, owner, passwordPurposes);
    await expireChallenges(sql, owner, now);
    await endSessions(sql, call, { userId: user.id, by: user.id });
    await forgetFailures(sql, tenant.id, user.email);
    const invited = taken.purpose === "invitation";
    await audit(sql, call, {
      type: invited ? "user.invitation_accepted" : "user.password_reset",
      resourceId: user.id,
      userId: user.id,
      changedFields: ["password"],
    });
    if (invited) return;
    const to = { tenantName: tenant.name, name: user.name ?? user.first_name };
    await call.mail(sql, tenant.id, user.email, passwordChangedMail(to));
  });
}
