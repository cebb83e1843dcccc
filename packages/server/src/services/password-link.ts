import type { Sql } from "../database/sql.js";
import { invitationMail, passwordResetMail } from "../mail/messages.js";
import type { UserRow } from "../store/users.js";
import { type Operation, tenantOf } from "./call.js";
import { makeOneTimeToken } from "./one-time-token.js";

const mails = { invitation: invitationMail, password_reset: passwordResetMail } as const;

/** Mails the link with which a person sets her password; an older one for the same purpose stops working. */
export async function mailPasswordLink(
  sql: Sql,
  operation: Operation,
  { user, purpose }: { user: UserRow; purpose: keyof typeof mails },
): Promise<void> {
  const { context, now } = operation;
  const owner = { tenantId: user.tenant_id, userId: user.id, email: user.email, now };
  const token = await makeOneTimeToken(sql, purpose, owner);
  const to = { tenantName: tenantOf(operation).name, name: user.name ?? user.first_name };
  const mail = mails[purpose]({ ...to, appUrl: context.config.appUrl, token });
  await operation.mail(sql, user.tenant_id, user.email, mail);
}
