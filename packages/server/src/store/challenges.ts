import type { Sql } from "../database/sql.js";

export interface ChallengeRow {
  challenge_hash: string;
  user_id: string;
  expires_at: Date;
  attempts: number;
  used_at: Date | null;
}

export async function insertChallenge(
  sql: Sql,
  challenge: { tenantId: string; challengeHash: string; userId: string; expiresAt: Date },
): Promise<void> {
  await sql`insert into challenges (tenant_id, challenge_hash, user_id, expires_at)
    values (${challenge.tenantId}, ${challenge.challengeHash}, ${challenge.userId},
      ${challenge.expiresAt})`;
}

/** Counts a try before it is judged, so that parallel guesses count too. */
export async function tryChallenge(
  sql: Sql,
  tenantId: string,
  challengeHash: string,
): Promise<ChallengeRow | undefined> {
  const [row] = await sql<ChallengeRow>`
    update challenges set attempts = attempts + 1
    where tenant_id = ${tenantId} and challenge_hash = ${challengeHash}
    returning challenge_hash, user_id, expires_at, attempts, used_at`;
  return row;
}

/** Whether it was this call that used the challenge up. */
export async function spendChallenge(
  sql: Sql,
  tenantId: string,
  challengeHash: string,
  now: Date,
): Promise<boolean> {
  const rows = await sql`update challenges set used_at = ${now}
    where tenant_id = ${tenantId} and challenge_hash = ${challengeHash} and used_at is null
    returning 1 as used`;
  return rows.length > 0;
}

/** Ends every sign-in of a user that waits for its second step. */
export async function expireChallenges(
  sql: Sql,
  { tenantId, userId }: { tenantId: string; userId: string },
  now: Date,
): Promise<void> {
  await sql`update challenges set expires_at = ${now}
    where tenant_id = ${tenantId} and user_id = ${userId}
      and used_at is null and expires_at > ${now}`;
}
