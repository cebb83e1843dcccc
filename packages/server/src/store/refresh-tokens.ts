import type { Sql } from "../database/sql.js";
import type { SignedInRow } from "./sessions.js";

export interface RefreshRow extends SignedInRow {
  token_expires_at: Date;
  used_at: Date | null;
}

/** A presented token with its session, which no other refresh touches until the transaction ends. */
export async function lockRefreshToken(
  sql: Sql,
  { tenantId, sessionId, tokenHash }: { tenantId: string; sessionId: string; tokenHash: string },
): Promise<RefreshRow | undefined> {
  // The lock comes first, so that the token is read as the refresh before this one left it.
  await sql`select from sessions where tenant_id = ${tenantId} and id = ${sessionId} for update`;
  const [row] = await sql<RefreshRow>`
    select u.*, s.id as session_id, s.authenticated_at, s.last_active_at,
      s.expires_at as session_expires_at, s.revoked_at, s.impersonator_type, s.impersonator_id,
      t.name as tenant_name, t.config::text as config, r.expires_at as token_expires_at, r.used_at
    from refresh_tokens r
    join sessions s on s.tenant_id = r.tenant_id and s.id = r.session_id
    join users u on u.tenant_id = s.tenant_id and u.id = s.user_id
    join tenants t on t.tenant_id = s.tenant_id
    where r.tenant_id = ${tenantId} and r.token_hash = ${tokenHash} and r.session_id = ${sessionId}`;
  return row;
}

export async function insertRefreshToken(
  sql: Sql,
  token: {
    tenantId: string;
    sessionId: string;
    tokenHash: string;
    createdAt: Date;
    expiresAt: Date;
  },
): Promise<void> {
  await sql`insert into refresh_tokens (tenant_id, token_hash, session_id, created_at, expires_at)
    values (${token.tenantId}, ${token.tokenHash}, ${token.sessionId}, ${token.createdAt},
      ${token.expiresAt})`;
}

/** Marks a token as used and lets its session live as long as the one that follows. */
export async function spendRefreshToken(
  sql: Sql,
  { tenantId, sessionId, tokenHash }: { tenantId: string; sessionId: string; tokenHash: string },
  { now, expiresAt }: { now: Date; expiresAt: Date },
): Promise<void> {
  await sql`
    with used as (
      update refresh_tokens set used_at = ${now}
      where tenant_id = ${tenantId} and token_hash = ${tokenHash}
    )
    update sessions set expires_at = ${expiresAt}, last_active_at = ${now}
    where tenant_id = ${tenantId} and id = ${sessionId}`;
}

/** When a token was used and how long it lives; nothing when there is no such token. */
export async function findRefreshToken(sql: Sql, tenantId: string, tokenHash: string) {
  const [row] = await sql<{ used_at: Date | null; expires_at: Date }>`
    select used_at, expires_at from refresh_tokens
    where tenant_id = ${tenantId} and token_hash = ${tokenHash}`;
  return row;
}
