import { type AuthConfigUpdate, toWire } from "@hellojohn/contract";
import type { Sql } from "../database/sql.js";
import { makeId } from "./ids.js";

/** Makes a tenant; `config` holds only what differs from the defaults. Nothing happens to one that exists. */
export async function insertTenant(
  sql: Sql,
  tenant: { id?: string; name: string; config?: AuthConfigUpdate },
): Promise<string> {
  const id = tenant.id ?? makeId("tnt");
  await sql`insert into tenants (tenant_id, name, config)
    values (${id}, ${tenant.name}, ${toWire(tenant.config ?? {})}) on conflict (tenant_id) do nothing`;
  return id;
}

export interface TenantRow {
  tenant_id: string;
  name: string;
  config: unknown;
}

export async function findTenant(sql: Sql, tenantId: string): Promise<TenantRow | undefined> {
  const [row] = await sql<TenantRow>`
    select tenant_id, name, config from tenants where tenant_id = ${tenantId}`;
  return row;
}

/** Merges into a tenant's settings; answers what is stored then. */
export async function changeTenantConfig(
  sql: Sql,
  tenantId: string,
  patch: unknown,
): Promise<string> {
  const [row] = await sql<{ config: string }>`
    update tenants set config = jsonb_merge_patch(config, ${patch})
    where tenant_id = ${tenantId} returning config::text as config`;
  return row?.config ?? "{}";
}
