import { refuseFields, type UserDetails } from "@hellojohn/contract";
import type { Sql } from "../../database/sql.js";
import { isId } from "../../store/ids.js";
import { forgetOneTimeTokens, passwordPurposes } from "../../store/one-time-tokens.js";
import { findUser, type UserChanges, type UserRow } from "../../store/users.js";
import { type Call, type Operation, tenantOf } from "../call.js";
import { emailChanges, isNewEmail, sendVerification, tellOldAddress } from "../change-email.js";
import { assertRecentProof } from "../reauthentication.js";
import { gone, metadataChanges, profileChanges } from "../user-changes.js";
import { adminUserOf } from "../user-view.js";
import { applyChange, lockTarget } from "./change-user.js";
import { userDetailsOf } from "./user-details.js";

type Update = Call<"updateUser">;

/** The user by her id; one of another tenant is as good as none. */
export async function readUser(operation: Operation, id: string): Promise<UserRow> {
  const { sql } = operation.context.database;
  const row = isId(id) ? await findUser(sql, tenantOf(operation).id, id) : undefined;
  if (!row) throw gone();
  return row;
}

export async function getUser(call: Call<"getUser">): Promise<UserDetails> {
  const row = await readUser(call, call.params.id);
  const [user] = await userDetailsOf(call.context.database.sql, call, [row], call.query);
  return user ?? adminUserOf(row);
}

/** `disabled` and `status` say the same thing; so do `metadata` and `private_metadata`. */
function accessChanges({ body }: Update, row: UserRow): UserChanges {
  const { disabled, status } = body;
  // Pending and unverified are what the rest of the row says; they can be left as they are, not set.
  if (status !== undefined && !["active", "disabled", row.status].includes(status))
    throw refuseFields({
      status: [{ code: "invalid_choice", message: "Use active or disabled" }],
    });
  const asked = status === undefined ? disabled : status === "disabled";
  if (disabled !== undefined && asked !== disabled)
    throw refuseFields({
      status: [{ code: "contradiction", message: "disabled and status say different things" }],
    });
  return {
    ...(body.role === undefined ? {} : { role: body.role }),
    ...(asked === undefined ? {} : { disabled: asked }),
  };
}

/** With `email_verified: true` an address is the administrator's word; without, it waits for proof. */
async function addressChanges(sql: Sql, call: Update, row: UserRow): Promise<UserChanges> {
  const { email, emailVerified } = call.body;
  const verified = emailVerified === undefined ? {} : { email_verified: emailVerified };
  if (email === undefined) return verified;
  const changes = await emailChanges(sql, call, row, email);
  if (!isNewEmail(row, email)) return { ...changes, ...verified };
  return emailVerified === true ? { email, pending_email: null, email_verified: true } : changes;
}

/** An administrator with a session proves herself before she moves someone's address; a key is proof. */
async function assertProof(call: Update): Promise<void> {
  const { email, emailVerified, currentPassword } = call.body;
  if (call.caller.kind !== "session") return;
  const row = await readUser(call, call.params.id);
  if (currentPassword !== undefined || (isNewEmail(row, email) && emailVerified !== true))
    await assertRecentProof(call, call.caller, currentPassword);
}

export async function updateUser(call: Update): Promise<UserDetails> {
  const { body } = call;
  const { id } = call.params;
  await assertProof(call);

  return call.transact(async (sql) => {
    const row = await lockTarget(sql, call, id);
    const changes: UserChanges = {
      ...profileChanges(body, row),
      ...(await addressChanges(sql, call, row)),
      ...accessChanges(call, row),
      ...metadataChanges(body),
    };
    const changed = await applyChange(sql, call, { row, changes, revoke: body.revokeSessions });
    // A link that was mailed to the old address must not outlive it.
    if (changes.email !== undefined && isNewEmail(row, changes.email))
      await forgetOneTimeTokens(sql, { tenantId: row.tenant_id, userId: id }, passwordPurposes);
    if (changes.pending_email) {
      await sendVerification(sql, call, row, changes.pending_email);
      await tellOldAddress(sql, call, row, changes.pending_email);
    }
    return adminUserOf(changed.row);
  });
}
