import type { Sql } from "../database/sql.js";
import type { SessionRow } from "./sessions.js";

export interface Owner {
  tenantId: string;
  userId: string;
}

export interface ConnectionRow {
  id: string;
  provider: string;
  created_at: Date;
}

export interface MembershipRow {
  organization_id: string;
  name: string;
  role: string;
  created_at: Date;
}

/** Accounts elsewhere that a user signs in with. */
export const listConnections = (sql: Sql, { tenantId, userId }: Owner) =>
  sql<ConnectionRow>`
    select id, provider, created_at from connections
    where tenant_id = ${tenantId} and user_id = ${userId} order by id`;

export const listMemberships = (sql: Sql, { tenantId, userId }: Owner) =>
  sql<MembershipRow>`
    select m.organization_id, o.name, m.role, m.created_at
    from memberships m
    join organizations o on o.tenant_id = m.tenant_id and o.id = m.organization_id
    where m.tenant_id = ${tenantId} and m.user_id = ${userId} order by m.organization_id`;

/** Every session of a user that is still kept, ended ones too, the newest first. */
export const listAllSessions = (sql: Sql, { tenantId, userId }: Owner, limit: number) =>
  sql<SessionRow>`
    select * from sessions where tenant_id = ${tenantId} and user_id = ${userId}
    order by created_at desc, id desc limit ${limit}`;
