import { afterAll, beforeAll, expect, test } from "vitest";
import { forEachDatabase } from "../support/database.js";
import { type Json, openTestApi, type TestApi } from "./test-api.js";

const sorts = ["created_at", "email", "name", "last_sign_in_at"];

forEachDatabase((kind) => {
  let api: TestApi;
  let organization = "";

  const list = async (query: string, token = api.tenant.sk): Promise<Json> => {
    const answer = await api.request("GET", `/v1/users?${query}`, { token });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  };
  const refusal = async (query: string, token = api.tenant.sk) => {
    const { status, body } = await api.request("GET", `/v1/users?${query}`, { token });
    return { status, code: body.error?.code, fields: Object.keys(body.error?.fields ?? {}) };
  };
  const emails = async (query: string): Promise<string[]> =>
    (await list(query)).data.map((user: Json) => user.email);

  /** Every user that a walk visits, page by page. */
  async function walk(query: string, between: (page: number) => Promise<unknown> = async () => {}) {
    const visited: Json[] = [];
    let cursor: string | null = "";
    for (let page = 1; cursor !== null; page++) {
      const body: Json = await list(`${query}${cursor ? `&cursor=${cursor}` : ""}`);
      visited.push(...body.data);
      cursor = body.pagination.next_cursor;
      expect(body.pagination.has_more).toBe(cursor !== null);
      await between(page);
    }
    return visited;
  }

  /** Rows that differ by a microsecond or not at all, with gaps in every order. */
  beforeAll(async () => {
    api = await openTestApi(kind);
    const { sql } = api.database;
    await sql`insert into users (tenant_id, id, email, email_verified, first_name, role, disabled, mfa_enrolled,
        password_hash, created_at, last_sign_in_at)
      select ${api.tenant.id}, 'usr_' || lpad((n * 7 % 60)::text, 3, '0'), 'U' || n || '@example.com', n % 4 <> 0,
        case when n % 3 <> 0 then (array['Éva', 'éva', 'Zoe', 'adam'])[1 + n % 4] end,
        case when n % 20 = 7 then 'support' else 'member' end, n % 6 = 0, n % 10 = 3,
        case when n % 5 <> 0 then 'x' end,
        timestamptz '2026-01-01 00:00:00.123456Z' + (n / 3) * interval '1 microsecond',
        case when n % 2 = 0 then timestamptz '2026-02-01 00:00:00.000001Z' + (n / 8) * interval '1 microsecond' end
      from generate_series(1, 60) as n`;
    organization = "org_1";
    await sql`insert into organizations (tenant_id, id, name) values (${api.tenant.id}, ${organization}, 'Acme')`;
    await sql`insert into memberships (tenant_id, organization_id, user_id, role)
      select ${api.tenant.id}, ${organization}, id, 'member' from users where email in ('U1@example.com', 'U2@example.com')`;
    const other = await api.addTenant();
    await sql`insert into users (tenant_id, id, email) values (${other.id}, 'usr_other', 'u1@example.com')`;
  });
  afterAll(() => api.close());

  for (const sort of sorts)
    for (const order of ["asc", "desc"])
      test(`a walk by ${sort} ${order} visits everyone once, in the order of the first page`, async () => {
        const query = `sort=${sort}&order=${order}`;

        const visited = await walk(`${query}&limit=7`);
        const whole = await list(`${query}&limit=100`);

        expect(visited.map((user) => user.id)).toEqual(whole.data.map((user: Json) => user.id));
        expect(new Set(visited.map((user) => user.id)).size).toBe(60);
        expect(whole.pagination).toEqual({
          ...{ total: 60, total_is_estimate: false, limit: 100 },
          ...{ has_more: false, next_cursor: null },
        });
      });

  test("who has no name or never signed in comes last in the usual order and first in the other", async () => {
    const names = (await list("sort=name&limit=100")).data.map((user: Json) => user.name);
    const times = (await list("sort=last_sign_in_at&limit=100")).data.map(
      (user: Json) => user.last_sign_in_at,
    );
    const reversed = await list("sort=name&order=desc&limit=1");

    expect(names.indexOf(null)).toBe(40);
    expect(names.slice(40).every((name: unknown) => name === null)).toBe(true);
    expect(names.slice(0, 40).map((name: string) => name.toLowerCase())).toEqual(
      names
        .slice(0, 40)
        .map((name: string) => name.toLowerCase())
        .sort(),
    );
    expect(times.findIndex((time: unknown) => time === null)).toBe(30);
    expect(reversed.data[0].name).toBeNull();
  });

  test("the newest come first, addresses from A, and the limit may change on the way", async () => {
    const newest = await list("limit=2");
    const addresses = await emails("sort=email&limit=3");
    const next = await list(`limit=5&cursor=${newest.pagination.next_cursor}`);

    expect(newest.data[0].email).toBe("U60@example.com");
    expect(addresses).toEqual(["U10@example.com", "U11@example.com", "U12@example.com"]);
    expect(next.data).toHaveLength(5);
    expect(next.pagination).toMatchObject({ total: 60, limit: 5 });
  });

  test("a walk outlives the user it stands at, and one who is made meanwhile", async () => {
    const { sql } = api.database;
    const visited = await walk("sort=email&email_verified=false&limit=3", async (page) => {
      if (page !== 1) return;
      await sql`update users set email = 'zz' || email where tenant_id = ${api.tenant.id} and email = 'U20@example.com'`;
      await sql`insert into users (tenant_id, id, email) values (${api.tenant.id}, 'usr_new', 'a@example.com')`;
    });
    await sql`delete from users where id = 'usr_new'`;
    await sql`update users set email = 'U20@example.com' where email = 'zzU20@example.com'`;

    const seen = visited.map((user) => user.email);
    expect(seen.slice(0, 3)).toEqual(["U12@example.com", "U16@example.com", "U20@example.com"]);
    expect(seen.slice(3)).toHaveLength(13);
    expect(seen.at(-1)).toBe("zzU20@example.com");
  });

  test("filters hold together and each by itself", async () => {
    const total = async (query: string) => (await list(query)).pagination.total;

    expect(await emails("email=u7%40EXAMPLE.com")).toEqual(["U7@example.com"]);
    expect(await total("status=disabled")).toBe(10);
    expect(await total("disabled=true")).toBe(10);
    expect(await total("disabled=false")).toBe(50);
    expect(await total("disabled=false&status=disabled")).toBe(0);
    expect(await total("status=pending")).toBe(10);
    expect(await total("role=support")).toBe(3);
    expect(await total("role=nobody")).toBe(0);
    expect(await total("mfa_enrolled=true")).toBe(6);
    expect(await total("email_verified=false")).toBe(15);
    expect(await total("email_verified=true&mfa_enrolled=true&role=member")).toBe(6);
    expect((await emails(`org=${organization}&sort=email`)).join()).toBe(
      "U1@example.com,U2@example.com",
    );
    expect(await total(`organization_id=${organization}&q=u2`)).toBe(1);
    expect(await total("org=org_none")).toBe(0);
  });

  test("both ends of a span of time belong to it, to the millisecond that is told", async () => {
    const total = async (query: string) => (await list(query)).pagination.total;

    expect(await total("created_after=2026-01-01&created_before=2026-01-01T00:00:00.123Z")).toBe(
      60,
    );
    expect(await total("created_before=2026-01-01T00:00:00.122Z")).toBe(0);
    expect(await total("created_after=2026-01-01T00:00:00.124Z")).toBe(0);
    expect(await total("created_after=2026-01-01T01:00:00.123%2B01:00")).toBe(60);
    expect(await total("created_after=0000-01-01&created_before=9999-12-31T23:59:59-23:00")).toBe(
      60,
    );
  });

  test("two names of one thing must agree", async () => {
    expect(await refusal("q=a&search=b")).toEqual({
      ...{ status: 422, code: "validation_failed", fields: ["q", "search"] },
    });
    expect((await refusal("sort=email&order_by=name")).fields).toEqual(["sort", "order_by"]);
    expect((await refusal("order=asc&direction=desc")).fields).toEqual(["order", "direction"]);
    expect((await refusal("org=a&organization_id=b")).fields).toEqual(["org", "organization_id"]);
    expect(await emails("q=u7&search=u7&sort=email&order_by=email")).toEqual(["U7@example.com"]);
  });

  test("a cursor opens the list it came from, and no other", async () => {
    const other = await api.addTenant();
    const { next_cursor: cursor } = (await list("limit=2&status=active")).pagination;
    const invalid = { status: 400, code: "invalid_cursor", fields: [] };

    expect(await list(`limit=2&status=active&cursor=${cursor}`)).toBeDefined();
    for (const query of [
      `status=active&cursor=${cursor}&sort=email`,
      `status=active&cursor=${cursor}&order=asc`,
      `status=active&cursor=${cursor}&q=u`,
      `cursor=${cursor}`,
      `status=active&cursor=${cursor.slice(0, -2)}`,
      `status=active&cursor=${cursor}A`,
      `status=active&cursor=${cursor[0] === "A" ? "B" : "A"}${cursor.slice(1)}`,
      "cursor=%00",
      "cursor=eyJpZCI6InVzcl8xIn0",
    ])
      expect(await refusal(query)).toEqual(invalid);
    expect(await refusal(`status=active&cursor=${cursor}`, other.sk)).toEqual(invalid);
  });

  test("a search by POST is the same list, and its cursors are the same", async () => {
    const body = {
      query: "example.com",
      filters: { status: "active" },
      sort: { field: "email", direction: "desc" },
      limit: 3,
    };
    const first = await api.call("searchUsers", { token: api.tenant.sk, body });
    const cursor = first.body.pagination.next_cursor;

    const next = await api.call("searchUsers", { token: api.tenant.sk, body: { ...body, cursor } });
    const same = await list(
      `q=example.com&status=active&sort=email&order=desc&limit=3&cursor=${cursor}`,
    );
    const both = await api.call("searchUsers", {
      ...{ token: api.tenant.sk, body: { filters: { org: "a", organization_id: "b" } } },
    });

    expect(next.body).toMatchObject({ data: same.data, pagination: { total: 32 } });
    expect(Object.keys(both.body.error.fields)).toEqual(["filters.org", "filters.organization_id"]);
  });

  test("a tenant sees its own users, masked and with their parts when asked for", async () => {
    const other = await api.addTenant();

    const none = await list("q=u1", other.sk);
    const parts = await list(
      `org=${organization}&include=organizations,factors&masked=true&limit=1`,
    );

    expect(none).toMatchObject({ data: [], pagination: { total: 0, total_is_estimate: false } });
    expect(parts.data[0]).toMatchObject({
      ...{ email: "U•••@e•••.com", factors: [] },
      organizations: [{ organization_id: organization, name: "Acme" }],
    });
  });
});
