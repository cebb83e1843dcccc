import type { Sql } from "../database/sql.js";

export interface OrganizationRow {
  tenant_id: string;
  id: string;
  name: string;
  created_at: Date;
}

export async function insertOrganization(sql: Sql, row: OrganizationRow): Promise<void> {
  await sql`insert into organizations (tenant_id, id, name, created_at)
    values (${row.tenant_id}, ${row.id}, ${row.name}, ${row.created_at})`;
}

/** The organization, which nobody removes until the transaction ends. */
export async function holdOrganization(
  sql: Sql,
  tenantId: string,
  id: string,
): Promise<OrganizationRow | undefined> {
  const [row] = await sql<OrganizationRow>`
    select * from organizations where tenant_id = ${tenantId} and id = ${id} for key share`;
  return row;
}

/** Where a page begins: after this name, and after this id among equal names. */
export interface OrganizationPosition {
  sortName: string;
  id: string;
}

/** By name, whatever its case, then by id. `q` is part of the name; nothing in it is a sign. */
export const findOrganizations = (
  sql: Sql,
  {
    tenantId,
    q,
    after,
    limit,
  }: {
    tenantId: string;
    q: string;
    after: OrganizationPosition | undefined;
    limit: number;
  },
) =>
  sql<OrganizationRow & { sort_name: string }>`
    select *, fold_case(name) collate "C" as sort_name from organizations
    where tenant_id = ${tenantId} and position(fold_case(${q}) in fold_case(name)) > 0
      and (fold_case(name) collate "C", id) > (${after?.sortName ?? ""}, ${after?.id ?? ""})
    order by fold_case(name) collate "C", id limit ${limit}`;
