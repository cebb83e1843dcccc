import type { Sql } from "../database/sql.js";
import type { SessionRow } from "./sessions.js";
import type { UserRow } from "./users.js";

type NewSession = Pick<
  SessionRow,
  "tenant_id" | "id" | "user_id" | "created_at" | "expires_at" | "ip" | "user_agent"
>;

/**
 * Begins a session with its first refresh token and notes the time; answers the user as she is now. One statement, for
 * each by itself costs as much again in getting there. Sign-in times are not part of what people edit, so the version stays.
 */
export async function openSession(
  sql: Sql,
  session: NewSession,
  tokenHash: string,
): Promise<UserRow | undefined> {
  const { tenant_id: tenantId, created_at: now } = session;
  const [row] = await sql<UserRow>`
    with session as (
      insert into sessions (tenant_id, id, user_id, created_at, authenticated_at, last_active_at,
        expires_at, ip, user_agent)
      values (${tenantId}, ${session.id}, ${session.user_id}, ${now}, ${now}, ${now},
        ${session.expires_at}, ${session.ip}, ${session.user_agent})
    ), token as (
      insert into refresh_tokens (tenant_id, token_hash, session_id, created_at, expires_at)
      values (${tenantId}, ${tokenHash}, ${session.id}, ${now}, ${session.expires_at})
    )
    update users set last_sign_in_at = ${now}
    where tenant_id = ${tenantId} and id = ${session.user_id} returning *`;
  return row;
}
