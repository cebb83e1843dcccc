import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { seedUsers } from "../../src/demo/seed-users.js";
import { forEachDatabase } from "../support/database.js";
import { type Json, openTestApi, type TestApi } from "./test-api.js";

/** More than what is surely more than what is counted. */
const count = 26_000;

/** So many take a busy machine a while. */
const patience = 300_000;

vi.setConfig({ testTimeout: patience });

forEachDatabase((kind) => {
  let api: TestApi;

  const list = async (query: string): Promise<Json> => {
    const { body } = await api.request("GET", `/v1/users?${query}`, { token: api.tenant.sk });
    return body;
  };
  const totalOf = async (query: string) => (await list(query)).pagination;

  beforeAll(async () => {
    api = await openTestApi(kind);
    await seedUsers(api.database, { tenantId: api.tenant.id, count, passwordHash: "x" });
  }, patience);
  afterAll(() => api.close());

  test("up to 10,000 matches the total is exact, above it says that it is an estimate", async () => {
    const { sql } = api.database;
    await sql`update users set role = 'ten' where id in (
      select id from users where tenant_id = ${api.tenant.id} order by id limit 10000)`;
    const exact = await totalOf("role=ten&limit=1");
    await sql`update users set role = 'ten' where id in (
      select id from users where tenant_id = ${api.tenant.id} order by id desc limit 1)`;
    const above = await totalOf("role=ten&limit=1");
    await sql.script("analyze users");

    expect(exact).toMatchObject({ total: 10_000, total_is_estimate: false });
    expect(above.total_is_estimate).toBe(true);
    expect(above.total).toBeGreaterThan(10_000);
  });

  test("an estimate is close, goes along with the cursor, and a filtered total is counted", async () => {
    const first = await totalOf("limit=5");
    const next = await totalOf(`limit=5&cursor=${first.next_cursor}`);

    expect(first).toMatchObject({ total_is_estimate: true, has_more: true });
    expect(Math.abs(first.total - count)).toBeLessThan(count / 10);
    expect(next).toMatchObject({ total: first.total, total_is_estimate: true });
    expect(await totalOf("status=pending&limit=1")).toMatchObject({
      ...{
        total: Math.floor((count - 7) / 19 + 1) - pendingButDisabled(),
        total_is_estimate: false,
      },
    });
  });

  test("a count is never of a moment ago", async () => {
    const before = await totalOf("email_verified=false&role=admin&limit=1");
    await api.database.sql`insert into users (tenant_id, id, email, role)
      values (${api.tenant.id}, 'usr_new', 'new@example.com', 'admin')`;
    const after = await totalOf("email_verified=false&role=admin&limit=1");

    expect(after.total).toBe(before.total + 1);
  });

  test("whoever stands far back in an order is found, page after page", async () => {
    for (const word of ["zo", "zofia", "thompson"]) {
      const pattern = word.length < 3 ? `\\m${word}` : word;
      const [there] = await api.database.sql<{ count: number }>`
        select count(*) from users where tenant_id = ${api.tenant.id} and status = 'active'
          and concat_ws(' ', email, first_name, last_name) ~* ${pattern}`;
      const visited = new Set<string>();
      let cursor: string | null = "";
      while (cursor !== null) {
        const query = `q=${word}&status=active&sort=name&limit=100${cursor && `&cursor=${cursor}`}`;
        const body: Json = await list(query);
        for (const user of body.data) visited.add(user.id);
        expect(body.pagination.total).toBe(there?.count);
        cursor = body.pagination.next_cursor;
      }
      expect(visited.size).toBe(there?.count);
      expect(visited.size).toBeGreaterThan(200);
    }
  });
});

const pendingButDisabled = (): number =>
  Array.from({ length: count }, (_, index) => index + 1).filter((n) => n % 19 === 7 && n % 17 === 3)
    .length;
