import type { UserSort } from "@hellojohn/contract";
import { raw, type Sql } from "../database/sql.js";
import { ask, part } from "./fragment.js";
import { isWhole, type UserConditions, whereOf } from "./user-conditions.js";
import type { UserRow } from "./users.js";

/** The expression each order has an index for, with its type. Nobody is null in it. */
const keys: Record<UserSort, { key: string; type: string }> = {
  created_at: { key: "u.created_at", type: "timestamptz" },
  email: { key: "u.email_lower", type: "text" },
  name: { key: "u.sort_name", type: "text" },
  last_sign_in_at: { key: "coalesce(u.last_sign_in_at, '-infinity')", type: "timestamptz" },
};

export interface UserOrder {
  sort: UserSort;
  order: "asc" | "desc";
}

/** Where a user stands in an order: PostgreSQL's own text, for a `Date` would lose the microseconds. */
export interface Position {
  key: string;
  id: string;
}

export type ListedRow = UserRow & { sort_key: string };

const columns = raw(
  [
    ...["tenant_id", "id", "email", "email_lower", "email_verified", "pending_email", "name"],
    ...["first_name", "last_name", "avatar_url", "phone_number", "phone_verified", "role"],
    ...["status", "disabled", "mfa_enrolled", "public_metadata", "private_metadata"],
    ...["password_hash", "last_sign_in_at", "created_at", "updated_at", "version"],
  ]
    .map((column) => `u.${column}`)
    .join(", "),
);

/** Users in an order, from behind a position on. Equal ones stand in the order of their ids. */
export function listUsers(
  sql: Sql,
  conditions: UserConditions,
  page: UserOrder & { after?: Position | undefined; limit: number },
): Promise<ListedRow[]> {
  const { after, limit } = page;
  const { key, type } = keys[page.sort];
  const direction = raw(page.order);
  const beyond = raw(page.order === "asc" ? ">" : "<");
  const where = whereOf(conditions);
  const from = after
    ? part`${where} and (${raw(key)}, u.id) ${beyond} (${after.key}::${raw(type)}, ${after.id})`
    : where;
  const statement = part`select ${columns}, ${raw(key)}::text as sort_key from users u where ${from}
    order by ${raw(key)} ${direction}, u.id ${direction} limit ${limit}`;
  return ask<ListedRow>(sql, statement, isWhole(conditions));
}

/** How many users there are, counted as far as `most`. */
export async function countUsers(
  sql: Sql,
  conditions: UserConditions,
  most: number,
): Promise<number> {
  const [row] = await ask<{ total: number }>(
    sql,
    part`select count(*) as total from (
      select from users u where ${whereOf(conditions)} limit ${most}) as counted`,
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
