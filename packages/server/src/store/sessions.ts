import type { Sql } from "../database/sql.js";
import type { UserRow } from "./users.js";

export interface SessionRow {
  tenant_id: string;
  id: string;
  user_id: string;
  created_at: Date;
  authenticated_at: Date;
  last_active_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
  ip: string | null;
  user_agent: string | null;
  impersonator_type: string | null;
  impersonator_id: string | null;
}

/** The signed-in user with her session and her tenant's settings. */
export interface SignedInRow extends UserRow {
  session_id: string;
  authenticated_at: Date;
  last_active_at: Date;
  session_expires_at: Date;
  revoked_at: Date | null;
  impersonator_type: string | null;
  impersonator_id: string | null;
  tenant_name: string;
  config: string;
}

/** Everything a call of a signed-in person needs, in one question to the database. */
export async function findSignedIn(
  sql: Sql,
  tenantId: string,
  sessionId: string,
): Promise<SignedInRow | undefined> {
  const [row] = await sql<SignedInRow>`
    select u.*, s.id as session_id, s.authenticated_at, s.last_active_at,
      s.expires_at as session_expires_at, s.revoked_at, s.impersonator_type, s.impersonator_id,
      t.name as tenant_name, t.config::text as config
    from sessions s
    join users u on u.tenant_id = s.tenant_id and u.id = s.user_id
    join tenants t on t.tenant_id = s.tenant_id
    where s.tenant_id = ${tenantId} and s.id = ${sessionId}`;
  return row;
}

export async function insertSession(
  sql: Sql,
  session: Omit<SessionRow, "last_active_at" | "revoked_at">,
): Promise<void> {
  await sql`insert into sessions (tenant_id, id, user_id, created_at, authenticated_at,
      last_active_at, expires_at, ip, user_agent, impersonator_type, impersonator_id)
    values (${session.tenant_id}, ${session.id}, ${session.user_id}, ${session.created_at},
      ${session.authenticated_at}, ${session.created_at}, ${session.expires_at}, ${session.ip},
      ${session.user_agent}, ${session.impersonator_type}, ${session.impersonator_id})`;
}

interface Owner {
  tenantId: string;
  userId: string;
}

export async function findSession(
  sql: Sql,
  tenantId: string,
  id: string,
): Promise<SessionRow | undefined> {
  const [row] = await sql<SessionRow>`
    select * from sessions where tenant_id = ${tenantId} and id = ${id}`;
  return row;
}

/** The sessions that still run, the latest used first; at most a thousand of them. */
export const listSessions = (sql: Sql, { tenantId, userId }: Owner, now: Date) =>
  sql<SessionRow>`
    select * from sessions
    where tenant_id = ${tenantId} and user_id = ${userId}
      and revoked_at is null and expires_at > ${now}
    order by last_active_at desc, id desc limit 1000`;

/** A session that was ended; `impersonated` when it was someone else's in the person's place. */
export interface EndedRow {
  id: string;
  user_id: string;
  impersonated: boolean;
}

/** Ends a user's running sessions: `only` this one, or all `but` one. Answers which it ended. */
export const revokeSessions = (
  sql: Sql,
  { tenantId, userId, only, but }: Owner & { only?: string; but?: string },
  now: Date,
) =>
  sql<EndedRow>`
    update sessions set revoked_at = ${now}
    where tenant_id = ${tenantId} and user_id = ${userId}
      and revoked_at is null and expires_at > ${now}
      and (${only}::text is null or id = ${only}) and (${but}::text is null or id <> ${but})
    returning id, user_id, impersonator_type is not null as impersonated`;

/** Ends the running sessions of many users; answers which it ended. */
export const revokeSessionsOf = (
  sql: Sql,
  { tenantId, userIds }: { tenantId: string; userIds: readonly string[] },
  now: Date,
) =>
  sql<EndedRow>`
    update sessions set revoked_at = ${now}
    where tenant_id = ${tenantId} and user_id = any(${userIds})
      and revoked_at is null and expires_at > ${now}
    returning id, user_id, impersonator_type is not null as impersonated`;

export async function noteActivity(
  sql: Sql,
  { tenantId, id }: { tenantId: string; id: string },
  now: Date,
): Promise<void> {
  await sql`update sessions set last_active_at = ${now}
    where tenant_id = ${tenantId} and id = ${id} and last_active_at < ${now}`;
}

/** Remembers that the person has just shown her password. */
export async function noteAuthentication(
  sql: Sql,
  { tenantId, id }: { tenantId: string; id: string },
  now: Date,
): Promise<void> {
  await sql`update sessions set authenticated_at = ${now}
    where tenant_id = ${tenantId} and id = ${id}`;
}
