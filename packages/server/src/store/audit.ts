import type { Sql } from "../database/sql.js";

/** A row of the append-only log. */
export interface AuditRow {
  tenant_id: string;
  id: string;
  type: string;
  actor_type: string;
  actor_id: string | null;
  resource_id: string | null;
  reason: string | null;
  changed_fields: string[];
  source: string;
  ip: string | null;
  user_agent: string | null;
  request_id: string | null;
  metadata: Record<string, unknown>;
  created_at: Date;
}

export async function insertAudit(sql: Sql, event: Omit<AuditRow, "source">): Promise<void> {
  await sql`insert into audit_events (tenant_id, id, type, actor_type, actor_id, resource_id, reason,
      changed_fields, ip, user_agent, request_id, metadata, created_at)
    values (${event.tenant_id}, ${event.id}, ${event.type}, ${event.actor_type}, ${event.actor_id},
      ${event.resource_id}, ${event.reason}, ${event.changed_fields}, ${event.ip},
      ${event.user_agent}, ${event.request_id}, ${event.metadata}, ${event.created_at})`;
}

/** What was done by and to a user, the newest first. */
export const listAuditOf = (sql: Sql, tenantId: string, userId: string, limit: number) =>
  sql<AuditRow>`
    select * from audit_events
    where tenant_id = ${tenantId} and (actor_id = ${userId} or resource_id = ${userId})
    order by id desc limit ${limit}`;
