import { type AuthConfig, refusal, refuseFields } from "@hellojohn/contract";
import type { Sql } from "../database/sql.js";
import { emailChangeMail, verifyEmailMail } from "../mail/messages.js";
import { findUserByEmail, type UserChanges, type UserRow } from "../store/users.js";
import { type Operation, tenantOf } from "./call.js";
import { makeOneTimeToken } from "./one-time-token.js";

export const emailTaken = () =>
  refusal("email_already_exists", "That e-mail address belongs to someone else", {
    fields: {
      email: [{ code: "email_already_exists", message: "That address belongs to someone else" }],
    },
  });

const same = (one: string, other: string | null) => one.toLowerCase() === other?.toLowerCase();

/** Refuses an address outside the tenant's domains, where it names any. */
export function assertDomain(email: string, { allowedEmailDomains }: AuthConfig): void {
  const domain = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  if (allowedEmailDomains.length === 0 || allowedEmailDomains.some((each) => same(each, domain)))
    return;
  throw refuseFields({
    email: [
      {
        code: "domain_not_allowed",
        message: `Use an address at ${allowedEmailDomains.join(", ")}`,
      },
    ],
  });
}

/** Whether a new address asks for more than another spelling of the present one. */
export const isNewEmail = (row: UserRow, email: string | undefined): email is string =>
  email !== undefined && !same(email, row.email);

/** What sending an address writes: a new one waits for proof, another spelling of the present one does not. */
export async function emailChanges(
  sql: Sql,
  operation: Operation,
  row: UserRow,
  email: string,
): Promise<UserChanges> {
  if (!isNewEmail(row, email)) return email === row.email ? {} : { email };
  assertDomain(email, tenantOf(operation).config);
  if (await findUserByEmail(sql, row.tenant_id, email)) throw emailTaken();
  return { pending_email: email };
}

/** Sends the link that proves an address. */
export async function sendVerification(
  sql: Sql,
  operation: Operation,
  row: UserRow,
  email: string,
): Promise<void> {
  const { context, now } = operation;
  const owner = { tenantId: row.tenant_id, userId: row.id };
  const token = await makeOneTimeToken(sql, "email_verification", { ...owner, email, now });
  const to = { tenantName: tenantOf(operation).name, name: row.name ?? row.first_name };
  const { appUrl } = context.config;
  await operation.mail(sql, row.tenant_id, email, verifyEmailMail({ ...to, appUrl, token }));
}

/** Tells the old address, from which a change might be unwanted. */
export async function tellOldAddress(
  sql: Sql,
  operation: Operation,
  row: UserRow,
  newEmail: string,
): Promise<void> {
  const to = { tenantName: tenantOf(operation).name, name: row.name ?? row.first_name };
  await operation.mail(sql, row.tenant_id, row.email, emailChangeMail({ ...to, newEmail }));
}
