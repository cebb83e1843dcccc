import { rules } from "@hellojohn/contract";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrations } from "../../src/database/migrations/index.js";
import { openDatabase } from "../../src/database/open.js";
import type { Database } from "../../src/database/sql.js";
import { findKey, type KeyKind } from "../../src/store/api-keys.js";
import { createPostgresDatabase } from "../support/database.js";
import { runCommand } from "./run-command.js";

let store: Awaited<ReturnType<typeof createPostgresDatabase>>;
let database: Database;

beforeEach(async () => {
  store = await createPostgresDatabase();
  database = await openDatabase({ databaseUrl: store.url, dataDir: "memory://" });
});

afterEach(async () => {
  await database.close();
  await store.drop();
});

const onStore = (...words: string[]) => runCommand(words, { DATABASE_URL: store.url });
const scopesOf = async (kind: KeyKind, key: string) =>
  (await findKey(database.sql, kind, key))?.scopes;

async function makeTenant(): Promise<Record<string, string>> {
  return JSON.parse((await onStore("init", "--tenant", "Acme", "--json")).out);
}

test("init makes a tenant whose keys work and are stored hashed", async () => {
  const { code, out } = await onStore("init", "--tenant", "Acme", "--json");
  const made = JSON.parse(out);

  expect(code).toBe(0);
  expect(await scopesOf("secret", made.secret_key)).toEqual(["*"]);
  expect(await scopesOf("publishable", made.publishable_key)).toEqual([]);
  const rows = await database.sql`select to_jsonb(k)::text as row from api_keys k`;
  expect(JSON.stringify(rows)).not.toContain(made.secret_key);
});

test("keys create makes a key with the scopes asked for", async () => {
  const { tenant_id: tenant = "" } = await makeTenant();

  const made = await onStore(
    "keys",
    "create",
    "--tenant",
    tenant,
    "--scopes",
    "users:read, audit:read",
  );

  expect(made.code).toBe(0);
  expect(await scopesOf("secret", made.out)).toEqual(["users:read", "audit:read"]);
});

test("keys create refuses a scope or a tenant that does not exist", async () => {
  const { tenant_id: tenant = "" } = await makeTenant();

  const scope = await onStore("keys", "create", "--tenant", tenant, "--scopes", "users:everything");
  const nobody = await onStore("keys", "create", "--tenant", "tnt_no", "--scopes", "*");

  expect([scope.code, scope.talk]).toEqual([2, expect.stringContaining('"users:everything"')]);
  expect([nobody.code, nobody.talk]).toEqual([2, expect.stringContaining("tnt_no")]);
});

test("users seed makes the same varied people each time, each with an audit event", async () => {
  const { tenant_id: tenant = "" } = await makeTenant();
  const seed = (count: string) => onStore("users", "seed", "--tenant", tenant, "--count", count);

  const first = JSON.parse((await seed("900")).out);
  const more = JSON.parse((await seed("1000")).out);

  expect([first.added, more.added]).toEqual([900, 100]);
  const statuses = await database.sql<{ status: string; many: number }>`
    select status, count(*) as many from users group by 1 order by 1`;
  expect(statuses.map((row) => row.status)).toEqual([
    "active",
    "disabled",
    "pending",
    "unverified",
  ]);
  const [facts] = await database.sql`
    select count(*) as users, count(distinct first_name || last_name) > 500 as varied,
      count(*) filter (where role = 'admin') as admins,
      bool_and(email ~ '^[a-z0-9.ß-ż-]+@example[.]com$') as plain,
      (select count(*) from audit_events where resource_id = any (select id from users)) as events
    from users`;
  expect(facts).toEqual({ users: 1000, varied: true, admins: 11, plain: true, events: 1000 });
});

test("users seed refuses a count that is no whole number", async () => {
  for (const count of ["0", "1.5", "many", "-3"])
    expect((await onStore("users", "seed", "--tenant", "tnt_a", `--count=${count}`)).code).toBe(2);
});

test("migrate says what it applied, and the second time nothing", async () => {
  const empty = await createPostgresDatabase("empty");
  const migrate = () => runCommand(["migrate"], { DATABASE_URL: empty.url });

  expect(JSON.parse((await migrate()).out)).toEqual({ applied: migrations.map(({ id }) => id) });
  expect(JSON.parse((await migrate()).out)).toEqual({ applied: [] });
  await empty.drop();
});

test("policy prints a row for every field of the rules", async () => {
  const { fields } = JSON.parse((await runCommand(["policy"])).out);

  expect(Object.keys(fields)).toHaveLength(Object.keys(rules).length);
  expect(fields.name).toEqual({ self: true, impersonator: true, admin: true });
  expect(fields.email).toEqual({ self: true, impersonator: "impersonation", admin: true });
  expect(fields.role).toEqual({ self: "admin_only", impersonator: "admin_only", admin: true });
  expect(fields.id.admin).toBe("system_managed");
});

test("a command that does not exist is answered with the one that was meant", async () => {
  const { code, talk } = await runCommand(["user", "seed"]);

  expect([code, talk]).toEqual([2, expect.stringContaining('Did you mean "users seed"?')]);
});

test("an unknown or missing option is refused before anything happens", async () => {
  const unknown = await runCommand(["init", "--tennant", "Acme"]);
  const missing = await runCommand(["init"]);

  expect([unknown.code, unknown.talk]).toEqual([2, expect.stringContaining("--tennant")]);
  expect([missing.code, missing.talk]).toEqual([2, "--tenant NAME is missing"]);
});

test("help names every command and every variable", async () => {
  const { code, out } = await runCommand(["--help"]);

  expect(code).toBe(0);
  for (const word of ["init", "keys create", "users seed", "migrate", "policy", "SMTP_URL"])
    expect(out).toContain(word);
});
