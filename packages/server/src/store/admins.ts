import type { Sql } from "../database/sql.js";

/** The tenant's administrators who can act. One transaction at a time may look, so that two cannot remove each other. */
export async function lockAdmins(sql: Sql, tenantId: string): Promise<string[]> {
  await sql`select from tenants where tenant_id = ${tenantId} for no key update`;
  const rows = await sql<{ id: string }>`
    select id from users where tenant_id = ${tenantId} and role = 'admin' and not disabled`;
  return rows.map((row) => row.id);
}
