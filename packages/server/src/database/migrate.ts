import type { Database, Sql } from "./sql.js";
import { type Migration, migrations } from "./migrations/index.js";

/** One number for every copy of the server, so that only one of them migrates. */
const lock = 7_243_392;

const oldestPostgres = 15;

/** The numbers of the migrations a database has had. */
export async function appliedMigrations(sql: Sql): Promise<number[]> {
  await sql`create table if not exists schema_migrations (
    id integer primary key,
    name text not null,
    applied_at timestamptz not null default now()
  )`;
  const rows = await sql<{ id: number }>`select id from schema_migrations order by id`;
  return rows.map((row) => row.id);
}

function assertKnown(applied: number[], known: readonly Migration[]): void {
  const newest = Math.max(0, ...known.map((migration) => migration.id));
  const stranger = applied.find((id) => id > newest);
  if (stranger !== undefined)
    throw new Error(
      `The database is at version ${stranger}, newer than this server, which knows ${newest}. ` +
        "Start the newer server, or restore a backup from before it",
    );
}

async function assertNewEnough(sql: Sql): Promise<void> {
  const [row] = await sql<{ major: number }>`
    select current_setting('server_version_num')::int / 10000 as major`;
  if (row && row.major < oldestPostgres)
    throw new Error(`PostgreSQL ${row.major} is too old: ${oldestPostgres} or newer is needed`);
}

/** Brings the schema up to date, all of it or nothing; answers what it applied. Two servers may do so at once. */
export function migrate(
  database: Database,
  known: readonly Migration[] = migrations,
): Promise<Migration[]> {
  return database.transaction(async (sql) => {
    if (database.kind === "postgres") await sql`select pg_advisory_xact_lock(${lock})`;
    await assertNewEnough(sql);
    const applied = await appliedMigrations(sql);
    assertKnown(applied, known);
    const missing = known.filter((migration) => !applied.includes(migration.id));
    for (const { id, name, script } of missing) {
      await sql.script(script);
      await sql`insert into schema_migrations (id, name) values (${id}, ${name})`;
    }
    return missing;
  });
}
