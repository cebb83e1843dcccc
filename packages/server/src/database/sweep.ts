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

/**
 * PGlite has no autovacuum: without this, plans would follow the numbers of long ago and dead rows would stay. The same
 * thresholds, roughly, as PostgreSQL's own.
 */
export async function tidy({ sql }: Database): Promise<string[]> {
  await sql`select pg_stat_force_next_flush()`;
  const tables = await sql<{ name: string }>`
    select quote_ident(relname) as name from pg_stat_user_tables
    where n_dead_tup > 200 + 0.2 * n_live_tup or n_mod_since_analyze > 200 + 0.1 * n_live_tup`;
  for (const { name } of tables) await sql.script(`vacuum (analyze) ${name}`);
  return tables.map(({ name }) => name);
}

const first = 60_000;
const pause = 600_000;

/** Sweeps now and then, so that tables grow with people and not with time. */
export function startSweeping(database: Database, log: Logger): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const work = async () => {
    await sweep(database);
    if (database.kind === "pglite") await tidy(database);
  };
  const run = () => {
    running = work().catch((error: unknown) => log.warn({ err: error }, "not swept"));
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
