import type { UserSort } from "@hellojohn/contract";
import { raw } from "../database/sql.js";
import { type Fragment, part } from "./fragment.js";

export interface UserOrder {
  sort: UserSort;
  order: "asc" | "desc";
}

/** Where a user stands in an order: PostgreSQL's own text, for a `Date` would lose the microseconds. */
export interface Position {
  key: string;
  id: string;
}

/** The expression each order has an index for, with its type. Nobody is null in it. */
const keys: Record<UserSort, { key: string; type: string }> = {
  created_at: { key: "u.created_at", type: "timestamptz" },
  email: { key: "u.email_lower", type: "text" },
  name: { key: "u.sort_name", type: "text" },
  last_sign_in_at: { key: "coalesce(u.last_sign_in_at, '-infinity')", type: "timestamptz" },
};

export const keyOf = ({ sort }: UserOrder) => raw(keys[sort].key);

/** The condition of standing behind a position. */
export function behind({ sort, order }: UserOrder, { key, id }: Position): Fragment {
  const beyond = raw(order === "asc" ? ">" : "<");
  return part`(${keyOf({ sort, order })}, u.id) ${beyond} (${key}::${raw(keys[sort].type)}, ${id})`;
}

/** Equal ones stand in the order of their ids. */
export function orderBy(order: UserOrder): Fragment {
  const direction = raw(order.order);
  return part`order by ${keyOf(order)} ${direction}, u.id ${direction}`;
}
