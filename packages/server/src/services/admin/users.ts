import { type AdminUser, refuseFields } from "@hellojohn/contract";
import type { Sql } from "../../database/sql.js";
import { isId } from "../../store/ids.js";
import { revokeSessions } from "../../store/sessions.js";
import {
  changeUser,
  findUser,
  lockUser,
  type UserChanges,
  type UserRow,
} from "../../store/users.js";
import { assertNotLastAdmin } from "./admins.js";
import { audit } from "../audit.js";
import { type Call, type Operation, tenantOf } from "../call.js";
import { emailChanges, isNewEmail, sendVerification, tellOldAddress } from "../change-email.js";
import { assertRecentProof } from "../reauthentication.js";
import { assertMetadata, changedFields, gone, profileChanges } from "../user-changes.js";
import { adminUserOf } from "../user-view.js";
import { assertVersion } from "../versions.js";

type Update = Call<"updateUser">;

export async function getUser(call: Call<"getUser">): Promise<AdminUser> {
  const { id } = call.params;
  const row = isId(id)
    ? await findUser(call.context.database.sql, tenantOf(call).id, id)
    : undefined;
  if (!row) throw gone();
  return adminUserOf(row);
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

function metadataChanges({ body }: Update): UserChanges {
  const { metadata, privateMetadata = metadata, publicMetadata } = body;
  if (metadata !== undefined && metadata !== privateMetadata)
    throw refuseFields({
      metadata: [{ code: "duplicate_field", message: "Send private_metadata alone" }],
    });
  return {
    ...(publicMetadata ? { public_metadata: publicMetadata } : {}),
    ...(privateMetadata ? { private_metadata: privateMetadata } : {}),
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
async function assertProof(call: Update, row: UserRow): Promise<void> {
  const { email, emailVerified, currentPassword } = call.body;
  if (call.caller.kind !== "session") return;
  if (currentPassword !== undefined || (isNewEmail(row, email) && emailVerified !== true))
    await assertRecentProof(call, call.caller, currentPassword);
}

const losesAccess = (row: UserRow, changes: UserChanges): boolean =>
  row.role === "admin" &&
  !row.disabled &&
  (changes.disabled === true || (changes.role !== undefined && changes.role !== "admin"));

async function endSessions(sql: Sql, call: Operation, row: UserRow): Promise<void> {
  const owner = { tenantId: row.tenant_id, userId: row.id };
  const ended = await revokeSessions(sql, owner, call.now);
  if (ended.length > 0)
    await audit(sql, call, {
      type: "session.revoked",
      resourceId: row.id,
      metadata: { session_ids: ended },
    });
}

export async function updateUser(call: Update): Promise<AdminUser> {
  const { context, caller, now, body } = call;
  const tenantId = tenantOf(call).id;
  const { id } = call.params;
  const before = isId(id) ? await findUser(context.database.sql, tenantId, id) : undefined;
  if (!before) throw gone();
  await assertProof(call, before);

  return call.transact(async (sql) => {
    const row = await lockUser(sql, tenantId, id);
    if (!row) throw gone();
    assertVersion(call, row, () => adminUserOf(row));
    const changes: UserChanges = {
      ...profileChanges(body, row),
      ...(await addressChanges(sql, call, row)),
      ...accessChanges(call, row),
      ...metadataChanges(call),
    };
    const { revokeSessions: revoke = changes.disabled === true } = body;
    if (losesAccess(row, changes)) {
      const actorId = caller.kind === "session" ? caller.user.id : undefined;
      await assertNotLastAdmin(sql, { tenantId, userId: id, actorId });
    }
    if (revoke) await endSessions(sql, call, row);
    if (Object.keys(changes).length === 0) return adminUserOf(row);

    const changed = await changeUser(sql, { tenantId, id }, changes, now);
    if (!changed) throw gone();
    assertMetadata(changed, changes);
    await audit(sql, call, {
      type: "user.updated",
      resourceId: id,
      changedFields: changedFields(changes),
    });
    if (changes.pending_email) {
      await sendVerification(sql, call, row, changes.pending_email);
      await tellOldAddress(sql, call, row, changes.pending_email);
    }
    return adminUserOf(changed);
  });
}
