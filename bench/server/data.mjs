// The stores to measure: made once, kept in bench/.data.
import { execFile } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { runnerImport } from "vite";
import { root } from "../../scripts/process.mjs";

const folder = join(root, "bench/.data");
const bin = join(root, "packages/server/bin/hellojohn-server.js");

export const password = "correct-horse-battery";

async function command(env, ...words) {
  const { stdout } = await promisify(execFile)(process.execPath, [bin, ...words], { env });
  return JSON.parse(stdout);
}

async function startPostgres() {
  const home = join(folder, "postgres");
  mkdirSync(home, { recursive: true });
  chmodSync(home, 0o755);
  const file = join(root, "packages/server/test/support/postgres-server.ts");
  const { module } = await runnerImport(file, { configFile: false, logLevel: "error" });
  return module.startPostgres(home);
}

async function createDatabase(url, name) {
  const client = new pg.Client({ connectionString: `${url}/postgres` });
  await client.connect();
  const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
  if (rowCount === 0) await client.query(`create database ${name}`);
  await client.end();
}

/** Where so many users are kept, with the keys of their tenant; made now if they are not there yet. */
export async function openStore(kind, users) {
  mkdirSync(folder, { recursive: true });
  const name = `users_${users}`;
  const postgres = kind === "postgres" ? await startPostgres() : undefined;
  const dataDir = join(folder, `pglite_${users}`);
  if (postgres) await createDatabase(postgres.url, name);
  const env = {
    PATH: process.env.PATH,
    HELLOJOHN_DATA_DIR: dataDir,
    ...(postgres ? { DATABASE_URL: `${postgres.url}/${name}` } : {}),
  };
  const note = join(folder, `${kind}_${users}.json`);
  if (!existsSync(note)) {
    console.error(`Making ${users} users on ${kind}; this is done once …`);
    const tenant = await command(env, "init", "--tenant", "Bench", "--json");
    const seed = ["users", "seed", "--tenant", tenant.tenant_id, "--count", String(users)];
    await command(env, ...seed, "--password", password);
    writeFileSync(note, JSON.stringify(tenant));
  }
  const { tenant_id: tenantId, ...keys } = JSON.parse(readFileSync(note, "utf8"));
  return { kind, users, env, tenantId, ...keys, close: async () => postgres?.stop() };
}
