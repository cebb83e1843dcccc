import { afterAll, beforeAll, expect, test } from "vitest";
import { forEachDatabase } from "../support/database.js";
import { type Json, openTestApi, type TestApi } from "./test-api.js";

forEachDatabase((kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi(kind);
  });
  afterAll(() => api.close());

  const read = async (id: string, query = "", token = api.tenant.sk): Promise<Json> =>
    (await api.call("getUser", { token, params: { id: `${id}${query}` } })).body;
  const restrictions = async (id: string, token?: string) =>
    (await read(id, "?include=restrictions", token)).restrictions;

  test("what belongs to a user is told when it is asked for, and only then", async () => {
    const { id, token } = await api.person("owner@example.com");
    const other = await api.addUser("other@example.com");
    const tenantId = api.tenant.id;
    await api.database.sql`insert into organizations (tenant_id, id, name)
      values (${tenantId}, 'org_1', 'Navy')`;
    await api.database.sql`insert into memberships (tenant_id, organization_id, user_id, role)
      values (${tenantId}, 'org_1', ${id}, 'owner'), (${tenantId}, 'org_1', ${other}, 'member')`;
    await api.database.sql`insert into connections (tenant_id, id, user_id, provider)
      values (${tenantId}, 'con_1', ${id}, 'github')`;
    await api.call("enrollTotp", { token, body: {} });

    const all = await read(id, "?include=factors,connections,organizations");
    const one = await read(id, "?include=connections");
    const theirs = await read(other, "?include=factors,connections,organizations");

    expect(all.connections).toMatchObject([{ id: "con_1", provider: "github" }]);
    expect(all.organizations).toMatchObject([
      { organization_id: "org_1", name: "Navy", role: "owner" },
    ]);
    // It waits to be confirmed, so it is no factor yet.
    expect(all.factors).toEqual([]);
    await api.database.sql`update factors set confirmed_at = now() where user_id = ${id}`;
    const [factor] = (await read(id, "?include=factors")).factors;
    expect(Object.keys(factor).sort()).toEqual(["created_at", "id", "last_used_at", "type"]);
    expect(Object.keys(one)).toContain("connections");
    expect(Object.keys(one)).not.toContain("organizations");
    expect(theirs).toMatchObject({ factors: [], connections: [] });
    expect(theirs.organizations).toMatchObject([{ role: "member" }]);
    expect((await read(id)).factors).toBeUndefined();
    expect((await read(id, "?include=secrets")).error.code).toBe("validation_failed");
  });

  test("a page of users has the same parts as each alone", async () => {
    const reply = await api.request("GET", "/v1/users?include=organizations,restrictions", {
      token: api.tenant.sk,
    });

    for (const user of reply.body.data)
      expect(user).toEqual(await read(user.id, "?include=organizations,restrictions"));
  });

  test("restrictions say beforehand what the endpoints would refuse", async () => {
    const own = await openTestApi(kind);
    const one = await own.person("one@example.com", { role: "admin" });
    const member = await own.addUser("member@example.com");
    const of = async (id: string, token: string) =>
      (await own.call("getUser", { token, params: { id: `${id}?include=restrictions` } })).body
        .restrictions;
    const refusals = async (id: string, token: string) => {
      const params = { id };
      const replies = {
        disable: await own.call("disableUser", { token, params, body: {} }),
        demote: await own.call("updateUser", { token, params, body: { role: "member" } }),
        delete: await own.call("deleteUser", { token, params, body: {} }),
        impersonate: await own.call("impersonate", { token, body: { user_id: id, reason: "x" } }),
      };
      return Object.fromEntries(
        Object.entries(replies).map(([action, { body }]) => [action, body?.error?.code]),
      );
    };
    const last = {
      ...{ disable: "last_admin", delete: "last_admin", demote: "last_admin" },
      impersonate: "self_action",
    };

    expect(await of(one.id, one.token)).toEqual(last);
    expect(await refusals(one.id, one.token)).toEqual(last);
    expect(await of(one.id, own.tenant.sk)).toEqual({
      ...last,
      impersonate: undefined,
    });

    const two = await own.person("two@example.com", { role: "admin" });
    const self = {
      ...{ disable: "self_action", delete: "self_action", demote: "self_action" },
      impersonate: "self_action",
    };
    expect(await of(one.id, one.token)).toEqual(self);
    expect(await refusals(one.id, one.token)).toEqual(self);
    expect(await of(two.id, one.token)).toEqual({ impersonate: "insufficient_permissions" });
    expect(await of(member, one.token)).toEqual({});
    await own.close();
  });

  test("someone in an administrator's place is told that nothing is hers to do", async () => {
    const admin = await api.person("place@example.com", { role: "admin" });
    const body = { user_id: admin.id, reason: "Support" };
    const { body: made } = await api.call("impersonate", { token: api.tenant.sk, body });

    const told = await restrictions(admin.id, made.access_token as string);

    expect(new Set(Object.values(told))).toEqual(new Set(["impersonation_forbidden"]));
  });

  test("a masked answer hides addresses and number, however long they are", async () => {
    const short = await api.addUser("a@b.co");
    const long = await api.addUser("ada.lovelace.byron@analytical.engine.example.co");
    for (const [id, phone_number] of [
      [short, "+3581234567"],
      [long, "+390123456789012"],
    ] as const)
      await api.call("updateUser", {
        ...{ token: api.tenant.sk, params: { id } },
        body: { phone_number, email: `new-${id}@example.com` },
      });

    const masked = [await read(short, "?masked=true"), await read(long, "?masked=true")];

    expect(masked).toMatchObject([
      { email: "a•••@b•••.co", pending_email: "n•••@e•••.com", phone_number: "+3•••••••67" },
      { email: "a•••@a•••.co", pending_email: "n•••@e•••.com", phone_number: "+3•••••••12" },
    ]);
    expect((await read(short, "?masked=false")).email).toBe("a@b.co");
  });

  test("what is hidden is told on request, once it is written down", async () => {
    const id = await api.addUser("hidden@example.com");
    const before = await api.rowOf(id);
    const reveal = (body: object, token = api.tenant.sk) =>
      api.call("revealUser", { token, params: { id }, body });

    const { body } = await reveal({
      fields: ["email", "phone_number", "email"],
      reason: "Calls back",
    });
    const [event] = await api.database.sql`
      select type, resource_id, reason, changed_fields from audit_events
      where id = ${body.audit_event_id}`;

    expect(body).toEqual({
      email: "hidden@example.com",
      phone_number: null,
      audit_event_id: body.audit_event_id,
    });
    expect(event).toEqual({
      ...{ type: "user.revealed", resource_id: id, reason: "Calls back" },
      changed_fields: ["email", "phone_number"],
    });
    expect(await api.rowOf(id)).toBe(before);
    expect((await reveal({ fields: [] })).status).toBe(422);
    expect((await reveal({ fields: ["password_hash"] })).status).toBe(422);
    const writer = await api.tenant.addKey("secret", ["users:write"]);
    expect((await reveal({ fields: ["email"] }, writer)).body.error.code).toBe(
      "insufficient_permissions",
    );
  });
});
