import { type PasswordResetDone, refuseFields } from "@hellojohn/contract";
import type { Call } from "../call.js";
import { lockTarget } from "./change-user.js";
import { tenantIn } from "./tenant-config.js";
import { hashFor, sendLink, setPassword } from "./user-password.js";

/** Sets a temporary password, which ends every session, or mails a link, or both. */
export async function resetTenantUserPassword(
  call: Call<"resetTenantUserPassword">,
): Promise<PasswordResetDone> {
  tenantIn(call);
  const { id } = call.params;
  const { sendEmail = true } = call.body;
  const password = call.body.temporaryPassword ?? undefined;
  if (!sendEmail && password === undefined)
    throw refuseFields({
      sendEmail: [{ code: "required", message: "Send the mail, or give a temporary_password" }],
    });
  const passwordHash =
    password === undefined
      ? undefined
      : await hashFor(call, id, { field: "temporaryPassword", password });

  return call.transact(async (sql) => {
    const row = await lockTarget(sql, call, id);
    const { row: user, sessionsRevoked } =
      passwordHash === undefined
        ? { row, sessionsRevoked: 0 }
        : await setPassword(sql, call, { row, passwordHash, revoke: true });
    if (sendEmail) await sendLink(sql, call, user);
    return { emailSent: sendEmail, sessionsRevoked };
  });
}
