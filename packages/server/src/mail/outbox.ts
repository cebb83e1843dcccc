import { randomBytes } from "node:crypto";
import type { Sql } from "../database/sql.js";
import type { MailText } from "./messages.js";

/** A mail and who it is for. */
export interface OutgoingMail extends MailText {
  tenantId: string;
  recipient: string;
  createdAt?: Date;
}

let written = 0;

/** Sortable by the order of writing, so that the newest is the largest. */
function mailId(now: number): string {
  const order = (written++ % 46_656).toString(36).padStart(3, "0");
  return `mail_${now.toString(36).padStart(9, "0")}${order}${randomBytes(8).toString("hex")}`;
}

/** Puts a mail into the outbox, in the transaction of what it tells about. After the commit call `mail.nudge()`. */
export async function enqueueMail(sql: Sql, mail: OutgoingMail): Promise<string> {
  const createdAt = mail.createdAt ?? new Date();
  const id = mailId(createdAt.getTime());
  await sql`insert into outbox
      (tenant_id, id, kind, recipient, subject, body_text, links, created_at)
    values (${mail.tenantId}, ${id}, ${mail.kind}, ${mail.recipient}, ${mail.subject},
      ${mail.text}, ${JSON.stringify(mail.links)}, ${createdAt})`;
  return id;
}
