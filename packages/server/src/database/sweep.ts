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

interface Worn {
  name: string;
  dead: number;
  live: number;
  changed: number;
  /** Columns whose numbers a plan may ask for together: those of an index, or of extended statistics. */
  together: string[];
}

/**
 * PGlite has no autovacuum: without this, plans would follow the numbers of long ago and dead rows would stay. The same
 * thresholds, roughly, as PostgreSQL's own; but nobody else is answered meanwhile, and `analyze` of all columns of 100,000
 * users at once takes 4 s. A few at a time take a third of a second.
 */
export function makeTidier({ sql }: Database): () => Promise<string[]> {
  /** PostgreSQL's count of changes goes on after an `analyze` of some columns. */
  const analyzedAt = new Map<string, number>();

  return async () => {
    await sql`select pg_stat_force_next_flush()`;
    const tables = await sql<Worn>`
      with sets as (
        select indrelid as relid, indkey as columns from pg_index
        union select stxrelid, stxkeys from pg_statistic_ext
      )
      select quote_ident(s.relname) as name, n_dead_tup as dead, n_live_tup as live,
        n_mod_since_analyze as changed, array(
          select distinct string_agg(quote_ident(a.attname), ', ' order by a.attnum)
          from sets join pg_attribute a on a.attrelid = sets.relid and a.attnum = any(sets.columns)
          where sets.relid = s.relid group by sets.columns::text) as together
      from pg_stat_user_tables s`;
    const tidied = [];
    for (const { name, dead, live, changed, together } of tables) {
      const isStale = changed - (analyzedAt.get(name) ?? 0) > 200 + 0.1 * live;
      if (!isStale && dead <= 200 + 0.2 * live) continue;
      await sql.script(`vacuum ${name}`);
      for (const columns of together) await sql.script(`analyze ${name} (${columns})`);
      analyzedAt.set(name, changed);
      tidied.push(name);
    }
    return tidied;
  };
}

const first = 60_000;
const pause = 600_000;

/** Sweeps now and then, so that tables grow with people and not with time. */
export function startSweeping(database: Database, log: Logger): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const tidy = database.kind === "pglite" ? makeTidier(database) : undefined;
  const work = async () => {
    await sweep(database);
    await tidy?.();
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
