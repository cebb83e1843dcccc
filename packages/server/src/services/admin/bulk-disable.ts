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

type Results = BulkDisabled["results"];
type Asked = Pick<Call<"bulkDisable">["body"], "revokeSessions" | "reason">;

/** Disables some users by few statements, however many they are. */
async function disableSome(
  sql: Sql,
  operation: Operation,
  { userIds, revokeSessions = true, reason }: Asked & { userIds: readonly string[] },
): Promise<Results> {
  const tenantId = tenantOf(operation).id;
  const locked = await lockUsers(sql, tenantId, userIds.filter(isId));
  const found = new Map(locked.map((row) => [row.id, row]));
  const inOrder = userIds.flatMap((id) => found.get(id) ?? []);
  const refused = await refusedAmong(sql, operation, inOrder);
  const outIds = inOrder.map((row) => row.id).filter((id) => !refused.has(id));
  const ids = outIds.filter((id) => !found.get(id)?.disabled);

  await disableUsers(sql, { tenantId, ids }, operation.now);
  await auditAll(
    sql,
    operation,
    ids.map((resourceId) => ({
      ...{ type: "user.disabled", resourceId },
      ...(reason && { reason }),
      changedFields: ["disabled"],
      metadata: { bulk: true },
    })),
  );
  const ended = revokeSessions ? await endSessionsOf(sql, operation, outIds) : new Map();

  const disabled = new Set(ids);
  return userIds.map((userId) => {
    const code = found.has(userId) ? refused.get(userId) : "user_not_found";
    if (code) return { userId, outcome: "refused", code, sessionsRevoked: 0 };
    const outcome = disabled.has(userId) ? "disabled" : "unchanged";
    return { userId, outcome, sessionsRevoked: ended.get(userId) ?? 0 };
  });
}

/** So many at once that others need not wait long for their turn. */
const together = 100;

/** Disables many users. Each has her own outcome; none stops the rest, and none is left half done. */
export async function bulkDisable(call: Call<"bulkDisable">): Promise<BulkDisabled> {
  const { userIds, ...asked } = call.body;
  await call.limit("bulk", bucketOf(call));
  const all = [...new Set(userIds)];
  const results: Results = [];
  for (let from = 0; from < all.length; from += together) {
    const some = { ...asked, userIds: all.slice(from, from + together) };
    // oxlint-disable-next-line no-await-in-loop -- in turn, so that the last administrator is the last in the list
    results.push(...(await call.transactPart(`${from}`, (sql) => disableSome(sql, call, some))));
  }
  return call.transact(async () => ({
    disabled: results.filter(({ outcome }) => outcome === "disabled").length,
    sessionsRevoked: results.reduce((sum, each) => sum + each.sessionsRevoked, 0),
    results,
  }));
}
