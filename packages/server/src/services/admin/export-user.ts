import type { UserExport } from "@hellojohn/contract";
import { audit } from "../audit.js";
import { belongingsOf } from "../belongings.js";
import type { Call } from "../call.js";
import { currentSessionOf } from "../sessions.js";
import { adminUserOf } from "../user-view.js";
import { readUser } from "./users.js";

/** Everything held about a user. The log says so first, so that the export itself is part of it. */
export async function exportUser(call: Call<"exportUser">): Promise<UserExport> {
  const { sql } = call.context.database;
  const user = await readUser(call, call.params.id);
  await audit(sql, call, { type: "user.exported", resourceId: user.id });
  const owner = { tenantId: user.tenant_id, userId: user.id };
  return {
    exportedAt: call.now,
    user: adminUserOf(user),
    ...(await belongingsOf(sql, owner, currentSessionOf(call))),
  };
}
