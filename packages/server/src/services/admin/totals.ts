import type { Context } from "../../context.js";
import { type UserConditions } from "../../store/user-conditions.js";
import { countUsers, estimateUsers } from "../../store/user-list.js";

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

interface Kept extends Total {
  until: number;
}

const keptBy = new WeakMap<Context, Map<string, Kept>>();

function keptOf(context: Context): Map<string, Kept> {
  let kept = keptBy.get(context);
  if (!kept) keptBy.set(context, (kept = new Map()));
  if (kept.size >= mostKept) kept.clear();
  return kept;
}

/** How many users match: exact up to 10,000. An estimate, which is vague anyway, may be a second old. */
export async function totalOf(context: Context, conditions: UserConditions): Promise<Total> {
  const { sql } = context.database;
  const kept = keptOf(context);
  const key = JSON.stringify(conditions);
  const known = kept.get(key);
  if (known && known.until > performance.now()) return known;

  const estimate = await estimateUsers(sql, conditions);
  if (estimate < surelyMore) {
    const counted = await countUsers(sql, conditions, mostCounted + 1);
    if (counted <= mostCounted) return { total: counted, isEstimate: false };
  }
  const total = { total: Math.max(Math.round(estimate), mostCounted + 1), isEstimate: true };
  kept.set(key, { ...total, until: performance.now() + keptMs });
  return total;
}
