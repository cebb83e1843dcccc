import {
  type AuditEvent,
  type AuditPage,
  type AuditQuery,
  refuseFields,
} from "@hellojohn/contract";
import { audit } from "../audit.js";
import type { Handlers, Operation } from "../call.js";
import { openCursor, sealCursor } from "../cursor.js";
import { mostCounted } from "./user-list.js";

function matcher(query: AuditQuery): (event: AuditEvent) => boolean {
  const { actorId, resourceId, type, source } = query;
  const from = query.from && new Date(query.from);
  const to = query.to && new Date(query.to);
  const prefix = type?.endsWith("*") ? type.slice(0, -1) : undefined;
  return (event) =>
    (actorId === undefined || event.actorId === actorId) &&
    (resourceId === undefined || event.resourceId === resourceId) &&
    (source === undefined || event.source === source) &&
    (type === undefined ||
      (prefix === undefined ? event.type === type : event.type.startsWith(prefix))) &&
    (!from || event.createdAt >= from) &&
    (!to || event.createdAt <= to);
}

function page({ state }: Operation, { limit = 50, cursor, ...filters }: AuditQuery): AuditPage {
  const matching = state.events.filter(matcher(filters)).toReversed();
  const subject = ["audit", state.tenantId, filters];
  const last = cursor === undefined ? undefined : openCursor<string>(subject, cursor);
  const rest = last === undefined ? matching : matching.filter(({ id }) => id < last);
  const data = rest.slice(0, limit);
  const end = rest.length > limit ? data.at(-1) : undefined;
  return {
    data,
    meta: {
      total: matching.length,
      totalIsEstimate: matching.length > mostCounted,
      limit,
      cursor: end ? sealCursor(subject, end.id) : null,
    },
  };
}

export const auditLog: Handlers<"listAuditEvents" | "createAuditEvent"> = {
  listAuditEvents: (call) => page(call, call.query),

  createAuditEvent(call) {
    const { type, action, resourceId = null, actor, reason, metadata } = call.body;
    const name = type ?? action;
    if (name === undefined)
      throw refuseFields({ type: [{ code: "required", message: "Say what happened" }] });
    if (action !== undefined && action !== name)
      throw refuseFields({ action: [{ code: "duplicate_field", message: "Send type alone" }] });
    return audit(call, {
      type: name,
      resourceId,
      reason,
      metadata: { ...metadata, ...(actor === undefined ? {} : { actor }) },
      source: "api",
    });
  },
};
