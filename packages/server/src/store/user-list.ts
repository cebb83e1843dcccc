import { raw, type Sql } from "../database/sql.js";
import { ask, type Fragment, part } from "./fragment.js";
import {
  isUnseen,
  isWhole,
  type UserConditions,
  whereGathered,
  whereInOrder,
  whereOf,
} from "./user-conditions.js";
import { behind, keyOf, orderBy, type Position, type UserOrder } from "./user-order.js";
import type { UserRow } from "./users.js";

export type ListedRow = UserRow & { sort_key: string };

export interface UserSlice extends UserOrder {
  conditions: UserConditions;
  after: Position | undefined;
  limit: number;
  /** About how many match, and whether they are many for sure; it decides how they are looked for. */
  expected: { users: number; many: boolean };
}

interface Found {
  rows: ListedRow[];
  /** How many match, when looking for them told it. */
  counted?: number;
}

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

const from = ({ after, ...order }: UserSlice, where: Fragment): Fragment =>
  after ? part`${where} and ${behind(order, after)}` : where;

/** What lists are asked for most, and one more to tell whether more follow. */
const usualLimits = new Set([21, 51, 101, 201]);

/** PostgreSQL would plan anew at every call for a limit it does not see; each usual one has a plan that is kept. */
const limitOf = ({ limit }: UserSlice) => (usualLimits.has(limit) ? raw(String(limit)) : limit);

/** As the planner sees fit. Without conditions that is the index of the order. */
const plainly = (sql: Sql, slice: UserSlice): Promise<ListedRow[]> =>
  ask<ListedRow>(
    sql,
    part`select ${columns}, ${keyOf(slice)}::text as sort_key from users u
      where ${from(slice, whereInOrder(slice.conditions))} ${orderBy(slice)} limit ${limitOf(slice)}`,
    isWhole(slice.conditions),
  );

/** First all that match, then their order; at most `most` are gathered. */
async function gather(sql: Sql, slice: UserSlice, most: number): Promise<Required<Found>> {
  const direction = raw(slice.order);
  const rows = await ask<ListedRow & { counted: number }>(
    sql,
    part`with found as materialized (
        select u.id, ${keyOf(slice)} as key from users u
        where ${from(slice, whereGathered(slice.conditions))} limit ${most}
      ), page as (
        select id, key from found order by key ${direction}, id ${direction} limit ${slice.limit}
      )
      select ${columns}, page.key::text as sort_key, (select count(*) from found) as counted
      from page join users u on u.tenant_id = ${slice.conditions.tenantId} and u.id = page.id
      order by page.key ${direction}, page.id ${direction}`,
    isUnseen(slice.conditions),
  );
  return { rows, counted: rows[0]?.counted ?? 0 };
}

const walkedAtMost = 25_000;

/** Along the index of the order past at most so many users, and those of them who match. */
function walk(sql: Sql, slice: UserSlice): Promise<ListedRow[]> {
  const { conditions, sort } = slice;
  const { tenantId, createdAfter, createdBefore } = conditions;
  // What bounds the order itself bounds the walk.
  const bounds = sort === "created_at" ? { createdAfter, createdBefore } : {};
  const walked = part`select u.*, ${keyOf(slice)} as walked_key from users u where ${from(slice, whereInOrder({ tenantId, ...bounds }))}
    ${orderBy(slice)} limit ${walkedAtMost}`;
  return ask<ListedRow>(
    sql,
    part`select ${columns}, u.walked_key::text as sort_key from (${walked}) as u
      where ${whereOf(conditions)}
      order by u.walked_key ${raw(slice.order)}, u.id ${raw(slice.order)} limit ${slice.limit}`,
  );
}

/** A filter's index tells quickly who matches, yet not in which order; a walk past twenty others costs less. */
const fewFiltered = 5000;
const fewFound = 25_000;
const tooMany = 250_000;

/**
 * Users in an order, from behind a position on. The planner takes what is looked for to be spread evenly over the order;
 * but who is called Zoe stands at the end of the names, behind a million others. So few are gathered and then ordered,
 * and of many the first are met on a short walk; only who is not met there is gathered.
 */
export async function listUsers(sql: Sql, slice: UserSlice): Promise<Found> {
  const { conditions, expected, after, limit } = slice;
  if (isWhole(conditions)) return { rows: await plainly(sql, slice) };
  const searched = (conditions.words?.length ?? 0) > 0;
  // What is looked for in a name decides where the name stands; of a time it says nothing.
  const spread = !searched || slice.sort === "created_at" || slice.sort === "last_sign_in_at";
  const few = searched ? fewFound : fewFiltered;
  if (expected.users <= few && !(spread && expected.many)) {
    const found = await gather(sql, slice, fewFound + 1);
    if (found.counted <= fewFound) return after ? { rows: found.rows } : found;
  }
  const rows = await walk(sql, slice);
  if (rows.length === limit) return { rows };
  const found = expected.users < tooMany ? await gather(sql, slice, tooMany) : undefined;
  const complete = found && found.counted < tooMany;
  return { rows: complete ? found.rows : await plainly(sql, slice) };
}
