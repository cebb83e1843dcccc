import { refusal } from "@hellojohn/contract";
import type { Sql } from "../../database/sql.js";
import { lockAdmins } from "../../store/admins.js";

/** Refuses to take the role, the access or the account from a tenant's last administrator, or from oneself. */
export async function assertNotLastAdmin(
  sql: Sql,
  target: { tenantId: string; userId: string; actorId: string | undefined },
): Promise<void> {
  const others = (await lockAdmins(sql, target.tenantId)).filter((id) => id !== target.userId);
  if (others.length === 0)
    throw refusal("last_admin", "The tenant would be left without an administrator");
  if (target.actorId === target.userId)
    throw refusal("self_action", "Ask another administrator to do this to your account");
}
