import type { BulkDisabled, ErrorCode } from "@hellojohn/contract";
import type { Sql } from "../../database/sql.js";
import { hasOtherAdmin, lockAdmins } from "../../store/admins.js";
import { isId } from "../../store/ids.js";
import { disableUsers, lockUsers } from "../../store/users.js";
import { auditAll } from "../audit.js";
import { type Call, type Operation, tenantOf } from "../call.js";
import { endSessionsOf } from "./end-sessions.js";
import { restrictionOf, standingOf } from "./restrictions.js";

type Locked = Awaited<ReturnType<typeof lockUsers>>[number];

/** What is counted together. */
const bucketOf = ({ caller }: Operation): string => {
  if (caller.kind === "session") return caller.user.session_id;
  return caller.kind === "none" ? "" : caller.keyId;
};

/** Users who are not to be disabled, by the code: one after the other, so that the last administrator is the last in the list. */
async function refusedAmong(
  sql: Sql,
  operation: Operation,
  rows: readonly Locked[],
): Promise<Map<string, ErrorCode>> {
  const refused = new Map<string, ErrorCode>();
  const admins = rows.filter((row) => row.role === "admin" && !row.disabled);
  if (admins.length === 0) return refused;
  const tenantId = tenantOf(operation).id;
  await lockAdmins(sql, tenantId);
  const standing = await standingOf(sql, operation);
  const left = new Set(admins.map((row) => row.id));
  if (await hasOtherAdmin(sql, tenantId, [...left])) left.add("someone else");
  for (const row of admins) {
    const code = restrictionOf("disable", row, { ...standing, adminIds: [...left] });
    if (code) refused.set(row.id, code);
    else left.delete(row.id);
  }
  return refused;
}

/** Disables many users by few statements, however many they are. Each has her own outcome; none stops the rest. */
export async function bulkDisable(call: Call<"bulkDisable">): Promise<BulkDisabled> {
  const { userIds, revokeSessions = true, reason } = call.body;
  const tenantId = tenantOf(call).id;
  await call.limit("bulk", bucketOf(call));
  const asked = [...new Set(userIds)];

  return call.transact(async (sql) => {
    const locked = await lockUsers(sql, tenantId, asked.filter(isId));
    const found = new Map(locked.map((row) => [row.id, row]));
    const inOrder = asked.flatMap((id) => found.get(id) ?? []);
    const refused = await refusedAmong(sql, call, inOrder);
    const outIds = inOrder.map((row) => row.id).filter((id) => !refused.has(id));
    const ids = outIds.filter((id) => !found.get(id)?.disabled);

    await disableUsers(sql, { tenantId, ids }, call.now);
    await auditAll(
      sql,
      call,
      ids.map((resourceId) => ({
        type: "user.disabled",
        resourceId,
        ...(reason && { reason }),
        changedFields: ["disabled"],
        metadata: { bulk: true },
      })),
    );
    const ended = revokeSessions ? await endSessionsOf(sql, call, outIds) : new Map();

    const disabled = new Set(ids);
    const results = asked.map((userId) => {
      const code = found.has(userId) ? refused.get(userId) : "user_not_found";
      if (code) return { userId, outcome: "refused" as const, code, sessionsRevoked: 0 };
      const outcome = disabled.has(userId) ? ("disabled" as const) : ("unchanged" as const);
      return { userId, outcome, sessionsRevoked: ended.get(userId) ?? 0 };
    });
    const sessionsRevoked = results.reduce((sum, each) => sum + each.sessionsRevoked, 0);
    return { disabled: ids.length, sessionsRevoked, results };
  });
}
