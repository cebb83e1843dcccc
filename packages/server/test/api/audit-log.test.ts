import { afterAll, beforeAll, expect, test } from "vitest";
import { makeId } from "../../src/store/ids.js";
import { forEachDatabase } from "../support/database.js";
import { type Json, openTestApi, type TestApi } from "./test-api.js";

forEachDatabase((kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi(kind);
  });
  afterAll(() => api.close());

  const list = (query: Record<string, string | number>, token = api.tenant.sk) => {
    const search = new URLSearchParams(
      Object.entries(query).map(([name, value]) => [name, String(value)]),
    );
    return api.request("GET", `/v1/audit-logs?${search}`, { token });
  };
  const write = (body: object, token = api.tenant.sk) =>
    api.call("createAuditEvent", { token, body });
  const idsIn = ({ body }: { body: Json }) => (body.data as { id: string }[]).map(({ id }) => id);

  /** The ids of every page, and the totals each page told. */
  async function walk(query: Record<string, string | number>, token = api.tenant.sk) {
    const ids: string[] = [];
    const totals = new Set<number>();
    let cursor: string | null = "";
    while (cursor !== null) {
      const reply = await list({ ...query, ...(cursor && { cursor }) }, token);
      expect(reply.status).toBe(200);
      ids.push(...idsIn(reply));
      totals.add(reply.body.meta.total as number);
      cursor = reply.body.meta.cursor as string | null;
    }
    return { ids, totals: [...totals] };
  }

  test("what happened to a user is listed, the newest first", async () => {
    const { id, token } = await api.person("listed@example.com");
    await api.call("updateMe", { token, body: { name: "Ada L." } });

    const { body } = await api.call("listAuditEvents", { token: api.tenant.sk });
    const hers = await list({ actor_id: id });

    expect(body.meta).toMatchObject({ limit: 50, total_is_estimate: false });
    expect(hers.body.data).toMatchObject([
      {
        type: "user.updated",
        actor_type: "user",
        actor_id: id,
        resource_id: id,
        changed_fields: ["name"],
        source: "system",
        ip: "192.0.2.1",
      },
      { type: "user.signed_in" },
    ]);
    expect(hers.body.meta).toEqual({
      ...{ total: 2, total_is_estimate: false, limit: 50, cursor: null },
    });
  });

  test("an application's own event keeps who it holds responsible, and its actor is the key", async () => {
    const resource = await api.addUser("suspended@example.com");
    const own = await api.tenant.addKey("secret", ["audit:write"]);

    const { status, body } = await write(
      {
        ...{ action: "user.suspended", resource_id: resource, actor: "admin" },
        metadata: { reason: "Spam", source: "system" },
      },
      own,
    );

    expect(status).toBe(201);
    expect(body).toMatchObject({
      type: "user.suspended",
      actor_type: "api_key",
      resource_id: resource,
      source: "api",
      metadata: { reason: "Spam", source: "system", actor: "admin" },
    });
    expect((await list({ resource_id: resource })).body.data).toEqual([body]);
  });

  test("an event speaks of any id or of none, in an administrator's name too", async () => {
    const admin = await api.person("writer@example.com", { role: "admin" });

    const order = await write({ type: "order.paid", resource_id: "order/7 €" }, admin.token);
    const none = await write({ type: "job.done", action: "job.done", reason: "Nightly" });

    expect(order.body).toMatchObject({
      ...{ actor_type: "user", actor_id: admin.id, source: "api", resource_id: "order/7 €" },
    });
    expect(none.body).toMatchObject({ resource_id: null, reason: "Nightly", metadata: {} });
    expect(idsIn(await list({ resource_id: "order/7 €" }))).toEqual([order.body.id]);
  });

  test("an event that says too little, too much or two things is refused and not kept", async () => {
    const before = (await list({ source: "api" })).body.meta.total as number;
    const refused: [object, string][] = [
      [{}, "type"],
      [{ type: "a.b", action: "a.c" }, "action"],
      [{ type: "Suspended" }, "type"],
      [{ type: "a.b", source: "system" }, "source"],
      [{ type: "a.b", resource_id: "x".repeat(513) }, "resource_id"],
      [{ type: "a.b", resource_id: "a\0b" }, "resource_id"],
      [{ type: "a.b", metadata: { text: "x".repeat(9000) } }, "metadata"],
    ];

    for (const [body, field] of refused) {
      const reply = await write(body);
      expect([reply.status, Object.keys(reply.body.error.fields)]).toEqual([422, [field]]);
    }
    expect((await list({ source: "api" })).body.meta.total).toBe(before);
  });

  test("nothing in the log is changed or taken away, by SQL either", async () => {
    const { body } = await write({ type: "kept.forever" });
    const { sql } = api.database;

    await expect(sql`update audit_events set reason = 'x' where id = ${body.id}`).rejects.toThrow(
      "append-only",
    );
    await expect(sql`delete from audit_events where id = ${body.id}`).rejects.toThrow(
      "append-only",
    );
  });

  test("a type is asked for whole or by its beginning, and its signs are only signs", async () => {
    const tenant = await api.addTenant();
    const types = ["user.updated", "user.updates", "user_x.made", "userx.made", "user.a.b"];
    for (const type of types) await write({ type }, tenant.sk);
    const typesOf = async (type: string) =>
      ((await list({ type }, tenant.sk)).body.data as { type: string }[])
        .map((event) => event.type)
        .sort();

    expect(await typesOf("user.updated")).toEqual(["user.updated"]);
    expect(await typesOf("user.*")).toEqual(["user.a.b", "user.updated", "user.updates"]);
    expect(await typesOf("user_*")).toEqual(["user_x.made"]);
    expect(await typesOf("*")).toHaveLength(5);
    expect(await typesOf("%")).toEqual([]);
    expect(await typesOf("user")).toEqual([]);
    expect(await typesOf("*.made")).toEqual([]);
  });

  test("conditions are combined", async () => {
    const { id, token } = await api.person("combined@example.com");
    await api.call("updateMe", { token, body: { name: "A" } });
    await write({ type: "user.noted", resource_id: id });

    const total = async (query: Record<string, string>) =>
      (await list(query)).body.meta.total as number;

    expect(await total({ resource_id: id })).toBe(3);
    expect(await total({ resource_id: id, source: "api" })).toBe(1);
    expect(await total({ resource_id: id, source: "system", type: "user.*" })).toBe(2);
    expect(await total({ resource_id: id, actor_id: id, type: "user.noted" })).toBe(0);
  });

  test("a span of time has both its ends", async () => {
    const tenant = await api.addTenant();
    const times: string[] = [];
    for (let day = 0; day < 4; day++) {
      times.push(((await write({ type: "day.passed" }, tenant.sk)).body as Json).created_at);
      api.advance(86_400);
    }
    const count = async (query: Record<string, string>) =>
      (await list(query, tenant.sk)).body.meta.total as number;
    const [, second = "", third = ""] = times;
    const shifted = `${new Date(Date.parse(third) + 7_200_000).toISOString().slice(0, -1)}+02:00`;

    expect(await count({ from: second, to: third })).toBe(2);
    expect(await count({ from: second, to: shifted })).toBe(2);
    expect(await count({ from: third })).toBe(2);
    expect(await count({ to: second })).toBe(2);
    expect(await count({ from: third, to: second })).toBe(0);
    expect(await count({ from: "0001-01-01", to: "9999-12-31" })).toBe(4);
    expect(await count({ to: second.slice(0, 10) })).toBe(1);
    const wrong = await list({ from: "yesterday" }, tenant.sk);
    expect(wrong.body.error.fields).toMatchObject({ from: [{}] });
  });

  test("a walk over pages meets each event once, whatever is written meanwhile", async () => {
    const tenant = await api.addTenant();
    const written: string[] = [];
    for (let number = 0; number < 7; number++)
      written.push((await write({ type: "step.done" }, tenant.sk)).body.id as string);
    await write({ type: "other.thing" }, tenant.sk);

    const first = await list({ type: "step.*", limit: 3 }, tenant.sk);
    await write({ type: "step.late" }, tenant.sk);
    const cursor = first.body.meta.cursor as string;
    const second = await list({ type: "step.*", limit: 2, cursor }, tenant.sk);

    expect([...idsIn(first), ...idsIn(second)]).toEqual(written.toReversed().slice(0, 5));
    expect(second.body.meta).toMatchObject({ total: 7, limit: 2 });
    const whole = await walk({ type: "step.done", limit: 2 }, tenant.sk);
    expect(whole).toEqual({ ids: written.toReversed(), totals: [7] });
  });

  test("a cursor holds for its tenant and conditions alone", async () => {
    const other = await api.addTenant();
    for (let number = 0; number < 3; number++) {
      await write({ type: "turn.page" });
      await write({ type: "turn.page" }, other.sk);
    }
    const cursor = (await list({ type: "turn.page", limit: 1 })).body.meta.cursor as string;
    const flipped = `${cursor.slice(0, 20)}${cursor[20] === "A" ? "B" : "A"}${cursor.slice(21)}`;
    const codeOf = async (query: Record<string, string>, token = api.tenant.sk) =>
      (await list({ type: "turn.page", ...query }, token)).body.error?.code as string | undefined;

    expect(await codeOf({ cursor })).toBeUndefined();
    for (const forged of [
      flipped,
      cursor.slice(0, -1),
      `${cursor}!`,
      "x",
      btoa('{"last":"evt_1"}'),
    ])
      expect(await codeOf({ cursor: forged })).toBe("invalid_cursor");
    expect(await codeOf({ cursor, type: "turn.*" })).toBe("invalid_cursor");
    expect(await codeOf({ cursor, source: "api" })).toBe("invalid_cursor");
    expect(await codeOf({ cursor }, other.sk)).toBe("invalid_cursor");
  });

  test("another tenant's events are not there, and each scope opens its own half", async () => {
    const other = await api.addTenant();
    const { id } = await api.person("theirs@example.com");
    const reader = await api.tenant.addKey("secret", ["audit:read"]);
    const writer = await api.tenant.addKey("secret", ["audit:write"]);

    expect((await list({ resource_id: id }, other.sk)).body.data).toEqual([]);
    expect((await list({ resource_id: id }, reader)).body.data).toHaveLength(1);
    expect((await list({}, writer)).body.error.code).toBe("insufficient_permissions");
    const refused = await write({ type: "a.b" }, reader);
    expect(refused.body.error.code).toBe("insufficient_permissions");
    const mismatch = await api.request("GET", "/v1/audit-logs", {
      token: reader,
      headers: { "X-Tenant-ID": other.id },
    });
    expect(mismatch.body.error.code).toBe("tenant_mismatch");
  });

  test("limits and conditions that are none are refused", async () => {
    for (const query of [{ limit: 0 }, { limit: 201 }, { source: "me" }, { page: 2 }])
      expect((await list(query as Record<string, number>)).status).toBe(422);
    expect((await list({ limit: 200 })).body.meta.limit).toBe(200);
    expect((await list({ actor_id: "\0" })).status).toBe(422);
  });

  test("up to ten thousand matches are counted and more are estimated", async () => {
    const { id: tenantId, sk } = await api.addTenant();
    const copy = async (many: number) => {
      await api.database.sql`
        insert into audit_events (tenant_id, id, type, actor_type, created_at)
        select ${tenantId}, ${makeId("evt")} || n, 'many.things', 'anonymous', now()
        from generate_series(1, ${many}::int) as n`;
      await api.database.sql.script("analyze audit_events");
    };
    await copy(10_000);
    const counted = await list({ limit: 1, type: "many.*" }, sk);
    await copy(20_000);

    const estimated = await list({ limit: 1, type: "many.*" }, sk);
    const { cursor } = estimated.body.meta as { cursor: string };
    const next = await list({ limit: 1, type: "many.*", cursor }, sk);

    expect(counted.body.meta).toMatchObject({ total: 10_000, total_is_estimate: false });
    expect(estimated.body.meta.total_is_estimate).toBe(true);
    expect(estimated.body.meta.total).toBeGreaterThan(20_000);
    expect(estimated.body.meta.total).toBeLessThan(45_000);
    expect(next.body.meta.total).toBe(estimated.body.meta.total);
  });
});
