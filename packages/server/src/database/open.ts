import { migrate } from "./migrate.js";
import type { Database } from "./sql.js";

export interface OpenOptions {
  /** A PostgreSQL server; without it PGlite keeps everything in `dataDir`. */
  databaseUrl?: string | undefined;
  /** A folder, or `memory://`. */
  dataDir: string;
  /** A dump to start from instead of an empty directory, on PGlite. */
  prepared?: Blob | undefined;
  onIdleError?: ((error: Error) => void) | undefined;
}

const loadPostgres = () => import("./postgres.js");
const loadPglite = () => import("./pglite.js");

/** Only the driver that is needed is loaded: each costs start-up time. */
export const loadDriver = ({ databaseUrl }: Pick<OpenOptions, "databaseUrl">): Promise<unknown> =>
  databaseUrl ? loadPostgres() : loadPglite();

/** Opens without touching the schema. */
export async function connectDatabase(options: OpenOptions): Promise<Database> {
  if (options.databaseUrl) {
    const { openPostgres } = await loadPostgres();
    return openPostgres(options.databaseUrl, options.onIdleError ?? (() => {}));
  }
  const { openPglite } = await loadPglite();
  return openPglite(options.dataDir, options.prepared);
}

/** Opens the store, takes its lock and brings its schema up to date. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const database = await connectDatabase(options);
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
