import { deleteUser } from "../store/users.js";
import { assertUnrestricted } from "./admin/restrictions.js";
import { audit } from "./audit.js";
import { type Call, sessionOf } from "./call.js";
import { lockMe } from "./me.js";
import { wrongPassword } from "./password-policy.js";
import { assertCurrentPassword } from "./reauthentication.js";

/** Deletes the account with everything that belongs to it; the log keeps that it happened. */
export async function deleteMe(call: Call<"deleteMe">): Promise<void> {
  const caller = sessionOf(call);
  const { tenant, user } = caller;
  const checkedAgainst = await assertCurrentPassword(call, caller, call.body.currentPassword);
  return call.transact(async (sql) => {
    const row = await lockMe(sql, call);
    if (row.password_hash !== checkedAgainst) throw wrongPassword();
    await assertUnrestricted(sql, call, { action: "delete", row });
    await deleteUser(sql, tenant.id, user.id);
    await audit(sql, call, { type: "user.deleted", resourceId: user.id });
  });
}
