import type { Logger } from "pino";
import type { Database } from "./sql.js";

/** What no answer depends on any more. A token that ran out is remembered for a day, so that its holder hears why. */
const outdated = [
  "delete from idempotency_keys where created_at < now() - interval '25 hours'",
  "delete from rate_limits where window_start < extract(epoch from now()) / 60 - 3",
  "delete from sign_in_failures where last_failed_at < now() - interval '1 day'",
  "delete from one_time_tokens where expires_at < now() - interval '1 day'",
  "delete from challenges where expires_at < now() - interval '1 day'",
  "delete from refresh_tokens where expires_at < now() - interval '1 day'",
  "delete from sessions where least(revoked_at, expires_at) < now() - interval '30 days'",
  "delete from outbox where sent_at < now() - interval '30 days'",
];

export async function sweep(database: Database): Promise<void> {
  // One after the other and each for itself, so that no one waits long for a lock.
  for (const statement of outdated) await database.sql.script(statement);
}

const first = 60_000;
const pause = 600_000;

/** Sweeps now and then, so that tables grow with people and not with time. */
export function startSweeping(database: Database, log: Logger): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const run = () => {
    running = sweep(database).catch((error: unknown) => log.warn({ err: error }, "not swept"));
  };
  const timers = [setTimeout(run, first), setInterval(run, pause)];
  for (const timer of timers) timer.unref();
  return {
    stop() {
      for (const timer of timers) clearTimeout(timer);
      return running;
    },
  };
}
