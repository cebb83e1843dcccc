import type { Context } from "../context.js";
import { type LimitName, limits } from "../services/limits.js";
import { addHits, addOneHit } from "../store/rate-limits.js";
import { digest } from "../store/secret-text.js";
import { type Counts, judge, type Rate, windowOf } from "./sliding-window.js";

interface Bucket extends Counts {
  tenantId: string;
  name: string;
  window: number;
  /** Uses the database does not know of yet. */
  unsent: number;
}

/** Copies of the server may differ by what they did within so long. */
const syncMs = 500;
const mostBuckets = 50_000;

function roll(bucket: Bucket, window: number): void {
  if (bucket.window === window) return;
  bucket.previous = bucket.window === window - 1 ? bucket.current : 0;
  bucket.current = 0;
  bucket.unsent = 0;
  bucket.window = window;
}

/** Counts uses. Most are counted here and told to the other copies a moment later; strict ones, where there may be copies, in the database alone. */
export function makeRateLimiter({ database, config, log }: Context) {
  const buckets = new Map<string, Bucket>();
  let timer: NodeJS.Timeout | undefined;

  function prune(window: number): void {
    if (buckets.size < mostBuckets) return;
    for (const [key, bucket] of buckets) if (bucket.window < window - 1) buckets.delete(key);
    // A flood of addresses: the oldest go, for the newest are the flood's.
    for (const key of buckets.keys()) {
      if (buckets.size < mostBuckets) break;
      buckets.delete(key);
    }
  }

  async function sync(): Promise<void> {
    const dirty = [...buckets.values()].filter((bucket) => bucket.unsent > 0);
    const sent = dirty.map((bucket) => ({
      tenantId: bucket.tenantId,
      bucket: bucket.name,
      window: bucket.window,
      hits: bucket.unsent,
    }));
    for (const bucket of dirty) bucket.unsent = 0;
    const known = new Map(dirty.map((bucket) => [`${bucket.name}:${bucket.window}`, bucket]));
    for (const row of await addHits(database.sql, sent)) {
      const bucket = known.get(`${row.bucket}:${row.window_start}`);
      if (!bucket || bucket.window !== row.window_start) continue;
      bucket.current = row.hits + bucket.unsent;
      bucket.previous = row.previous;
    }
  }

  /** PGlite serves one process, which needs to tell nobody. */
  function syncSoon(): void {
    if (database.kind === "pglite" || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      sync().catch((error: unknown) => log.warn({ err: error }, "limits not shared"));
    }, syncMs);
    timer.unref();
  }

  function countHere(tenantId: string, key: string, limit: number, now: Date): Rate {
    const window = windowOf(now);
    let bucket = buckets.get(key);
    if (!bucket) {
      prune(window);
      bucket = { tenantId, name: digest(key), window, current: 0, previous: 0, unsent: 0 };
      buckets.set(key, bucket);
    }
    roll(bucket, window);
    const rate = judge(bucket, limit, now);
    if (rate.allowed) {
      bucket.current++;
      bucket.unsent++;
      syncSoon();
    }
    return rate;
  }

  return async (name: LimitName, tenantId: string, key: string, now: Date): Promise<Rate> => {
    const { perMinute, strict } = limits[name];
    const limit = Math.max(1, Math.floor(perMinute * config.rateLimitScale));
    const full = `${tenantId}:${name}:${key}`;
    // Without copies, what is counted here is exact.
    if (!strict || database.kind === "pglite") return countHere(tenantId, full, limit, now);
    const bucket = { tenantId, bucket: digest(full), window: windowOf(now) };
    const { hits, previous } = await addOneHit(database.sql, bucket, limit);
    return judge({ current: hits - 1, previous }, limit, now);
  };
}

export type RateLimiter = ReturnType<typeof makeRateLimiter>;
