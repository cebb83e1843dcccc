import type { Context } from "../../context.js";
import type { UserConditions } from "../../store/user-conditions.js";
import { countUsers, estimateUsers } from "../../store/user-totals.js";

export interface Total {
  total: number;
  isEstimate: boolean;
}

/** So many are counted; beyond, an estimate will do. */
const mostCounted = 10_000;

/**
 * The planner judges a search by a sample of 500 texts. When it expects so many, fewer than `mostCounted` is as good as
 * impossible, and counting them in vain would cost more than the page.
 */
const surelyMore = 25_000;

/** About how many match; `many` when there are surely too many to count. */
export interface Expected {
  users: number;
  many: boolean;
}

const keptMs = 1000;
const mostKept = 1000;

const keptBy = new WeakMap<Context, Map<string, Expected & { until: number }>>();

function keptOf(context: Context) {
  let kept = keptBy.get(context);
  if (!kept) keptBy.set(context, (kept = new Map()));
  if (kept.size >= mostKept) kept.clear();
  return kept;
}

function keep(context: Context, conditions: UserConditions, expected: Expected): Expected {
  const until = performance.now() + keptMs;
  keptOf(context).set(JSON.stringify(conditions), { ...expected, until });
  return expected;
}

/** An estimate, which is vague anyway, may be a second old; a count that is told as exact never is. */
export async function expectedOf(context: Context, conditions: UserConditions): Promise<Expected> {
  const known = keptOf(context).get(JSON.stringify(conditions));
  if (known && known.until > performance.now()) return known;
  const users = await estimateUsers(context.database.sql, conditions);
  return keep(context, conditions, { users, many: users >= surelyMore });
}

/** How many users match: exact up to 10,000. What looking for them has told need not be counted again. */
export async function totalOf(
  context: Context,
  conditions: UserConditions,
  { users, many, counted }: Expected & { counted?: number | undefined },
): Promise<Total> {
  if (counted === undefined && many) return { total: Math.round(users), isEstimate: true };
  const known = counted ?? (await countUsers(context.database.sql, conditions, mostCounted + 1));
  if (known <= mostCounted) return { total: known, isEstimate: false };
  const total = counted ?? Math.max(known, Math.round(users));
  keep(context, conditions, { users: total, many: true });
  return { total, isEstimate: true };
}
