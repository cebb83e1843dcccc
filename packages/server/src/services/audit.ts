import { insertAudit } from "../store/audit.js";
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
}

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

/** Appends what happened, in the transaction in which it happened; answers the event's id. */
export async function audit(sql: Sql, operation: Operation, event: Event): Promise<string> {
  const { caller, origin, now } = operation;
  const tenantId = event.tenantId ?? (caller.kind === "none" ? undefined : caller.tenant.id);
  if (tenantId === undefined) throw new Error(`The event ${event.type} names no tenant`);
  const id = makeId("evt", now);
  await insertAudit(sql, {
    tenant_id: tenantId,
    id,
    type: event.type,
    ...(event.userId ? { actor_type: "user", actor_id: event.userId } : actorOf(caller)),
    resource_id: event.resourceId,
    reason: event.reason ?? null,
    changed_fields: [...(event.changedFields ?? [])],
    ip: origin.ip,
    user_agent: origin.userAgent,
    request_id: origin.requestId,
    metadata: { ...event.metadata, ...impersonationOf(caller) },
    created_at: now,
  });
  return id;
}
