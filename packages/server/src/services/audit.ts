import type { AuditEvent } from "@hellojohn/contract";
import { type AuditRow, insertAudit, insertAudits } from "../store/audit.js";
import { makeId } from "../store/ids.js";
import type { Sql } from "../database/sql.js";
import type { Caller, Operation } from "./call.js";

interface Event {
  type: string;
  /** The user or thing it happened to. */
  resourceId: string | null;
  reason?: string;
  /** Names alone, never values. */
  changedFields?: readonly string[];
  metadata?: Record<string, unknown>;
  /** Who did it, when it was not the bearer: signing in makes a person of an app's visitor. */
  userId?: string;
  tenantId?: string;
  /** What an application told of itself; everything else is the system's own word. */
  source?: "api";
}

/** An event as whoever may read the log sees it. */
export const auditViewOf = (row: AuditRow): AuditEvent => ({
  id: row.id,
  type: row.type,
  actorType: row.actor_type,
  actorId: row.actor_id,
  resourceId: row.resource_id,
  reason: row.reason,
  changedFields: row.changed_fields,
  source: row.source,
  ip: row.ip,
  userAgent: row.user_agent,
  requestId: row.request_id,
  metadata: row.metadata,
  createdAt: row.created_at,
});

const actorOf = (caller: Caller): { actor_type: string; actor_id: string | null } => {
  if (caller.kind === "session") return { actor_type: "user", actor_id: caller.user.id };
  if (caller.kind === "key") return { actor_type: "api_key", actor_id: caller.keyId };
  return { actor_type: "anonymous", actor_id: null };
};

const impersonationOf = (caller: Caller): Record<string, unknown> =>
  caller.kind === "session" && caller.actor === "impersonator"
    ? {
        impersonated: true,
        session_id: caller.user.session_id,
        impersonator: { type: caller.user.impersonator_type, id: caller.user.impersonator_id },
      }
    : {};

/** An event as a row of the log, for whoever appends it within a statement of its own. */
export function eventOf({ caller, origin, now }: Operation, event: Event): AuditRow {
  const tenantId = event.tenantId ?? (caller.kind === "none" ? undefined : caller.tenant.id);
  if (tenantId === undefined) throw new Error(`The event ${event.type} names no tenant`);
  return {
    tenant_id: tenantId,
    id: makeId("evt", now),
    type: event.type,
    ...(event.userId ? { actor_type: "user", actor_id: event.userId } : actorOf(caller)),
    resource_id: event.resourceId,
    reason: event.reason ?? null,
    changed_fields: [...(event.changedFields ?? [])],
    source: event.source ?? "system",
    ip: origin.ip,
    user_agent: origin.userAgent,
    request_id: origin.requestId,
    metadata: { ...event.metadata, ...impersonationOf(caller) },
    created_at: now,
  };
}

/** Appends what happened, in the transaction in which it happened. */
export async function appendEvent(sql: Sql, operation: Operation, event: Event): Promise<AuditRow> {
  const row = eventOf(operation, event);
  await insertAudit(sql, row);
  return row;
}

/** The same; answers the event's id. */
export const audit = async (sql: Sql, operation: Operation, event: Event): Promise<string> =>
  (await appendEvent(sql, operation, event)).id;

/** Appends many events by one statement. */
export const auditAll = (sql: Sql, operation: Operation, events: readonly Event[]): Promise<void> =>
  insertAudits(
    sql,
    events.map((event) => eventOf(operation, event)),
  );
