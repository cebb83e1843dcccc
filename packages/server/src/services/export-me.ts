import type { Export } from "@hellojohn/contract";
import { audit } from "./audit.js";
import { belongingsOf } from "./belongings.js";
import { type Call, sessionOf } from "./call.js";
import { meOf } from "./user-view.js";

/** Everything held about the person. The log says so first, so that the export itself is part of it. */
export async function exportMe(call: Call<"exportMe">): Promise<Export> {
  const { tenant, user, actor } = sessionOf(call);
  const owner = { tenantId: tenant.id, userId: user.id };
  return call.transact(async (sql) => {
    await audit(sql, call, { type: "user.exported", resourceId: user.id });
    return {
      exportedAt: call.now,
      user: meOf(user, tenant, actor),
      ...(await belongingsOf(sql, owner, user.session_id)),
    };
  });
}
