import type { Sql } from "../database/sql.js";
import type { ConnectionRow, MembershipRow } from "./belongings.js";
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
  sql<ConnectionRow & { user_id: string }>`
    select user_id, id, provider, created_at from connections
    where tenant_id = ${tenantId} and user_id = any(${userIds}) order by id`;

export const listMembershipsOf = (sql: Sql, { tenantId, userIds }: Owners) =>
  sql<MembershipRow & { user_id: string }>`
    select m.user_id, m.organization_id, o.name, m.role, m.created_at
    from memberships m
    join organizations o on o.tenant_id = m.tenant_id and o.id = m.organization_id
    where m.tenant_id = ${tenantId} and m.user_id = any(${userIds}) order by m.organization_id`;
