import type { UserChanged } from "@hellojohn/contract";
import { deleteUser as deleteRow } from "../../store/users.js";
import { audit } from "../audit.js";
import type { Call } from "../call.js";
import { adminUserOf } from "../user-view.js";
import { applyChange, lockTarget } from "./change-user.js";
import { assertUnrestricted } from "./restrictions.js";

/** Shuts a user out. Once more changes nothing, but ends the sessions that an earlier call has left. */
export async function disableUser(call: Call<"disableUser">): Promise<UserChanged> {
  const { reason, revokeSessions: revoke } = call.body;
  return call.transact(async (sql) => {
    const row = await lockTarget(sql, call, call.params.id);
    const changes = { disabled: true };
    const changed = await applyChange(sql, call, { row, changes, reason, revoke });
    return { user: adminUserOf(changed.row), sessionsRevoked: changed.sessionsRevoked };
  });
}

export async function enableUser(call: Call<"enableUser">): Promise<UserChanged> {
  const { reason } = call.body;
  return call.transact(async (sql) => {
    const row = await lockTarget(sql, call, call.params.id);
    const changed = await applyChange(sql, call, { row, changes: { disabled: false }, reason });
    return { user: adminUserOf(changed.row), sessionsRevoked: 0 };
  });
}

/** Removes the user and all that is hers; the log keeps who did it and why. */
export async function deleteUser(call: Call<"deleteUser">): Promise<void> {
  const { reason } = call.body;
  return call.transact(async (sql) => {
    const row = await lockTarget(sql, call, call.params.id);
    await assertUnrestricted(sql, call, { action: "delete", row });
    await deleteRow(sql, row.tenant_id, row.id);
    await audit(sql, call, { type: "user.deleted", resourceId: row.id, ...(reason && { reason }) });
  });
}
