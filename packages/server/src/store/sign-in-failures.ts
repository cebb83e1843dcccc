import type { Sql } from "../database/sql.js";

/** Until when an address is locked, which may be over, or nothing. */
export async function findLock(sql: Sql, tenantId: string, email: string): Promise<Date | null> {
  const [row] = await sql<{ locked_until: Date | null }>`
    select locked_until from sign_in_failures
    where tenant_id = ${tenantId} and email_lower = ${email.toLowerCase()}`;
  return row?.locked_until ?? null;
}

/** Counts a failure; answers whether it locked the address. What is older than `since` is forgotten. */
export async function noteFailure(
  sql: Sql,
  failure: { tenantId: string; email: string; now: Date; since: Date },
  lock: { after: number; until: Date },
): Promise<boolean> {
  const { tenantId, now, since } = failure;
  const [row] = await sql<{ failures: number }>`
    insert into sign_in_failures as f (tenant_id, email_lower, failures, last_failed_at)
    values (${tenantId}, ${failure.email.toLowerCase()}, 1, ${now})
    on conflict (tenant_id, email_lower) do update set
      failures = case when f.last_failed_at < ${since} or f.locked_until <= ${now}
        then 1 else f.failures + 1 end,
      last_failed_at = ${now},
      locked_until = case when f.last_failed_at >= ${since} and f.failures + 1 = ${lock.after}
        then ${lock.until} when f.locked_until <= ${now} then null else f.locked_until end
    returning failures`;
  return row?.failures === lock.after;
}

export async function forgetFailures(sql: Sql, tenantId: string, email: string): Promise<void> {
  await sql`delete from sign_in_failures
    where tenant_id = ${tenantId} and email_lower = ${email.toLowerCase()}`;
}
