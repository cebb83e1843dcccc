import type { Sql } from "../../database/sql.js";
import { revokeSessionsOf } from "../../store/sessions.js";
import { type Operation, tenantOf } from "../call.js";
import { tellEnded } from "../ended-sessions.js";

/** Ends the sessions of many users, with the events that ending them one by one has; answers how many, by user. */
export async function endSessionsOf(
  sql: Sql,
  operation: Operation,
  userIds: readonly string[],
): Promise<Map<string, number>> {
  const tenantId = tenantOf(operation).id;
  const ended = await revokeSessionsOf(sql, { tenantId, userIds }, operation.now);
  await tellEnded(sql, operation, { ended });
  const counts = new Map<string, number>();
  for (const { user_id } of ended) counts.set(user_id, (counts.get(user_id) ?? 0) + 1);
  return counts;
}
