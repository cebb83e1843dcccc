import { mkdtempSync } from "node:fs";
import { chmod, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "../src/database/migrate.js";
import { connectDatabase } from "../src/database/open.js";
import { dumpPglite } from "./support/pglite-dump.js";
import { startPostgres } from "./support/postgres-server.js";

declare module "vitest" {
  interface ProvidedContext {
    /** A PGlite directory with the schema in it. */
    pgliteDump: string;
    /** A PostgreSQL server whose database `hellojohn_template` has the schema. */
    postgresUrl: string;
  }
}

async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${url}/postgres` });
  await client.connect();
  await client.query("drop database if exists hellojohn_template");
  await client.query("create database hellojohn_template");
  await client.end();
  const template = await connectDatabase({
    databaseUrl: `${url}/hellojohn_template`,
    dataDir: "memory://",
  });
  await migrate(template);
  await template.close();
}

async function makeDump(folder: string): Promise<string> {
  const file = join(folder, "pglite.tar");
  await writeFile(file, await dumpPglite());
  return file;
}

/** Starts a real PostgreSQL and prepares an empty store on either database, once for all test files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "hellojohn-tests-"));
  await chmod(folder, 0o755);
  const given = process.env["TEST_DATABASE_URL"]?.replace(/\/+$/, "");
  const [postgres, dump] = await Promise.all([
    given ? { url: given, stop: async () => {} } : startPostgres(folder),
    makeDump(folder),
  ]);
  await makeTemplate(postgres.url);
  project.provide("postgresUrl", postgres.url);
  project.provide("pgliteDump", dump);
  return async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
