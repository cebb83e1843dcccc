import { afterAll, beforeAll, expect, test } from "vitest";
import { seedUsers } from "../../src/demo/seed-users.js";
import { forEachDatabase } from "../support/database.js";
import { openTestApi, type TestApi } from "./test-api.js";

const count = 3200;

forEachDatabase((kind) => {
  let api: TestApi;

  const start = (query: string, token = api.tenant.sk) =>
    api.app.request(`/v1/admin/users/export?${query}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
  const startFor = (body: object, token = api.tenant.sk) =>
    api.app.request("/v1/admin/users/export", {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  const lines = async (query: string) => (await (await start(query)).text()).split("\r\n");
  const events = () => api.database.sql<{ type: string; metadata: object; actor_type: string }>`
    select type, metadata, actor_type from audit_events
    where tenant_id = ${api.tenant.id} and type = 'users.exported' order by id desc`;

  beforeAll(async () => {
    api = await openTestApi(kind);
    const tenantId = api.tenant.id;
    await seedUsers(api.database, { tenantId, count, passwordHash: "x" });
    await api.database
      .sql`insert into users (tenant_id, id, email, name, first_name, phone_number, role,
        public_metadata, private_metadata, created_at)
      values (${tenantId}, 'usr_odd', '=cmd@example.com', 'Éva "the ", one', '@SUM(A1)', '+15550001', '-odd',
        ${{ theme: 'dark, or "light"' }}, ${{ snake_case: 1, camelCase: 2 }}, '2027-01-01 00:00:00.123456Z')`;
  });
  afterAll(() => api.close());

  test("CSV has a header, a line for everyone, and no metadata unless asked", async () => {
    const answer = await start("");
    const text = await answer.text();
    const rows = text.split("\r\n");

    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toMatch(/^text\/csv; charset=utf-8/);
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="users-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(rows[0]).toBe(
      "id,tenant_id,email,email_verified,pending_email,name,first_name,last_name,avatar_url," +
        "phone_number,phone_verified,role,status,disabled,mfa_enrolled,created_at,updated_at," +
        "last_sign_in_at,version",
    );
    expect(rows).toHaveLength(count + 3);
    expect(rows.at(-1)).toBe("");
    expect(new Set(rows.slice(1, -1).map((row) => row.split(",")[0])).size).toBe(count + 1);
    expect(text).not.toMatch(/[^\r]\n/);
  });

  test("a cell that a spreadsheet would run begins with an apostrophe, and quotes are doubled", async () => {
    const rows = await lines(
      "q=usr_odd&fields=email,name,first_name,phone_number,role,last_name,disabled,created_at,public_metadata",
    );

    expect(rows).toEqual([
      "email,name,first_name,phone_number,role,last_name,disabled,created_at,public_metadata",
      `'=cmd@example.com,"Éva ""the "", one",'@SUM(A1),'+15550001,'-odd,,false,2027-01-01T00:00:00.123Z,` +
        `"{""theme"":""dark, or \\""light\\""""}"`,
      "",
    ]);
  });

  test("NDJSON is a user on each line, as a list tells her", async () => {
    const answer = await start("format=ndjson&q=usr_odd");
    const [whole = "", end] = (await answer.text()).split("\n");
    const listed = await api.request("GET", "/v1/users?q=usr_odd", { token: api.tenant.sk });
    const some = await (await start("format=ndjson&q=usr_odd&fields=privateMetadata,id")).text();

    expect(answer.headers.get("content-type")).toMatch(/^application\/x-ndjson/);
    expect(JSON.parse(whole)).toEqual(listed.body.data[0]);
    expect(end).toBe("");
    expect(some).toBe('{"private_metadata":{"camelCase":2,"snake_case":1},"id":"usr_odd"}\n');
  });

  test("filters, order and masks hold as in a list", async () => {
    const rows = await lines("status=pending&sort=email&order=desc&fields=email&masked=true");
    const emails = (await lines("status=pending&sort=email&order=desc&fields=email")).slice(1, -1);
    const listed = await api.request("GET", "/v1/users?status=pending&limit=1", {
      token: api.tenant.sk,
    });

    expect(rows[1]).toMatch(/^\p{L}•••@e•••\.com$/u);
    expect(emails).toHaveLength(listed.body.pagination.total);
    expect(emails).toEqual(emails.toSorted().toReversed());
  });

  test("an unknown field is refused before anything is written down", async () => {
    const before = await events();

    const answer = await start("fields=email,password_hash,");
    const strange = await start("format=xlsx");

    expect(answer.status).toBe(422);
    expect((await answer.json()).error.fields).toEqual({
      fields: [
        { code: "unknown_field", message: 'A user has no field "password_hash"' },
        { code: "unknown_field", message: 'A user has no field ""' },
      ],
    });
    expect(strange.status).toBe(422);
    expect(await events()).toEqual(before);
  });

  test("an export is written down before its first byte, without what was searched for", async () => {
    const key = await api.tenant.addKey("secret", ["users:write"]);
    const answer = await start("format=ndjson&q=Very+Secret&status=active&fields=id");

    const [event] = await events();
    const refused = await start("", key);

    expect(event).toEqual({
      ...{ type: "users.exported", actor_type: "api_key" },
      metadata: { format: "ndjson", filters: ["status", "q"], fields: ["id"] },
    });
    expect(await answer.text()).toBe("");
    expect(refused.status).toBe(403);
  });

  test("a body says what an address says: the same bytes, the same event, and no search in either", async () => {
    const asked =
      "q=usr_&disabled=false&sort=email&order=desc&masked=true&format=ndjson&fields=id,email";
    const search = {
      ...{ query: "usr_", filters: { disabled: false }, masked: true },
      ...{ sort: { field: "email", direction: "desc" }, format: "ndjson", fields: "id,email" },
    };

    const [one, two] = [await start(asked), await startFor(search)];

    const [after, before] = await events();
    const text = await two.text();
    expect(text).toBe(await one.text());
    expect(text.split("\n").length).toBeGreaterThan(count / 2);
    expect(two.headers.get("content-type")).toBe(one.headers.get("content-type"));
    expect(after).toEqual(before);
    expect(after?.metadata).toEqual({
      ...{ format: "ndjson", fields: ["id", "email"] },
      filters: ["disabled", "q", "sort", "order", "masked"],
    });
  });

  test("a body without a word exports everyone, and one that is wrong is refused by its own names", async () => {
    const key = await api.tenant.addKey("secret", ["users:write"]);
    const everyone = await (await startFor({ fields: "id" })).text();
    const listed = await (await start("fields=id")).text();
    const before = await events();
    const refused = async (body: object) => {
      const answer = await startFor(body);
      return [answer.status, Object.keys((await answer.json()).error.fields)];
    };

    expect(everyone).toBe(listed);
    expect(await refused({ q: "usr_" })).toEqual([422, ["q"]]);
    expect(await refused({ limit: 5 })).toEqual([422, ["limit"]]);
    expect(await refused({ fields: "password_hash" })).toEqual([422, ["fields"]]);
    expect(await refused({ filters: { org: "a", organization_id: "b" } })).toEqual([
      ...[422, ["filters.org", "filters.organization_id"]],
    ]);
    expect((await startFor({ query: "usr_" }, key)).status).toBe(403);
    expect(await events()).toHaveLength(before.length);
  });

  test("others are answered while an export runs, and one that is left holds nothing", async () => {
    const reader = (await start("format=ndjson")).body?.getReader();
    let bytes = 0;
    let answered = 0;
    for (;;) {
      const chunk = await reader?.read();
      if (!chunk || chunk.done) break;
      bytes += chunk.value.length;
      const other = await api.request("GET", "/v1/users?limit=1", { token: api.tenant.sk });
      if (other.status === 200) answered++;
    }
    const left = (await start("format=ndjson")).body?.getReader();
    await left?.read();
    await left?.cancel();

    expect(bytes).toBeGreaterThan(count * 300);
    expect(answered).toBeGreaterThanOrEqual(Math.floor(count / 500));
    expect((await api.database.sql`select 1 as one`)[0]).toEqual({ one: 1 });
  });

  test("who changes during an export is told once, and nobody else is lost", async () => {
    const reader = (await start("format=ndjson&sort=email&fields=id")).body?.getReader();
    const decoder = new TextDecoder();
    let text = "";
    for (let chunks = 0; ; chunks++) {
      const chunk = await reader?.read();
      if (!chunk || chunk.done) break;
      text += decoder.decode(chunk.value);
      if (chunks === 0)
        await api.database.sql`delete from users where id in (
          select id from users where tenant_id = ${api.tenant.id} order by email_lower desc limit 10)`;
    }

    const ids = text.trim().split("\n");
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(count + 1 - 10);
  });
});
