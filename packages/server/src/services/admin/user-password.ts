import { refusal, type UserChanged } from "@hellojohn/contract";
import type { Sql } from "../../database/sql.js";
import { passwordSetMail } from "../../mail/messages.js";
import { expireChallenges } from "../../store/challenges.js";
import { forgetOneTimeTokens, passwordPurposes } from "../../store/one-time-tokens.js";
import { forgetFailures } from "../../store/sign-in-failures.js";
import type { UserRow } from "../../store/users.js";
import { audit } from "../audit.js";
import { type Call, type Operation, tenantOf } from "../call.js";
import { hashPassword } from "../password-hash.js";
import { mailPasswordLink } from "../password-link.js";
import { assertPassword } from "../password-policy.js";
import { endSessions } from "../sessions.js";
import { adminUserOf } from "../user-view.js";
import { applyChange, lockTarget } from "./change-user.js";
import { readUser } from "./users.js";

/** Refuses one's own account: a found, open browser must not set a password without the current one. */
function assertOther({ caller }: Operation, id: string): void {
  if (caller.kind === "session" && caller.user.id === id)
    throw refusal("self_action", "Change your own password with your current one");
}

/** The hash of a password for this user, made before the transaction because it takes long. */
export async function hashFor(
  operation: Operation,
  id: string,
  given: { field: "password" | "temporaryPassword"; password: string },
): Promise<string> {
  await readUser(operation, id);
  assertOther(operation, id);
  const { passwordPolicy } = tenantOf(operation).config;
  await assertPassword(given.field, given.password, passwordPolicy);
  return hashPassword(given.password);
}

interface NewPassword {
  row: UserRow;
  passwordHash: string;
  revoke: boolean;
}

/** Sets a user's password, tells her, and lets no link work that was mailed before. */
export async function setPassword(
  sql: Sql,
  operation: Operation,
  { row, passwordHash, revoke }: NewPassword,
): Promise<{ row: UserRow; sessionsRevoked: number }> {
  const changes = { password_hash: passwordHash };
  const changed = await applyChange(sql, operation, {
    ...{ row, changes, revoke },
    type: "user.password_set",
  });
  const owner = { tenantId: row.tenant_id, userId: row.id };
  await forgetOneTimeTokens(sql, owner, passwordPurposes);
  await expireChallenges(sql, owner, operation.now);
  await forgetFailures(sql, row.tenant_id, row.email);
  const to = { tenantName: tenantOf(operation).name, name: row.name ?? row.first_name };
  await operation.mail(sql, row.tenant_id, row.email, passwordSetMail(to));
  return changed;
}

/** Mails a user the link to set a password: an invitation while she has none. */
export async function sendLink(sql: Sql, operation: Operation, row: UserRow): Promise<void> {
  if (row.disabled)
    throw refusal("validation_failed", "This user is disabled; enable her first", {
      fields: { status: [{ code: "account_disabled", message: "Enable the user first" }] },
    });
  const purpose = row.password_hash === null ? "invitation" : "password_reset";
  await mailPasswordLink(sql, operation, { user: row, purpose });
  await audit(sql, operation, {
    type: purpose === "invitation" ? "user.invited" : "user.password_reset_requested",
    resourceId: row.id,
  });
}

export async function setUserPassword(call: Call<"setUserPassword">): Promise<UserChanged> {
  const { password, signOutAllSessions: revoke = false } = call.body;
  const passwordHash = await hashFor(call, call.params.id, { field: "password", password });
  return call.transact(async (sql) => {
    const row = await lockTarget(sql, call, call.params.id);
    const changed = await setPassword(sql, call, { row, passwordHash, revoke });
    return { user: adminUserOf(changed.row), sessionsRevoked: changed.sessionsRevoked };
  });
}

export async function sendPasswordReset(call: Call<"sendPasswordReset">): Promise<UserChanged> {
  const { revokeSessions: revoke = false } = call.body;
  return call.transact(async (sql) => {
    const row = await lockTarget(sql, call, call.params.id);
    await sendLink(sql, call, row);
    const sessionsRevoked = revoke ? await endSessions(sql, call, { userId: row.id }) : 0;
    return { user: adminUserOf(row), sessionsRevoked };
  });
}
