import { afterAll, beforeAll, expect, test } from "vitest";
import { makeId } from "../../src/store/ids.js";
import { forEachDatabase } from "../support/database.js";
import { openTestApi, type TestApi } from "./test-api.js";

forEachDatabase((kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi(kind);
  });
  afterAll(() => api.close());

  const exportUser = (id: string, token = api.tenant.sk, headers = {}) =>
    api.call("exportUser", { token, params: { id }, headers });

  test("an export holds all that is kept of a user, what has ended and what is private too", async () => {
    const { id, token, session } = await api.person("exported@example.com");
    await api.call("signOut", { token });
    const again = await api.signIn("exported@example.com");
    const { body: organization } = await api.call("createOrganization", {
      token: api.tenant.sk,
      body: { name: "Acme" },
    });
    const { body: membership } = await api.call("addMember", {
      token: api.tenant.sk,
      params: { id: String(organization.id) },
      body: { user_id: id, role: "owner" },
    });
    await api.call("updateUser", {
      token: api.tenant.sk,
      params: { id },
      body: { private_metadata: { crm: 7 } },
    });
    const { sql } = api.database;
    await sql`insert into connections (tenant_id, id, user_id, provider, created_at)
      values (${api.tenant.id}, 'con_1', ${id}, 'google', ${api.now()})`;
    await sql`insert into factors (tenant_id, id, user_id, type, sealed_secret, created_at, confirmed_at)
      values (${api.tenant.id}, 'fct_1', ${id}, 'totp', 'sealed', ${api.now()}, ${api.now()})`;

    const { body } = await exportUser(id);

    const time = api.now().toISOString();
    expect(body).toMatchObject({
      exported_at: time,
      user: { id, email: "exported@example.com", private_metadata: { crm: 7 } },
      factors: [{ id: "fct_1", type: "totp" }],
      connections: [{ id: "con_1", provider: "google", created_at: time }],
      organizations: [membership],
    });
    const sessions = (body.sessions as { id: string; current: boolean }[]).map((each) => each.id);
    expect(new Set(sessions)).toEqual(new Set([session.id, again.session.id]));
    const types = (body.audit_events as { type: string }[]).map((event) => event.type);
    expect(types).toEqual([
      "user.exported",
      "user.updated",
      "membership.added",
      "user.signed_in",
      "user.signed_out",
      "user.signed_in",
    ]);
    expect(JSON.stringify(body)).not.toContain("sealed");
  });

  test("what the user did to others is part of it, and nobody else's doings are", async () => {
    const admin = await api.person("doer@example.com", { role: "admin" });
    const other = await api.person("other@example.com");
    api.advance(1);
    await api.call("updateUser", {
      token: admin.token,
      params: { id: other.id },
      body: { name: "Grace" },
    });
    api.advance(1);

    const { body } = await exportUser(admin.id);

    expect(body.audit_events).toMatchObject([
      { type: "user.exported", resource_id: admin.id },
      { type: "user.updated", actor_id: admin.id, resource_id: other.id },
      { type: "user.signed_in", actor_id: admin.id },
    ]);
  });

  test("the newest ten thousand events are told, and no more than memory bears", async () => {
    const many = await api.addUser("many@example.com");
    const heavy = await api.addUser("heavy@example.com");
    const fill = (id: string, count: number, text: string) => api.database.sql`
      insert into audit_events (tenant_id, id, type, actor_type, resource_id, created_at, metadata)
      select ${api.tenant.id}, ${makeId("evt", api.now())} || to_char(n, 'fm00000'), 'many.things', 'anonymous',
        ${id}, now(), jsonb_build_object('text', ${text}::text)
      from generate_series(1, ${count}::int) as n`;
    await fill(many, 10_050, "");
    await fill(heavy, 1500, "x".repeat(8000));
    api.advance(1);

    const [all, bounded] = [await exportUser(many), await exportUser(heavy)];

    expect(all.body.audit_events).toHaveLength(10_000);
    expect(all.body.audit_events[0].type).toBe("user.exported");
    const told = bounded.body.audit_events as object[];
    expect(told.length).toBeGreaterThan(1000);
    expect(told.length).toBeLessThan(1100);
    expect(told[0]).toMatchObject({ type: "user.exported" });
  });

  test("who does not exist here is not exported, and no event says so", async () => {
    const other = await api.addTenant();
    const id = await api.addUser("foreign@example.com");

    expect((await exportUser(id, other.sk)).body.error.code).toBe("user_not_found");
    expect((await exportUser("usr_unknown")).body.error.code).toBe("user_not_found");
    expect((await exportUser("usr%00")).body.error.code).toBe("user_not_found");
    expect(await api.auditTypes(id)).toEqual([]);
  });

  test("it takes the scope, and nobody exports in another's place", async () => {
    const id = await api.addUser("scoped@example.com");
    const admin = await api.person("boss@example.com", { role: "admin" });
    const impersonation = await api.call("impersonate", {
      token: api.tenant.sk,
      body: { user_id: admin.id, reason: "Support" },
    });
    const codeOf = async (token: string, headers = {}) =>
      (await exportUser(id, token, headers)).body.error?.code as string | undefined;

    expect(await codeOf(await api.tenant.addKey("secret", ["users:write"]))).toBe(
      "insufficient_permissions",
    );
    expect(await codeOf(String(impersonation.body.access_token))).toBe("impersonation_forbidden");
    expect(await codeOf(api.tenant.sk, { "X-Tenant-ID": "tnt_other" })).toBe("tenant_mismatch");
    expect(await codeOf(await api.tenant.addKey("secret", ["users:read"]))).toBeUndefined();
    expect(await codeOf(admin.token)).toBeUndefined();
  });
});
