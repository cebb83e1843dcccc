import type { Sql } from "../database/sql.js";

/** A mail that this server is about to send. */
export interface ClaimedMail {
  tenant_id: string;
  id: string;
  recipient: string;
  subject: string;
  body_text: string;
  attempts: number;
}

/** Takes a few waiting mails for two minutes; a server that dies meanwhile leaves them to the next. */
export const claimMails = (sql: Sql): Promise<ClaimedMail[]> => sql<ClaimedMail>`
  update outbox set attempts = attempts + 1, next_attempt_at = now() + interval '2 minutes'
  where (tenant_id, id) in (
    select tenant_id, id from outbox
    where sent_at is null and next_attempt_at <= now()
    order by next_attempt_at limit 10 for update skip locked
  )
  returning tenant_id, id, recipient, subject, body_text, attempts`;

/** A sent mail keeps its subject; its text goes, for it holds a token. */
export const markSent = (sql: Sql, mail: ClaimedMail): Promise<unknown> => sql`
  update outbox set sent_at = now(), next_attempt_at = null, last_error = null,
    body_text = '', links = '[]'
  where tenant_id = ${mail.tenant_id} and id = ${mail.id}`;

const maxAttempts = 10;

/** 15 seconds, 30, a minute and so on up to an hour; the tenth failure is the last. */
export function markFailed(sql: Sql, mail: ClaimedMail, error: unknown): Promise<unknown> {
  const seconds = Math.min(3600, 15 * 2 ** (mail.attempts - 1));
  const nextAttempt = mail.attempts >= maxAttempts ? null : new Date(Date.now() + seconds * 1000);
  const reason = String(error instanceof Error ? error.message : error).slice(0, 500);
  return sql`
    update outbox set next_attempt_at = ${nextAttempt}, last_error = ${reason}
    where tenant_id = ${mail.tenant_id} and id = ${mail.id}`;
}
