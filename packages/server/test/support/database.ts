import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import pg from "pg";
import { describe, inject } from "vitest";
import { openDatabase } from "../../src/database/open.js";
import type { Database } from "../../src/database/sql.js";

/** Both databases the server runs on. */
export const databaseKinds = ["pglite", "postgres"] as const;

export type DatabaseKind = (typeof databaseKinds)[number];

async function asAdmin(run: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: `${inject("postgresUrl")}/postgres` });
  await client.connect();
  try {
    await run(client);
  } finally {
    await client.end();
  }
}

/** The address of a new database with the schema in it, or without (`empty`). */
export async function createPostgresDatabase(template: "empty" | "migrated" = "migrated") {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const from = template === "empty" ? "template0" : "hellojohn_template";
  await asAdmin((client) => client.query(`create database ${name} template ${from}`));
  return {
    url: `${inject("postgresUrl")}/${name}`,
    drop: () => asAdmin((client) => client.query(`drop database ${name} with (force)`)),
  };
}

const preparedDirectory = async (): Promise<Blob> =>
  new Blob([await readFile(inject("pgliteDump"))]);

/** Puts an empty store with the schema into a folder, in less time than PGlite takes to make one. */
export async function prepareFolder(dataDir: string): Promise<void> {
  await (await openDatabase({ dataDir, prepared: await preparedDirectory() })).close();
}

/** A store of one's own with the schema and no rows. Closing a PostgreSQL one removes it. */
export async function openTestDatabase(kind: DatabaseKind): Promise<Database> {
  if (kind === "pglite") {
    return openDatabase({ dataDir: "memory://", prepared: await preparedDirectory() });
  }
  const { url, drop } = await createPostgresDatabase();
  const database = await openDatabase({ databaseUrl: url, dataDir: "memory://" });
  return {
    ...database,
    close: async () => {
      await database.close();
      await drop();
    },
  };
}

/** Runs the same tests on either database. */
export const forEachDatabase = (tests: (kind: DatabaseKind) => void): void => {
  for (const kind of databaseKinds) describe(kind, () => tests(kind));
};
