import { editableBy, type Me, refusal, refusedMetadataKeys } from "@hellojohn/contract";
import type { Sql } from "../database/sql.js";
import { changeUser, lockUser, type UserChanges, type UserRow } from "../store/users.js";
import { audit } from "./audit.js";
import { type Call, type Operation, sessionOf } from "./call.js";
import { emailChanges, isNewEmail, sendVerification, tellOldAddress } from "./change-email.js";
import { assertRecentProof } from "./reauthentication.js";
import { assertMetadata, changedFields, gone, profileChanges } from "./user-changes.js";
import { meOf } from "./user-view.js";
import { assertVersion } from "./versions.js";

export async function getMe(call: Call<"getMe">): Promise<Me> {
  const { user, tenant, actor } = sessionOf(call);
  return meOf(user, tenant, actor);
}

/** The signed-in user's row, locked, when it is the version the call is based on. */
export async function lockMe(sql: Sql, operation: Operation): Promise<UserRow> {
  const { user, tenant, actor } = sessionOf(operation);
  const row = await lockUser(sql, tenant.id, user.id);
  if (!row) throw gone();
  assertVersion(operation, row, () => meOf(row, tenant, actor));
  return row;
}

/** Writes a change of the signed-in user with its event, and answers her new self. */
export async function changeMe(
  sql: Sql,
  operation: Operation,
  changes: UserChanges,
  type = "user.updated",
): Promise<{ row: UserRow; me: Me }> {
  const { user, tenant, actor } = sessionOf(operation);
  const target = { tenantId: tenant.id, id: user.id };
  const row = await changeUser(sql, target, changes, operation.now);
  if (!row) throw gone();
  await audit(sql, operation, {
    type,
    resourceId: user.id,
    changedFields: changedFields(changes),
  });
  return { row, me: meOf(row, tenant, actor) };
}

export async function updateMe(call: Call<"updateMe">): Promise<Me> {
  const caller = sessionOf(call);
  const { email, currentPassword, ...profile } = call.body;
  // Hashing takes long, so it is done before the transaction.
  if (currentPassword !== undefined || isNewEmail(caller.user, email))
    await assertRecentProof(call, caller, currentPassword);

  return call.transact(async (sql) => {
    const row = await lockMe(sql, call);
    const changes: UserChanges = {
      ...profileChanges(profile, row),
      ...(email === undefined ? {} : await emailChanges(sql, call, row, email)),
    };
    if (Object.keys(changes).length === 0) return meOf(row, caller.tenant, caller.actor);
    const { me } = await changeMe(sql, call, changes);
    if (isNewEmail(row, email)) {
      await sendVerification(sql, call, row, email);
      await tellOldAddress(sql, call, row, email);
    }
    return me;
  });
}

export async function updateMyMetadata(call: Call<"updateMyMetadata">): Promise<Me> {
  const { tenant } = sessionOf(call);
  const { userEditableMetadataKeys, passwordPolicy } = tenant.config;
  const editable = editableBy("self", userEditableMetadataKeys, passwordPolicy);
  const refused = refusedMetadataKeys(editable, call.body.publicMetadata);
  if (refused.length > 0)
    throw refusal("field_not_editable", `Not yours to edit: ${refused.join(", ")}`, {
      fields: Object.fromEntries(
        refused.map((key) => [
          `publicMetadata.${key}`,
          [{ code: "key_not_editable", message: "Your tenant does not let people edit this key" }],
        ]),
      ),
    });

  return call.transact(async (sql) => {
    await lockMe(sql, call);
    const changes = { public_metadata: call.body.publicMetadata };
    const { row, me } = await changeMe(sql, call, changes);
    assertMetadata(row, changes);
    return me;
  });
}
