import type { Sql } from "../database/sql.js";
import type { EndedRow } from "../store/sessions.js";
import { auditAll } from "./audit.js";
import type { Operation } from "./call.js";

interface Telling {
  type?: "session.revoked" | "user.signed_out";
  /** Who ended them, when it was not the bearer. */
  by?: string;
}

/**
 * Tells of sessions that were ended: one event for each user names hers. The end of an impersonation is an event of its
 * own, as its beginning was.
 */
export async function tellEnded(
  sql: Sql,
  operation: Operation,
  { ended, type = "session.revoked", by }: Telling & { ended: readonly EndedRow[] },
): Promise<void> {
  const own = new Map<string, string[]>();
  for (const { id, user_id, impersonated } of ended) {
    if (impersonated) continue;
    const ids = own.get(user_id) ?? [];
    ids.push(id);
    own.set(user_id, ids);
  }
  const actor = by === undefined ? {} : { userId: by };
  const impersonations = ended.filter((each) => each.impersonated);
  await auditAll(sql, operation, [
    ...Array.from(own, ([resourceId, ids]) => ({
      ...{ type, resourceId, ...actor },
      metadata: { session_ids: ids },
    })),
    ...impersonations.map(({ id, user_id }) => ({
      ...{ type: "user.impersonation_ended", resourceId: user_id, ...actor },
      metadata: { session_id: id, impersonated: true },
    })),
  ]);
}
