import type { Export } from "@hellojohn/contract";
import { belongingsOf } from "./belongings.js";
import { type Call, sessionOf } from "./call.js";
import { meOf } from "./user-view.js";

/** Everything held about the person. */
export async function exportMe(call: Call<"exportMe">): Promise<Export> {
  const { tenant, user, actor } = sessionOf(call);
  const owner = { tenantId: tenant.id, userId: user.id };
  return {
    exportedAt: call.now,
    user: meOf(user, tenant, actor),
    ...(await belongingsOf(call.context.database.sql, owner, user.session_id)),
  };
}
