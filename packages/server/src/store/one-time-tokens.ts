import type { Sql } from "../database/sql.js";

export type TokenPurpose = "email_verification" | "password_reset" | "invitation";

/** The tokens that set a password. */
export const passwordPurposes = ["password_reset", "invitation"] as const;

export interface OneTimeTokenRow {
  token_hash: string;
  purpose: TokenPurpose;
  user_id: string;
  email: string;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
}

interface Owner {
  tenantId: string;
  userId: string;
}

/** Keeps a token's digest; the user's older ones for the same purpose stop working. */
export async function insertOneTimeToken(
  sql: Sql,
  token: Owner & {
    tokenHash: string;
    purpose: TokenPurpose;
    email: string;
    createdAt: Date;
    expiresAt: Date;
  },
): Promise<void> {
  await forgetOneTimeTokens(sql, token, [token.purpose]);
  await sql`insert into one_time_tokens
      (tenant_id, token_hash, purpose, user_id, email, created_at, expires_at)
    values (${token.tenantId}, ${token.tokenHash}, ${token.purpose}, ${token.userId},
      ${token.email}, ${token.createdAt}, ${token.expiresAt})`;
}

/** The token, which nobody else uses until the transaction ends. */
export async function lockOneTimeToken(
  sql: Sql,
  {
    tenantId,
    tokenHash,
    purposes,
  }: { tenantId: string; tokenHash: string; purposes: readonly TokenPurpose[] },
): Promise<OneTimeTokenRow | undefined> {
  const [row] = await sql<OneTimeTokenRow>`
    select token_hash, purpose, user_id, email, created_at, expires_at, used_at from one_time_tokens
    where tenant_id = ${tenantId} and token_hash = ${tokenHash} and purpose = any(${purposes})
    for update`;
  return row;
}

export async function spendOneTimeToken(
  sql: Sql,
  { tenantId, tokenHash, now }: { tenantId: string; tokenHash: string; now: Date },
): Promise<void> {
  await sql`update one_time_tokens set used_at = ${now}
    where tenant_id = ${tenantId} and token_hash = ${tokenHash}`;
}

/** When the user was last sent a token that still waits to be used. */
export async function lastTokenSentAt(
  sql: Sql,
  { tenantId, userId }: Owner,
  purpose: TokenPurpose,
): Promise<Date | undefined> {
  const [row] = await sql<{ created_at: Date }>`
    select created_at from one_time_tokens
    where tenant_id = ${tenantId} and user_id = ${userId} and purpose = ${purpose}
      and used_at is null
    order by created_at desc limit 1`;
  return row?.created_at;
}

/** The tokens that were never used stop working; used ones stay, to be told apart from unknown ones. */
export async function forgetOneTimeTokens(
  sql: Sql,
  { tenantId, userId }: Owner,
  purposes: readonly TokenPurpose[],
): Promise<void> {
  await sql`delete from one_time_tokens
    where tenant_id = ${tenantId} and user_id = ${userId} and purpose = any(${purposes})
      and used_at is null`;
}
