import type { Sql } from "../database/sql.js";
import { ask, part } from "./fragment.js";
import { type UserConditions, whereGathered, whereOf } from "./user-conditions.js";

/** How many users there are, counted as far as `most`. */
export async function countUsers(
  sql: Sql,
  conditions: UserConditions,
  most: number,
): Promise<number> {
  const [row] = await ask<{ total: number }>(
    sql,
    part`select count(*) as total from (
      select from users u where ${whereGathered(conditions)} limit ${most}) as counted`,
  );
  return row?.total ?? 0;
}

interface Explained {
  "QUERY PLAN": [{ Plan: { "Plan Rows": number } }];
}

/** How many users the planner expects, which costs no look at the table. */
export async function estimateUsers(sql: Sql, conditions: UserConditions): Promise<number> {
  const [row] = await ask<Explained>(
    sql,
    part`explain (format json) select from users u where ${whereOf(conditions)}`,
  );
  return row?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0;
}
