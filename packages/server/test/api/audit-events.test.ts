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
  const idsIn = ({ body }: { body: Json }) => (body.data as { id: string }[]).map(({ id }) => id);

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
});
