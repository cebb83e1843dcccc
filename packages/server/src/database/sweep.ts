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
 * thresholds, roughly, as PostgreSQL's own; but nobody else is answered meanwhile, and `analyze` of all columns of 100,000
 * users at once takes 4 s. Those of an index, or of extended statistics, take a third of a second.
 */
export async function tidy({ sql }: Database): Promise<string[]> {
  await sql`select pg_stat_force_next_flush()`;
  const tables = await sql<{ relid: number; name: string; together: string[] }>`
    with sets as (
      select indrelid as relid, indkey as columns from pg_index
      union select stxrelid, stxkeys from pg_statistic_ext
    )
    select relid, quote_ident(relname) as name, array(
        select distinct string_agg(quote_ident(a.attname), ', ' order by a.attnum)
        from sets join pg_attribute a on a.attrelid = sets.relid and a.attnum = any(sets.columns)
        where sets.relid = s.relid group by sets.columns::text) as together
    from pg_stat_user_tables s
    where n_dead_tup > 200 + 0.2 * n_live_tup or n_mod_since_analyze > 200 + 0.1 * n_live_tup`;
  for (const { relid, name, together } of tables) {
    // An `analyze` of some columns leaves the count of changes as it is; `vacuum` counts the rows again.
    await sql`select pg_stat_reset_single_table_counters(${relid}::oid)`;
    await sql.script(`vacuum ${name}`);
    for (const columns of together) await sql.script(`analyze ${name} (${columns})`);
  }
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
