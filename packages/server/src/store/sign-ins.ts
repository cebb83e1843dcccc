import type { Sql } from "../database/sql.js";
import { appending, type AuditRow } from "./audit.js";
import { ask, part } from "./fragment.js";
import type { SessionRow } from "./sessions.js";
import type { UserRow } from "./users.js";

type NewSession = Pick<
  SessionRow,
  "tenant_id" | "id" | "user_id" | "created_at" | "expires_at" | "ip" | "user_agent"
>;

/** Who an address belongs to, and what went wrong at it. */
export interface Candidate {
  user: UserRow | undefined;
  /** Until when nobody signs in with it; it may be over. */
  lockedUntil: Date | null;
  hasFailed: boolean;
}

/** Asked at once, for each by itself costs as much again in getting there. */
export async function findCandidate(sql: Sql, tenantId: string, email: string): Promise<Candidate> {
  const [row] = await sql<
    (UserRow | { id: null }) & { locked_until: Date | null; has_failed: boolean }
  >`
    select u.*, f.locked_until, f.email_lower is not null as has_failed
    from (select ${email.toLowerCase()} as email_lower) as asked
    left join users u on u.tenant_id = ${tenantId} and u.email_lower = asked.email_lower
    left join sign_in_failures f
      on f.tenant_id = ${tenantId} and f.email_lower = asked.email_lower`;
  return {
    user: row && row.id !== null ? row : undefined,
    lockedUntil: row?.locked_until ?? null,
    hasFailed: row?.has_failed === true,
  };
}

/**
 * Begins a session with its first refresh token, notes the time and says so in the log; answers the user as she is now.
 * One statement, again. Sign-in times are not part of what people edit, so the version stays.
 */
export async function openSession(
  sql: Sql,
  session: NewSession,
  tokenHash: string,
  event: AuditRow,
): Promise<UserRow | undefined> {
  const { tenant_id: tenantId, created_at: now } = session;
  const [row] = await ask<UserRow>(
    sql,
    part`with session as (
      insert into sessions (tenant_id, id, user_id, created_at, authenticated_at, last_active_at,
        expires_at, ip, user_agent)
      values (${tenantId}, ${session.id}, ${session.user_id}, ${now}, ${now}, ${now},
        ${session.expires_at}, ${session.ip}, ${session.user_agent})
    ), token as (
      insert into refresh_tokens (tenant_id, token_hash, session_id, created_at, expires_at)
      values (${tenantId}, ${tokenHash}, ${session.id}, ${now}, ${session.expires_at})
    ), event as (
      ${appending(event)}
    )
    update users set last_sign_in_at = ${now}
    where tenant_id = ${tenantId} and id = ${session.user_id} returning *`,
    true,
  );
  return row;
}
