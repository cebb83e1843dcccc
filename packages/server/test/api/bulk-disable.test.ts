import { afterAll, beforeAll, expect, test } from "vitest";
import { forEachDatabase } from "../support/database.js";
import { openTestApi, type TestApi } from "./test-api.js";

forEachDatabase((kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi(kind);
  });
  afterAll(() => api.close());

  const bulk = (body: object, token = api.tenant.sk, headers = {}) =>
    api.call("bulkDisable", { token, body, headers });

  test("each id has its outcome, and none stops the rest", async () => {
    const one = await api.person("one@example.com");
    const two = await api.addUser("two@example.com");
    const off = await api.addUser("off@example.com");
    await api.call("disableUser", { token: api.tenant.sk, params: { id: off }, body: {} });
    const elsewhere = await api.addTenant();
    const foreign = await api.addUser("foreign@example.com", { tenantId: elsewhere.id });
    const before = [await api.rowOf(off), await api.rowOf(foreign)];

    const user_ids = [one.id, "usr_nobody", two, one.id, foreign, off, "no id at all\u0000"];
    const { body } = await bulk({ user_ids, reason: "Spam" });

    const refused = { outcome: "refused", code: "user_not_found", sessions_revoked: 0 };
    expect(body).toEqual({
      disabled: 2,
      sessions_revoked: 1,
      results: [
        { user_id: one.id, outcome: "disabled", sessions_revoked: 1 },
        { user_id: "usr_nobody", ...refused },
        { user_id: two, outcome: "disabled", sessions_revoked: 0 },
        { user_id: foreign, ...refused },
        { user_id: off, outcome: "unchanged", sessions_revoked: 0 },
        { user_id: "no id at all\u0000", ...refused },
      ],
    });
    expect((await api.call("getMe", { token: one.token })).body.error.code).toBe("session_revoked");
    expect([await api.rowOf(off), await api.rowOf(foreign)]).toEqual(before);
    const [event] = await api.database.sql`
      select reason, changed_fields, actor_type from audit_events
      where resource_id = ${one.id} and type = 'user.disabled'`;
    expect(event).toEqual({ reason: "Spam", changed_fields: ["disabled"], actor_type: "api_key" });
    expect((await api.auditTypes(one.id)).slice(-2)).toEqual(["user.disabled", "session.revoked"]);
  });

  test("sessions stay when asked to", async () => {
    const { id, token } = await api.person("stays@example.com");

    const { body } = await bulk({ user_ids: [id], revoke_sessions: false });

    expect(body).toMatchObject({ disabled: 1, sessions_revoked: 0 });
    expect((await api.call("getMe", { token })).status).toBe(200);
  });

  test("the end of an impersonation is told as one", async () => {
    const id = await api.addUser("acted-for@example.com");
    const body = { user_id: id, reason: "Support" };
    const { body: made } = await api.call("impersonate", { token: api.tenant.sk, body });

    await bulk({ user_ids: [id] });

    const token = made.access_token as string;
    expect((await api.call("getMe", { token })).body.error.code).toBe("session_revoked");
    expect(await api.auditTypes(id)).toContain("user.impersonation_ended");
  });

  test("an administrator stays herself, and one stays in any case", async () => {
    const own = await openTestApi(kind);
    const one = await own.person("one@example.com", { role: "admin" });
    const two = await own.person("two@example.com", { role: "admin" });
    const member = await own.addUser("member@example.com");
    const outcomes = async (user_ids: string[], token: string) => {
      const { body } = await own.call("bulkDisable", { token, body: { user_ids } });
      return (body.results as { code?: string; outcome: string }[]).map(
        ({ code, outcome }) => code ?? outcome,
      );
    };

    expect(await outcomes([one.id, member, two.id], one.token)).toEqual([
      "self_action",
      "disabled",
      "disabled",
    ]);
    await own.addUser("three@example.com", { role: "admin" });
    const all = await own.database.sql<{ id: string }>`
      select id from users where tenant_id = ${own.tenant.id} order by id`;
    const results = await outcomes(
      all.map(({ id }) => id),
      own.tenant.sk,
    );

    expect(results.filter((each) => each === "last_admin")).toHaveLength(1);
    const left = await own.database.sql`
      select 1 from users where role = 'admin' and not disabled`;
    expect(left).toHaveLength(1);
    await own.close();
  });

  test("bulk calls that name each other's administrators at once leave one", async () => {
    const own = await openTestApi(kind);
    for (let round = 0; round < 10; round++) {
      const tenant = await own.addTenant();
      const ids = await Promise.all(
        ["a", "b", "c"].map((name) =>
          own.addUser(`${name}${round}@example.com`, { role: "admin", tenantId: tenant.id }),
        ),
      );
      const send = (user_ids: string[]) =>
        own.call("bulkDisable", { token: tenant.sk, body: { user_ids } });

      const replies = await Promise.all([
        send(ids.slice(0, 2)),
        send(ids.slice(2)),
        send(ids.toReversed()),
      ]);

      expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200]);
      const left = await own.database.sql`
        select 1 from users where tenant_id = ${tenant.id} and not disabled`;
      expect(left).toHaveLength(1);
    }
    await own.close();
  });

  test("a thousand are one call, which the same key makes once", async () => {
    const own = await openTestApi(kind);
    await own.database.sql`
      insert into users (tenant_id, id, email)
      select ${own.tenant.id}, 'usr_' || n, 'bulk' || n || '@example.com'
      from generate_series(1, 1000) as n`;
    const user_ids = Array.from({ length: 1000 }, (_, n) => `usr_${n + 1}`);
    const send = (body: object) =>
      own.call("bulkDisable", {
        ...{ token: own.tenant.sk, body },
        headers: { "Idempotency-Key": "bulk-1" },
      });

    const replies = await Promise.all([send({ user_ids }), send({ user_ids })]);
    const again = await send({ user_ids });

    for (const reply of [...replies, again]) expect(reply.body).toEqual(again.body);
    expect(again.body.disabled).toBe(1000);
    expect((await send({ user_ids: ["usr_1"] })).body.error.code).toBe("idempotency_key_reused");

    // As if the server had died when all was done and nothing answered.
    await own.database.sql`delete from idempotency_keys where key_hash = (
      select key_hash from idempotency_keys order by length(sealed_reply) desc limit 1)`;
    expect((await send({ user_ids })).body).toEqual(again.body);
    const [count] = await own.database.sql`
      select count(*) as events from audit_events where type = 'user.disabled'`;
    expect(count).toEqual({ events: 1000 });
    await own.close();
  });

  test("none, too many and nonsense are refused", async () => {
    const many = Array.from({ length: 1001 }, (_, n) => `usr_${n}`);

    for (const user_ids of [[], many, "usr_1", [1]])
      expect((await bulk({ user_ids })).status).toBe(422);
  });

  test("bulk calls have a limit of their own", async () => {
    const strict = await openTestApi(kind, { HELLOJOHN_RATE_LIMIT_SCALE: "0.1" });
    const send = () =>
      strict.call("bulkDisable", { token: strict.tenant.sk, body: { user_ids: ["usr_1"] } });

    const replies = await Promise.all(Array.from({ length: 6 }, send));

    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 200, 200, 200, 200, 429]);
    const limited = replies.find((reply) => reply.status === 429);
    expect(limited?.headers.get("retry-after")).toMatch(/^\d+$/);
    await strict.close();
  });
});
