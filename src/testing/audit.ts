import type { AuditEvent } from "@hellojohn/contract";
import type { Call } from "./call.js";

/** What of a call the log keeps. */
export type Logged = Pick<Call, "state" | "caller" | "key" | "origin">;

interface Given {
  type: string;
  /** The user or thing it happened to. */
  resourceId: string | null;
  reason?: string | null | undefined;
  /** Names alone, never values. */
  changedFields?: readonly string[];
  metadata?: Record<string, unknown>;
  source?: "system" | "api";
  /** Who did it, when it was not the bearer: signing in makes a person of an app's visitor. */
  userId?: string;
}

function actorOf({ caller, key }: Logged, userId?: string) {
  const id = userId ?? caller?.user.id;
  if (id !== undefined) return { actorType: "user", actorId: id };
  return key
    ? { actorType: "api_key", actorId: key.id }
    : { actorType: "anonymous", actorId: null };
}

function impersonationOf({ caller }: Logged): Record<string, unknown> {
  const id = caller?.session.impersonatorId;
  if (!caller || !id) return {};
  const type = id.startsWith("key_") ? "api_key" : "user";
  return { impersonated: true, session_id: caller.session.id, impersonator: { type, id } };
}

/** Appends what happened to the log. */
export function audit(call: Logged, given: Given): AuditEvent {
  const { state, origin } = call;
  const { type, resourceId, reason = null, changedFields = [], source = "system" } = given;
  const event: AuditEvent = {
    id: state.makeId("evt"),
    type,
    ...actorOf(call, given.userId),
    resourceId,
    reason,
    changedFields: [...changedFields],
    source,
    ip: origin.ip,
    userAgent: origin.userAgent,
    requestId: origin.requestId,
    metadata: { ...given.metadata, ...impersonationOf(call) },
    createdAt: state.clock.date(),
  };
  state.events.push(event);
  return event;
}
