export const windowMs = 60_000;

export const windowOf = (now: Date): number => Math.floor(now.getTime() / windowMs);

/** Uses in this window and in the one before it. */
export interface Counts {
  current: number;
  previous: number;
}

/** What the headers tell, and whether one more use is within the limit. */
export interface Rate {
  allowed: boolean;
  limit: number;
  remaining: number;
  /** Seconds since 1970 when the limit is whole again. */
  resetAt: number;
  retryAfter: number;
}

/** The window before counts as far as it still reaches into the last minute. `before` is without the use in question. */
export function judge(before: Counts, limit: number, now: Date): Rate {
  const elapsed = (now.getTime() % windowMs) / windowMs;
  const previous = Math.min(before.previous, limit);
  const used = before.current + previous * (1 - elapsed);
  const allowed = used < limit;
  // The current window alone fills the limit: wait for the next. Else wait until enough of the last one has passed.
  const free = before.current >= limit ? 1 : 1 - (limit - before.current) / Math.max(previous, 1);
  const wait = Math.max(0, free - elapsed) * (windowMs / 1000);
  return {
    allowed,
    limit,
    remaining: Math.max(0, Math.floor(limit - used - (allowed ? 1 : 0))),
    resetAt: (windowOf(now) + 1) * (windowMs / 1000),
    retryAfter: Math.min(60, Math.floor(wait) + 1),
  };
}
