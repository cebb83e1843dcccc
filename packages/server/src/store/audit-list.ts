import { raw, type Sql } from "../database/sql.js";
import type { AuditRow } from "./audit.js";

/** Which events. Ids sort by time, so a span of time is a span of ids. */
export interface AuditFilters {
  tenantId: string;
  actorId?: string | undefined;
  resourceId?: string | undefined;
  type?: string | undefined;
  /** How the type begins. */
  typePrefix?: string | undefined;
  source?: string | undefined;
  /** The first id of the span. */
  from?: string | undefined;
  /** The first id after it. */
  before?: string | undefined;
}

/** What is asked of the events that match: text before, between and after the conditions and the limit. */
const questions = {
  page: ["select *", "order by id desc", ""],
  count: ["select count(*)::int as many from (select", "", ") as found"],
  plan: ["explain (format json) select", "", ""],
} as const;

/** A condition that nobody asked for compares nothing with nothing, and the planner drops it. */
const column = (name: string, asked: string | undefined) => raw(asked === undefined ? "''" : name);

/** Asks about the events that match, planned anew each time for just these conditions. */
function ask<Row>(
  sql: Sql,
  question: keyof typeof questions,
  { limit, ...filters }: AuditFilters & { limit: number | null },
): Promise<Row[]> {
  const [before, between, after] = questions[question];
  const { actorId, resourceId, type, typePrefix, source } = filters;
  return sql<Row>`${raw(before)} from audit_events
    where tenant_id = ${filters.tenantId}
      and ${column("actor_id", actorId)} = ${actorId ?? ""}
      and ${column("resource_id", resourceId)} = ${resourceId ?? ""}
      and ${column('type collate "C"', type)} = ${type ?? ""}
      and starts_with(${column('type collate "C"', typePrefix)}, ${typePrefix ?? ""})
      and ${column("source", source)} = ${source ?? ""}
      and id >= ${filters.from ?? ""} and ${column("id", filters.before)} < ${filters.before ?? "~"}
    ${raw(between)} limit ${limit} ${raw(after)}`;
}

/** The newest events that match. */
export const listAudit = (
  sql: Sql,
  filters: AuditFilters & { limit: number },
): Promise<AuditRow[]> => ask<AuditRow>(sql, "page", filters);

const counted = 10_000;

/** How many match: counted up to 10,000, estimated above. */
export async function countAudit(
  sql: Sql,
  filters: AuditFilters,
): Promise<{ total: number; isEstimate: boolean }> {
  const [found] = await ask<{ many: number }>(sql, "count", { ...filters, limit: counted + 1 });
  const total = found?.many ?? 0;
  if (total <= counted) return { total, isEstimate: false };
  const [planned] = await ask<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }>(sql, "plan", {
    ...filters,
    limit: null,
  });
  const estimate = planned?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0;
  return { total: Math.max(estimate, total), isEstimate: true };
}
