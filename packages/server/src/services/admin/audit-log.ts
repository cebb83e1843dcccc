import {
  type AuditEvent,
  type AuditEventInput,
  type AuditPage,
  type AuditQuery,
  refuseFields,
} from "@hellojohn/contract";
import type { Sql } from "../../database/sql.js";
import { type AuditFilters, countAudit, estimateAudit, listAudit } from "../../store/audit-list.js";
import { idsFrom } from "../../store/ids.js";
import { appendEvent, auditViewOf } from "../audit.js";
import { type Call, type Operation, tenantOf } from "../call.js";
import { openCursor, sealCursor } from "./cursor.js";

const defaultLimit = 50;

/** Both ends belong to the span; a date alone begins at midnight UTC. */
const idsAt = (time: Date | string | undefined, after = 0): string | undefined =>
  time === undefined ? undefined : idsFrom("evt", new Date(time).getTime() + after);

/** `user.*` is every type that begins with `user.`; without a star it is one type. */
const typeFilters = (type: string | undefined) =>
  type?.endsWith("*") ? { typePrefix: type.slice(0, -1) } : { type };

const filtersOf = (operation: Operation, query: AuditQuery): AuditFilters => ({
  tenantId: tenantOf(operation).id,
  actorId: query.actorId,
  resourceId: query.resourceId,
  ...typeFilters(query.type),
  source: query.source,
  from: idsAt(query.from),
  before: idsAt(query.to, 1),
});

const mostCounted = 10_000;

/** How many match: counted up to 10,000, estimated above. */
async function totalOf(sql: Sql, filters: AuditFilters) {
  const counted = await countAudit(sql, filters, mostCounted + 1);
  if (counted <= mostCounted) return { total: counted, isEstimate: false };
  return { total: Math.max(counted, await estimateAudit(sql, filters)), isEstimate: true };
}

/** The last event of a page, and how many there were when the walk began: later ones are not part of it. */
interface Position {
  last: string;
  total: number;
  isEstimate: boolean;
}

export async function listAuditEvents(call: Call<"listAuditEvents">): Promise<AuditPage> {
  const { secrets, database } = call.context;
  const { cursor, limit = defaultLimit } = call.query;
  const filters = filtersOf(call, call.query);
  const subject = ["audit", filters];
  const from = cursor === undefined ? undefined : openCursor<Position>(secrets, subject, cursor);
  const { total, isEstimate } = from ?? (await totalOf(database.sql, filters));

  const span = from ? { ...filters, before: from.last } : filters;
  // One more than asked for tells whether another page follows.
  const rows = await listAudit(database.sql, span, limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1)?.id : undefined;
  const next: Position | undefined = last === undefined ? undefined : { last, total, isEstimate };
  return {
    data: page.map(auditViewOf),
    meta: {
      total,
      totalIsEstimate: isEstimate,
      limit,
      cursor: next ? sealCursor(secrets, subject, next) : null,
    },
  };
}

/** `action` is another name of `type`. */
function typeOf({ type, action }: AuditEventInput): string {
  const name = type ?? action;
  if (name === undefined)
    throw refuseFields({ type: [{ code: "required", message: "Say what happened" }] });
  if (action !== undefined && action !== name)
    throw refuseFields({ action: [{ code: "duplicate_field", message: "Send type alone" }] });
  return name;
}

/** Takes an application's own event, which never passes for one of the system's. */
export const createAuditEvent = (call: Call<"createAuditEvent">): Promise<AuditEvent> => {
  const { resourceId = null, reason, actor, metadata } = call.body;
  const event = {
    type: typeOf(call.body),
    resourceId,
    ...(reason ? { reason } : {}),
    metadata: { ...metadata, ...(actor ? { actor } : {}) },
    source: "api" as const,
  };
  return call.transact(async (sql) => auditViewOf(await appendEvent(sql, call, event)));
};
