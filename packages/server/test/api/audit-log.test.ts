import { afterAll, beforeAll, expect, test } from "vitest";
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

  test("events of one moment stand as they were written, whatever else happens then", async () => {
    const tenant = await api.addTenant();
    const written: string[] = [];
    for (let number = 0; number < 8; number++) {
      written.push((await write({ type: "order.kept" }, tenant.sk)).body.id as string);
      // An id of another millisecond.
      await api.addUser(`between${number}@example.com`);
    }

    const { body } = await list({ type: "order.kept" }, tenant.sk);

    expect((body.data as { id: string }[]).map((event) => event.id)).toEqual(written.toReversed());
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
});
