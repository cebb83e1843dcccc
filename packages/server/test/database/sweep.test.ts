import { expect, test } from "vitest";
import { raw } from "../../src/database/sql.js";
import { sweep, tidy } from "../../src/database/sweep.js";
import { seedDemo } from "../../src/demo/seed.js";
import { forEachDatabase, openTestDatabase } from "../support/database.js";

forEachDatabase((kind) => {
  test("a sweep takes what ran out long ago and leaves what is still of use", async () => {
    const database = await openTestDatabase(kind);
    await seedDemo(database);
    const [user] = await database.sql`select tenant_id, id from users limit 1`;
    for (const [id, age] of [
      ["old", "40 days"],
      ["new", "0"],
    ] as const) {
      const then = raw(`now() - interval '${age}'`);
      const { tenant_id: tenant, id: owner } = user ?? {};
      const { sql } = database;
      await sql`insert into sessions (tenant_id, id, user_id, created_at, authenticated_at, last_active_at, expires_at)
        values (${tenant}, ${id}, ${owner}, ${then}, ${then}, ${then}, ${then})`;
      await sql`insert into refresh_tokens (tenant_id, token_hash, session_id, created_at, expires_at)
        values (${tenant}, ${`${id} of new`}, ${id}, ${then}, ${then})`;
      await sql`insert into idempotency_keys (tenant_id, key_hash, request_hash, created_at)
        values (${tenant}, ${id}, '', ${then})`;
      await sql`insert into rate_limits (tenant_id, bucket, window_start, hits)
        values (${tenant}, ${id}, floor(extract(epoch from ${then}) / 60), 1)`;
      await sql`insert into outbox (tenant_id, id, kind, recipient, subject, body_text, sent_at)
        values (${tenant}, ${id}, '', '', '', '', ${then})`;
    }

    await sweep(database);

    const left = await database.sql`
      select 'sessions' as name, id from sessions union all
      select 'refresh_tokens', token_hash from refresh_tokens union all
      select 'idempotency_keys', key_hash from idempotency_keys union all
      select 'rate_limits', bucket from rate_limits union all
      select 'outbox', id from outbox order by 1`;
    expect(left).toEqual([
      { name: "idempotency_keys", id: "new" },
      { name: "outbox", id: "new" },
      { name: "rate_limits", id: "new" },
      { name: "refresh_tokens", id: "new of new" },
      { name: "sessions", id: "new" },
    ]);
    expect(await database.sql`select count(*) as many from users`).toEqual([{ many: 3 }]);
    await database.close();
  });
});

test("PGlite tidies the tables that changed much, and only those", async () => {
  const database = await openTestDatabase("pglite");
  await seedDemo(database);
  expect(await tidy(database)).toEqual([]);
  for (let round = 0; round < 300; round++)
    await database.sql`update users set version = version + 1 where email_lower = 'ada@example.com'`;

  expect(await tidy(database)).toEqual(["users"]);

  expect(await tidy(database)).toEqual([]);
  expect(
    await database.sql`select reltuples::int as many from pg_class where relname = 'users'`,
  ).toEqual([{ many: 3 }]);
  const analyzed = await database.sql<{ attname: string }>`
    select attname from pg_stats where tablename = 'users' order by 1`;
  expect(analyzed.map(({ attname }) => attname)).toEqual(
    expect.arrayContaining(["email_lower", "role", "search_text", "sort_name", "status"]),
  );
  await database.close();
});
