import { refusal } from "@hellojohn/contract";
import { passwordChangedMail, passwordResetMail } from "../mail/messages.js";
import { forgetOneTimeTokens } from "../store/one-time-tokens.js";
import { noteAuthentication, revokeSessions } from "../store/sessions.js";
import { forgetFailures } from "../store/sign-in-failures.js";
import { changeUser, findUserByEmail } from "../store/users.js";
import { audit } from "./audit.js";
import { type Call, sessionOf, tenantOf } from "./call.js";
import { changeMe, lockMe } from "./me.js";
import { makeOneTimeToken, takeOneTimeToken } from "./one-time-token.js";
import { hashPassword } from "./password-hash.js";
import { assertPassword, wrongPassword } from "./password-policy.js";
import { assertCurrentPassword } from "./reauthentication.js";
import { endMySessions } from "./sessions.js";

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
    await forgetOneTimeTokens(sql, owner, "password_reset");
    await noteAuthentication(sql, { tenantId: tenant.id, id: user.session_id }, call.now);
    const to = { tenantName: tenant.name, name: row.name ?? row.first_name };
    await call.mail(sql, tenant.id, row.email, passwordChangedMail(to));
    const sessionsRevoked = revokeOtherSessions
      ? await endMySessions(sql, call, { but: user.session_id })
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
    const owner = { tenantId: tenant.id, userId: user.id, email: user.email, now: call.now };
    const token = await makeOneTimeToken(sql, "password_reset", owner);
    const { appUrl } = call.context.config;
    const to = { tenantName: tenant.name, name: user.name ?? user.first_name, appUrl, token };
    await call.mail(sql, tenant.id, user.email, passwordResetMail(to));
    return {};
  });
}

/** Sets a password by the mailed token, and ends every session: whoever forgot it may have been robbed of it. */
export async function resetPassword(call: Call<"resetPassword">): Promise<void> {
  const tenant = tenantOf(call);
  const { token, newPassword } = call.body;
  await assertPassword("newPassword", newPassword, tenant.config.passwordPolicy);
  const passwordHash = await hashPassword(newPassword);

  return call.transact(async (sql) => {
    const { now } = call;
    const taken = await takeOneTimeToken(sql, "password_reset", {
      token,
      tenantId: tenant.id,
      now,
    });
    const target = { tenantId: tenant.id, id: taken.user_id };
    // The token came by mail, so the address is hers.
    const changes = { password_hash: passwordHash, email_verified: true };
    const user = await changeUser(sql, target, changes, now);
    if (!user) throw refusal("user_not_found", "There is no such user");
    const owner = { tenantId: tenant.id, userId: user.id };
    await revokeSessions(sql, owner, now);
    await forgetFailures(sql, tenant.id, user.email);
    await audit(sql, call, {
      type: "user.password_reset",
      resourceId: user.id,
      userId: user.id,
      changedFields: ["password"],
    });
    const to = { tenantName: tenant.name, name: user.name ?? user.first_name };
    await call.mail(sql, tenant.id, user.email, passwordChangedMail(to));
  });
}
