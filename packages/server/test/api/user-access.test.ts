import type { EndpointName } from "@hellojohn/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { forEachDatabase } from "../support/database.js";
import { openTestApi, password, type TestApi } from "./test-api.js";

forEachDatabase((kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi(kind);
  });
  afterAll(() => api.close());

  const act = (name: EndpointName, id: string, body: object = {}, token = api.tenant.sk) =>
    api.call(name, { token, params: { id }, body });

  test("disabling ends the sessions and shuts the door, enabling opens it", async () => {
    const { id, token, email } = await api.person("shut@example.com");

    const off = await act("disableUser", id, { reason: "Left the company" });

    expect(off.body).toMatchObject({
      user: { disabled: true, status: "disabled", version: 2 },
      sessions_revoked: 1,
    });
    expect((await api.call("getMe", { token })).body.error.code).toBe("session_revoked");
    const refused = await api.call("signIn", { token: api.tenant.pk, body: { email, password } });
    expect(refused.body.error.code).toBe("account_disabled");

    const on = await act("enableUser", id, { reason: "Came back" });
    expect(on.body).toMatchObject({ user: { status: "active", version: 3 }, sessions_revoked: 0 });
    await expect(api.signIn(email)).resolves.toHaveProperty("session");
    const events = await api.database.sql`
      select type, reason, changed_fields from audit_events
      where resource_id = ${id} and type in ('user.disabled', 'user.enabled') order by id`;
    expect(events).toEqual([
      { type: "user.disabled", reason: "Left the company", changed_fields: ["disabled"] },
      { type: "user.enabled", reason: "Came back", changed_fields: ["disabled"] },
    ]);
  });

  test("disabling the disabled changes nothing and is no event", async () => {
    const { id } = await api.person("twice@example.com");
    const first = await act("disableUser", id);
    const before = await api.rowOf(id);
    const types = await api.auditTypes(id);

    const second = await act("disableUser", id);
    await act("updateUser", id, { disabled: true });
    await act("updateUser", id, { status: "disabled", role: "member" });

    expect(second.body).toEqual({ user: first.body.user, sessions_revoked: 0 });
    expect(await api.rowOf(id)).toBe(before);
    expect(await api.auditTypes(id)).toEqual(types);
  });

  test("sessions stay when asked to, and end when the call is made again without", async () => {
    const { id, token } = await api.person("stays@example.com");

    const kept = await act("disableUser", id, { revoke_sessions: false });
    expect(kept.body.sessions_revoked).toBe(0);
    expect((await api.call("getMe", { token })).status).toBe(200);

    expect((await act("disableUser", id)).body.sessions_revoked).toBe(1);
    expect((await api.call("getMe", { token })).body.error.code).toBe("session_revoked");
  });

  test("a sign-in under way while she is disabled comes to nothing", async () => {
    const { id, email } = await api.person("under-way@example.com");

    const [entered] = await Promise.all([
      api.call("signIn", { token: api.tenant.pk, body: { email, password } }),
      act("disableUser", id),
    ]);

    const token = entered.body.session?.access_token as string | undefined;
    const seen = token ? (await api.call("getMe", { token })).body.error.code : "account_disabled";
    expect(["session_revoked", "account_disabled"]).toContain(seen);
    const alive = await api.database.sql`
      select 1 from sessions where user_id = ${id} and revoked_at is null`;
    expect(alive).toEqual([]);
  });

  test("a deleted user leaves her log and nothing else", async () => {
    const { id, token } = await api.person("leaves@example.com");
    await api.database.sql`insert into organizations (tenant_id, id, name)
      values (${api.tenant.id}, 'org_left', 'Left') on conflict do nothing`;
    await api.database.sql`insert into memberships (tenant_id, organization_id, user_id, role)
      values (${api.tenant.id}, 'org_left', ${id}, 'member')`;
    await api.database.sql`insert into connections (tenant_id, id, user_id, provider)
      values (${api.tenant.id}, 'con_left', ${id}, 'github')`;
    await api.call("enrollTotp", { token, body: {} });

    const gone = await act("deleteUser", id, { reason: "Asked us to" });

    expect(gone.status).toBe(204);
    expect((await api.call("getMe", { token })).body.error.code).toBe("session_revoked");
    expect((await act("deleteUser", id)).body.error.code).toBe("user_not_found");
    const left = await api.database.sql`
      select user_id from sessions where user_id = ${id}
      union all select user_id from factors where user_id = ${id}
      union all select user_id from memberships where user_id = ${id}
      union all select user_id from connections where user_id = ${id}
      union all select user_id from one_time_tokens where user_id = ${id}`;
    expect(left).toEqual([]);
    const [event] = await api.database.sql`
      select type, reason, actor_type from audit_events
      where resource_id = ${id} order by id desc limit 1`;
    expect(event).toEqual({ type: "user.deleted", reason: "Asked us to", actor_type: "api_key" });
  });

  test("a change meant for another version is refused with the one there is", async () => {
    const id = await api.addUser("versions@example.com");
    const headers = { "If-Match": '"7"' };
    const before = await api.rowOf(id);

    for (const name of ["deleteUser", "updateUser", "disableUser"] as const) {
      const body = name === "updateUser" ? { name: "X" } : {};
      const sent = { token: api.tenant.sk, params: { id }, body, headers };
      const { error } = (await api.call(name, sent)).body;
      expect([name, error.code, error.current.version]).toEqual([name, "version_conflict", 1]);
    }
    expect(await api.rowOf(id)).toBe(before);
    const right = { token: api.tenant.sk, params: { id }, headers: { "If-Match": '"1"' } };
    expect((await api.call("deleteUser", right)).status).toBe(204);
  });

  test("nobody shuts herself out, whichever way she tries", async () => {
    const own = await openTestApi(kind);
    const one = await own.person("one@example.com", { role: "admin" });
    await own.person("two@example.com", { role: "admin" });
    const before = await own.rowOf(one.id);
    const ways: [EndpointName, object][] = [
      ["disableUser", {}],
      ["deleteUser", {}],
      ["updateUser", { disabled: true }],
      ["updateUser", { role: "member" }],
      ["updateUser", { status: "disabled" }],
    ];

    for (const [name, body] of ways) {
      const reply = await own.call(name, { token: one.token, params: { id: one.id }, body });
      expect([name, reply.body.error.code]).toEqual([name, "self_action"]);
    }
    expect(await own.rowOf(one.id)).toBe(before);
    await own.close();
  });

  const ways: Record<string, (api: TestApi, token: string, id: string) => Promise<unknown>> = {
    disable: (own, token, id) => own.call("disableUser", { token, params: { id }, body: {} }),
    delete: (own, token, id) => own.call("deleteUser", { token, params: { id }, body: {} }),
    demote: (own, token, id) =>
      own.call("updateUser", { token, params: { id }, body: { role: "member" } }),
    bulk: (own, token, id) => own.call("bulkDisable", { token, body: { user_ids: [id] } }),
    v2: (own, token, id) => {
      const params = { id, tenantId: own.tenant.id };
      return own.call("updateTenantUser", { token, params, body: { roles: ["member"] } });
    },
  };

  test("two administrators who remove each other at once leave one, whichever way each takes", async () => {
    const own = await openTestApi(kind);
    const rounds = 2;
    let number = 0;
    for (const [name, first] of Object.entries(ways))
      for (const [otherName, second] of Object.entries(ways))
        for (let round = 0; round < rounds; round++) {
          const tenant = await own.addTenant();
          const make = async () => {
            const email = `admin${number++}@example.com`;
            const id = await own.addUser(email, { role: "admin", tenantId: tenant.id });
            const { session } = await own.signIn(email, tenant.pk);
            return { id, token: String(session.access_token) };
          };
          const [one, two] = [await make(), await make()];
          const at = { ...own, tenant };

          await Promise.all([first(at, one.token, two.id), second(at, two.token, one.id)]);

          const left = await own.database.sql`
            select 1 from users
            where tenant_id = ${tenant.id} and role = 'admin' and not disabled`;
          expect([name, otherName, left.length]).toEqual([name, otherName, 1]);
        }
    await own.close();
  }, 120_000);
});
