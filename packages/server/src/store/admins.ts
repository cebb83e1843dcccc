import type { Sql } from "../database/sql.js";

/** Two of the tenant's administrators who can act: enough to tell whether one is left without another. */
export async function findAdmins(sql: Sql, tenantId: string): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    select id from users where tenant_id = ${tenantId} and role = 'admin' and not disabled
    limit 2`;
  return rows.map((row) => row.id);
}

/** From here to its end one transaction at a time may take administrators away, so that two cannot remove each other. */
export async function lockAdmins(sql: Sql, tenantId: string): Promise<void> {
  await sql`select from tenants where tenant_id = ${tenantId} for no key update`;
}

/** Whether someone else than these administers the tenant. */
export async function hasOtherAdmin(
  sql: Sql,
  tenantId: string,
  ids: readonly string[],
): Promise<boolean> {
  const rows = await sql`
    select 1 as found from users
    where tenant_id = ${tenantId} and role = 'admin' and not disabled and id <> all(${ids})
    limit 1`;
  return rows.length > 0;
}
