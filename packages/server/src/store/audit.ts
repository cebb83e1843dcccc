import type { Sql } from "../database/sql.js";
import type { Owner } from "./belongings.js";
import { ask, type Fragment, part } from "./fragment.js";

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

/** Appends an event, by itself or within another statement. */
export const appending = (event: AuditRow): Fragment =>
  part`insert into audit_events (tenant_id, id, type, actor_type, actor_id, resource_id, reason,
      changed_fields, source, ip, user_agent, request_id, metadata, created_at)
    values (${event.tenant_id}, ${event.id}, ${event.type}, ${event.actor_type}, ${event.actor_id},
      ${event.resource_id}, ${event.reason}, ${event.changed_fields}, ${event.source}, ${event.ip},
      ${event.user_agent}, ${event.request_id}, ${event.metadata}, ${event.created_at})`;

export async function insertAudit(sql: Sql, event: AuditRow): Promise<void> {
  await ask(sql, appending(event), true);
}

export async function insertAudits(sql: Sql, events: readonly AuditRow[]): Promise<void> {
  if (events.length === 0) return;
  await sql`insert into audit_events (tenant_id, id, type, actor_type, actor_id, resource_id, reason,
      changed_fields, source, ip, user_agent, request_id, metadata, created_at)
    select tenant_id, id, type, actor_type, actor_id, resource_id, reason,
      changed_fields, source, ip, user_agent, request_id, metadata, created_at
    from jsonb_populate_recordset(null::audit_events, ${JSON.stringify(events)})`;
}

/** Text of at most so many bytes; what an application wrote into the log may be long. */
const heaviest = 8 * 1024 * 1024;

/** What was done by and to a user, the newest first: at most `limit` events, and no more than memory bears. */
export const listAuditOf = (sql: Sql, { tenantId, userId }: Owner, limit: number) =>
  sql<AuditRow>`
    with theirs as (
      (select * from audit_events where tenant_id = ${tenantId} and actor_id = ${userId}
        order by id desc limit ${limit})
      union all
      (select * from audit_events where tenant_id = ${tenantId} and resource_id = ${userId}
        and actor_id is distinct from ${userId} order by id desc limit ${limit})
    ), weighed as (
      select *, sum(octet_length(metadata::text) + octet_length(coalesce(user_agent, '')))
        over (order by id desc) as weight from theirs
    )
    select tenant_id, id, type, actor_type, actor_id, resource_id, reason, changed_fields, source,
      ip, user_agent, request_id, metadata, created_at
    from weighed where weight <= ${heaviest} order by id desc limit ${limit}`;
