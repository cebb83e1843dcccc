import type { Context } from "../../context.js";
import type { UserConditions } from "../../store/user-conditions.js";
import { countUsers, estimateUsers } from "../../store/user-totals.js";

export interface Total {
  total: number;
  isEstimate: boolean;
}

/** So many are counted; beyond, the planner's estimate will do. */
const mostCounted = 10_000;

/**
 * The planner judges a search by a sample of 500 texts. When it expects so many, fewer than `mostCounted` is as good as
 * impossible, and counting them in vain would cost more than the page.
 */
const surelyMore = 25_000;

const keptMs = 1000;
const mostKept = 1000;

const keptBy = new WeakMap<Context, Map<string, { users: number; until: number }>>();

function keptOf(context: Context) {
  let kept = keptBy.get(context);
  if (!kept) keptBy.set(context, (kept = new Map()));
  if (kept.size >= mostKept) kept.clear();
  return kept;
}

/** About how many users match. An estimate, which is vague anyway, may be a second old; a count never is. */
export async function expectedOf(context: Context, conditions: UserConditions): Promise<number> {
  const kept = keptOf(context);
  const key = JSON.stringify(conditions);
  const known = kept.get(key);
  if (known && known.until > performance.now()) return known.users;
  const users = await estimateUsers(context.database.sql, conditions);
  kept.set(key, { users, until: performance.now() + keptMs });
  return users;
}

/** How many users match: exact up to 10,000. What looking for them has told need not be counted again. */
export async function totalOf(
  context: Context,
  conditions: UserConditions,
  { expected, counted }: { expected: number; counted: number | undefined },
): Promise<Total> {
  if (counted === undefined && expected >= surelyMore)
    return { total: Math.round(expected), isEstimate: true };
  const known = counted ?? (await countUsers(context.database.sql, conditions, mostCounted + 1));
  if (known <= mostCounted) return { total: known, isEstimate: false };
  return { total: Math.max(known, Math.round(expected)), isEstimate: true };
}
