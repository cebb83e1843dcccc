import type { Sql } from "../../database/sql.js";
import { revokeSessionsOf } from "../../store/sessions.js";
import { auditAll } from "../audit.js";
import { type Operation, tenantOf } from "../call.js";

/** Ends the sessions of many users, with the events that ending them one by one has; answers how many, by user. */
export async function endSessionsOf(
  sql: Sql,
  operation: Operation,
  userIds: readonly string[],
): Promise<Map<string, number>> {
  const tenantId = tenantOf(operation).id;
  const ended = await revokeSessionsOf(sql, { tenantId, userIds }, operation.now);
  const own = new Map<string, string[]>();
  const counts = new Map<string, number>();
  for (const { id, user_id, impersonated } of ended) {
    counts.set(user_id, (counts.get(user_id) ?? 0) + 1);
    if (impersonated) continue;
    const ids = own.get(user_id) ?? [];
    ids.push(id);
    own.set(user_id, ids);
  }
  await auditAll(sql, operation, [
    ...Array.from(own, ([resourceId, ids]) => ({
      ...{ type: "session.revoked", resourceId },
      metadata: { session_ids: ids },
    })),
    ...ended
      .filter(({ impersonated }) => impersonated)
      .map(({ id, user_id }) => ({
        ...{ type: "user.impersonation_ended", resourceId: user_id },
        metadata: { session_id: id, impersonated: true },
      })),
  ]);
  return counts;
}
