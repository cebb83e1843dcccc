import type { Sql } from "../database/sql.js";
import type { FactorRow } from "./factors.js";

interface Owners {
  tenantId: string;
  userIds: readonly string[];
}

/** What belongs to several users, each row with its owner; one question for a page of them. */
export const listFactorsOf = (sql: Sql, { tenantId, userIds }: Owners) =>
  sql<FactorRow>`
    select * from factors
    where tenant_id = ${tenantId} and user_id = any(${userIds}) and confirmed_at is not null
    order by id`;

export const listConnectionsOf = (sql: Sql, { tenantId, userIds }: Owners) =>
  sql<{ user_id: string; id: string; provider: string; created_at: Date }>`
    select user_id, id, provider, created_at from connections
    where tenant_id = ${tenantId} and user_id = any(${userIds}) order by id`;

export const listMembershipsOf = (sql: Sql, { tenantId, userIds }: Owners) =>
  sql<{ user_id: string; organization_id: string; name: string; role: string; created_at: Date }>`
    select m.user_id, m.organization_id, o.name, m.role, m.created_at
    from memberships m
    join organizations o on o.tenant_id = m.tenant_id and o.id = m.organization_id
    where m.tenant_id = ${tenantId} and m.user_id = any(${userIds}) order by m.organization_id`;
