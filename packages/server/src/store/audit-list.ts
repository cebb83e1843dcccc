import type { Sql } from "../database/sql.js";
import type { AuditRow } from "./audit.js";
import { ask, Fragment, joined, part } from "./fragment.js";

/** Which events; every condition given must hold. Ids sort by time, so a span of time is a span of ids. */
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

function whereOf(filters: AuditFilters): Fragment {
  const { tenantId, actorId, resourceId, type, typePrefix, source, from, before } = filters;
  const conditions = [
    part`tenant_id = ${tenantId}`,
    actorId !== undefined && part`actor_id = ${actorId}`,
    resourceId !== undefined && part`resource_id = ${resourceId}`,
    type !== undefined && part`type collate "C" = ${type}`,
    typePrefix !== undefined && part`starts_with(type collate "C", ${typePrefix})`,
    source !== undefined && part`source = ${source}`,
    from !== undefined && part`id >= ${from}`,
    before !== undefined && part`id < ${before}`,
  ];
  return joined(
    conditions.filter((each) => each !== false),
    " and ",
  );
}

/** The newest events that match. */
export const listAudit = (sql: Sql, filters: AuditFilters, limit: number): Promise<AuditRow[]> =>
  ask<AuditRow>(
    sql,
    part`select * from audit_events where ${whereOf(filters)} order by id desc limit ${limit}`,
  );

/** How many events match, counted as far as `most`. */
export async function countAudit(sql: Sql, filters: AuditFilters, most: number): Promise<number> {
  const [row] = await ask<{ total: number }>(
    sql,
    part`select count(*) as total from (
      select from audit_events where ${whereOf(filters)} limit ${most}) as counted`,
  );
  return row?.total ?? 0;
}

interface Explained {
  "QUERY PLAN": [{ Plan: { "Plan Rows": number } }];
}

/** How many events the planner expects, which costs no look at the table. */
export async function estimateAudit(sql: Sql, filters: AuditFilters): Promise<number> {
  const [row] = await ask<Explained>(
    sql,
    part`explain (format json) select from audit_events where ${whereOf(filters)}`,
  );
  return row?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0;
}
