import { expect, test } from "vitest";
import { migrate } from "../../src/database/migrate.js";
import { connectDatabase, openDatabase } from "../../src/database/open.js";
import { migrations } from "../../src/database/migrations/index.js";
import { loadSecrets } from "../../src/secrets.js";
import { createPostgresDatabase, forEachDatabase, openTestDatabase } from "../support/database.js";

forEachDatabase((kind) => {
  test("migrating again changes nothing", async () => {
    const database = await openTestDatabase(kind);

    expect(await migrate(database)).toEqual([]);
    await database.close();
  });

  test("a step that fails takes back the steps before it", async () => {
    const database = await openTestDatabase(kind);
    const steps = [
      ...migrations,
      { id: 900, name: "good", script: "create table good (a int)" },
      { id: 901, name: "bad", script: "create table bad (a int); select nonsense" },
    ];

    await expect(migrate(database, steps)).rejects.toThrow(/nonsense/);

    const [row] = await database.sql`select to_regclass('good') as good, to_regclass('bad') as bad`;
    expect(row).toEqual({ good: null, bad: null });
    await database.close();
  });

  test("a database newer than the server is left alone", async () => {
    const database = await openTestDatabase(kind);
    await database.sql`insert into schema_migrations (id, name) values (999, 'future')`;

    await expect(migrate(database)).rejects.toThrow(/at version 999, newer than this server/);
    await database.close();
  });

  test("every key and index starts with the tenant", async () => {
    const database = await openTestDatabase(kind);
    const rows = await database.sql<{ name: string; first: string }>`
      select i.indexrelid::regclass::text as name, a.attname as first
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where n.nspname = 'public' and c.relname <> 'schema_migrations'`;

    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((row) => row.first !== "tenant_id")).toEqual([]);
    await database.close();
  });

  test("secrets are made once, and two servers that start at once agree on them", async () => {
    const database = await openTestDatabase(kind);

    const [first, second] = await Promise.all([loadSecrets(database), loadSecrets(database)]);
    const third = await loadSecrets(database);

    expect(new Set([first, second, third].map((secrets) => secrets.signing.kid)).size).toBe(1);
    expect(first.jwks.keys).toEqual([
      expect.objectContaining({ kty: "OKP", crv: "Ed25519", alg: "EdDSA", kid: first.signing.kid }),
    ]);
    expect(first.jwks.keys[0]).not.toHaveProperty("d");
    expect(third.hmac("cursor", "x")).toEqual(first.hmac("cursor", "x"));
    expect(third.hmac("refresh", "x")).not.toEqual(first.hmac("cursor", "x"));
    await database.close();
  });
});

test("five servers that start at once on an empty PostgreSQL migrate it once", async () => {
  const { url, drop } = await createPostgresDatabase("empty");
  const start = () => openDatabase({ databaseUrl: url, dataDir: "memory://" });

  const servers = await Promise.all([start(), start(), start(), start(), start()]);

  const [{ sql }] = servers;
  const rows = await sql`select id from schema_migrations order by id`;
  expect(rows).toEqual(migrations.map(({ id }) => ({ id })));
  await Promise.all(servers.map((server) => server.close()));
  await drop();
});

test("a PostgreSQL that cannot be reached is said to be unavailable, without its password", async () => {
  const database = await connectDatabase({
    databaseUrl: "postgres://someone:hunter2-secret@127.0.0.1:1/nothing",
    dataDir: "memory://",
  });

  const error = await database.sql`select 1`.catch((refused: unknown) => refused);

  expect(error).toMatchObject({ code: "service_unavailable", status: 503 });
  expect(String(error)).not.toContain("hunter2");
  await database.close();
});
