import type { Sql } from "../../database/sql.js";
import { isId } from "../../store/ids.js";
import { changeUser, lockUser, type UserChanges, type UserRow } from "../../store/users.js";
import { audit } from "../audit.js";
import { type Operation, tenantOf } from "../call.js";
import { endSessions } from "../sessions.js";
import { assertMetadata, changedFields, gone } from "../user-changes.js";
import { adminUserOf } from "../user-view.js";
import { assertVersion } from "../versions.js";
import { assertUnrestricted } from "./restrictions.js";

/** The user an administrator is about to change, locked, when she is the version the call is based on. */
export async function lockTarget(sql: Sql, operation: Operation, id: string): Promise<UserRow> {
  const row = isId(id) ? await lockUser(sql, tenantOf(operation).id, id) : undefined;
  if (!row) throw gone();
  assertVersion(operation, row, () => adminUserOf(row));
  return row;
}

/** What is asked of access and is so already is no change. */
function withoutEffect({ disabled, role, ...rest }: UserChanges, row: UserRow): UserChanges {
  return {
    ...rest,
    ...(disabled === undefined || disabled === row.disabled ? {} : { disabled }),
    ...(role === undefined || role === row.role ? {} : { role }),
  };
}

function eventOf({ disabled }: UserChanges): string {
  if (disabled === undefined) return "user.updated";
  return disabled ? "user.disabled" : "user.enabled";
}

interface Change {
  row: UserRow;
  changes: UserChanges;
  reason?: string | undefined;
  /** Disabling ends sessions unless this says otherwise. */
  revoke?: boolean | undefined;
  /** When it is not what the changes themselves say. */
  type?: string;
}

/** Writes an administrator's change of a user: the rules of access, the row, her sessions and the event. */
export async function applyChange(
  sql: Sql,
  operation: Operation,
  { row, changes: asked, reason, revoke = asked.disabled === true, type }: Change,
): Promise<{ row: UserRow; sessionsRevoked: number }> {
  const changes = withoutEffect(asked, row);
  if (changes.disabled) await assertUnrestricted(sql, operation, { action: "disable", row });
  if (changes.role !== undefined)
    await assertUnrestricted(sql, operation, { action: "demote", row });
  const sessionsRevoked = revoke ? await endSessions(sql, operation, { userId: row.id }) : 0;
  if (Object.keys(changes).length === 0) return { row, sessionsRevoked };

  const target = { tenantId: row.tenant_id, id: row.id };
  const changed = await changeUser(sql, target, changes, operation.now);
  if (!changed) throw gone();
  assertMetadata(changed, changes);
  await audit(sql, operation, {
    type: type ?? eventOf(changes),
    resourceId: row.id,
    ...(reason && { reason }),
    changedFields: changedFields(changes),
  });
  return { row: changed, sessionsRevoked };
}
