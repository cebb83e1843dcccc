import type { Sql } from "../database/sql.js";

export interface FactorRow {
  tenant_id: string;
  id: string;
  user_id: string;
  type: string;
  sealed_secret: string;
  created_at: Date;
  confirmed_at: Date | null;
  last_used_at: Date | null;
  last_step: number | null;
}

interface Owner {
  tenantId: string;
  userId: string;
}

/** A factor that waits to be confirmed; one that waited before is forgotten. */
export async function insertFactor(
  sql: Sql,
  factor: Owner & { id: string; sealedSecret: string; now: Date },
): Promise<void> {
  const { tenantId, userId } = factor;
  await sql`delete from factors
    where tenant_id = ${tenantId} and user_id = ${userId} and confirmed_at is null`;
  await sql`insert into factors (tenant_id, id, user_id, type, sealed_secret, created_at)
    values (${tenantId}, ${factor.id}, ${userId}, 'totp', ${factor.sealedSecret}, ${factor.now})`;
}

/** A user's factors, which nobody else uses until the transaction ends. */
export const lockFactors = (sql: Sql, { tenantId, userId }: Owner) =>
  sql<FactorRow>`
    select * from factors where tenant_id = ${tenantId} and user_id = ${userId}
    order by id for update`;

export const listFactors = (sql: Sql, { tenantId, userId }: Owner) =>
  sql<FactorRow>`
    select * from factors
    where tenant_id = ${tenantId} and user_id = ${userId} and confirmed_at is not null
    order by id`;

/** Remembers the step of the code that was used, so that it works once. */
export async function spendFactor(
  sql: Sql,
  { tenant_id, id }: Pick<FactorRow, "tenant_id" | "id">,
  step: number,
  now: Date,
): Promise<FactorRow | undefined> {
  const [row] = await sql<FactorRow>`
    update factors set last_step = ${step}, last_used_at = ${now},
      confirmed_at = coalesce(confirmed_at, ${now})
    where tenant_id = ${tenant_id} and id = ${id} returning *`;
  return row;
}

export async function deleteFactor(
  sql: Sql,
  { tenant_id, id }: Pick<FactorRow, "tenant_id" | "id">,
): Promise<void> {
  await sql`delete from factors where tenant_id = ${tenant_id} and id = ${id}`;
}
