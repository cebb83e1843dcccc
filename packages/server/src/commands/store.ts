import { readConfig } from "../config.js";
import { openDatabase } from "../database/open.js";
import type { Database } from "../database/sql.js";
import { findTenant } from "../store/tenants.js";
import { type Terminal, UsageError } from "./command.js";

/** Opens the configured store for one command, and closes it whatever happens. */
export async function withStore<T>(
  { env }: Terminal,
  run: (database: Database) => Promise<T>,
): Promise<T> {
  const { databaseUrl, dataDir } = readConfig(env);
  const database = await openDatabase({ databaseUrl, dataDir });
  try {
    return await run(database);
  } finally {
    await database.close();
  }
}

export async function assertTenant(database: Database, tenantId: string): Promise<void> {
  if (!(await findTenant(database.sql, tenantId)))
    throw new UsageError(
      `There is no tenant ${tenantId}; make one with: hellojohn-server init --tenant NAME`,
    );
}
