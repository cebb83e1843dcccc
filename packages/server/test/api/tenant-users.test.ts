import type { EndpointName } from "@hellojohn/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { forEachDatabase } from "../support/database.js";
import { openTestApi, password, type TestApi } from "./test-api.js";

const better = "a-better-password-of-mine";

forEachDatabase((kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi(kind);
  });
  afterAll(() => api.close());

  interface Sent {
    body?: object;
    params?: Record<string, string>;
    headers?: Record<string, string>;
  }
  const call = (name: EndpointName, { params, ...sent }: Sent = {}, token = api.tenant.sk) =>
    api.call(name, { token, params: { tenantId: api.tenant.id, ...params }, ...sent });
  const list = async (query: string, at = api) => {
    const path = `/v2/admin/tenants/${at.tenant.id}/users?${query}`;
    return at.request("GET", path, { token: at.tenant.sk });
  };

  test("an account is made and read in v2's words", async () => {
    const made = await call("createTenantUser", {
      body: {
        email: "bob@example.com",
        password,
        first_name: "Bob",
        roles: ["member"],
        metadata: { department: "sales" },
        send_welcome_email: true,
      },
    });
    const read = await call("getTenantUser", { params: { id: made.body.id } });
    const byAddress = await call("getTenantUserByEmail", { params: { email: "BOB@example.com" } });

    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      roles: ["member"],
      metadata: { department: "sales" },
      status: "unverified",
    });
    expect(read.body).toEqual(made.body);
    expect(byAddress.body).toEqual(made.body);
    expect(await api.mailTo("bob@example.com")).toMatchObject([{ kind: "welcome" }]);
  });

  test("a repeated key gets the answer that v2 gave", async () => {
    const once = () =>
      call("createTenantUser", {
        body: { email: "repeated@example.com" },
        headers: { "Idempotency-Key": "v2-1" },
      });

    const [first, second] = [await once(), await once()];

    expect(second.body).toEqual(first.body);
    expect(second.body.roles).toEqual(["member"]);
    expect(await api.mailTo("repeated@example.com")).toHaveLength(1);
  });

  test("roles, status and metadata change as in v1, with version and log", async () => {
    await api.addUser("boss@example.com", { role: "admin" });
    const { id, token } = await api.person("changed@example.com");
    const change = (body: object, headers = {}) =>
      call("updateTenantUser", { params: { id }, body, headers });
    await change({ metadata: { department: "sales", old_key: 1 } });

    const { body } = await change({ roles: ["admin"], metadata: { old_key: null } });
    const off = await change({ status: "disabled" });
    const stale = await change({ first_name: "X" }, { "If-Match": '"1"' });

    expect(body).toMatchObject({ role: "admin", roles: ["admin"], version: 3 });
    expect(body.metadata).toEqual({ department: "sales" });
    expect(off.body).toMatchObject({ status: "disabled", disabled: true });
    expect((await api.call("getMe", { token })).body.error.code).toBe("session_revoked");
    expect(stale.body.error.code).toBe("version_conflict");
    expect((await change({ status: "active" })).body.status).toBe("active");
    expect(await api.auditTypes(id)).toContain("user.disabled");
  });

  test("one role is given, and fields that are nobody's are refused whole", async () => {
    const id = await api.addUser("roles@example.com");
    const before = await api.rowOf(id);
    const change = async (body: object) =>
      (await call("updateTenantUser", { params: { id }, body })).body.error.code;

    expect(await change({ roles: [] })).toBe("validation_failed");
    expect(await change({ roles: ["member", "admin"] })).toBe("validation_failed");
    expect(await change({ role: "admin" })).toBe("validation_failed");
    expect(await change({ mfa_enrolled: false, first_name: "X" })).toBe("field_not_editable");
    expect(await api.rowOf(id)).toBe(before);
  });

  test("a user is deleted once", async () => {
    const id = await api.addUser("deleted@example.com");

    expect((await call("deleteTenantUser", { params: { id } })).status).toBe(204);
    const again = await call("deleteTenantUser", { params: { id } });
    expect(again.body.error.code).toBe("user_not_found");
  });

  test("a password reset mails a link, sets a temporary password, or both", async () => {
    const { id, email, token } = await api.person("forgot@example.com");
    const reset = (body: object) => call("resetTenantUserPassword", { params: { id }, body });

    const mailed = await reset({ temporary_password: null });
    expect(mailed.body).toEqual({ email_sent: true, sessions_revoked: 0 });
    expect(await api.mailTo(email)).toMatchObject([{ kind: "password_reset" }]);

    const silent = await reset({ send_email: false, temporary_password: better });
    expect(silent.body).toEqual({ email_sent: false, sessions_revoked: 1 });
    expect((await api.call("getMe", { token })).body.error.code).toBe("session_revoked");

    const both = await reset({ temporary_password: `${better}-2` });
    expect(both.body).toEqual({ email_sent: true, sessions_revoked: 0 });
    const [link] = await api.mailTo(email);
    const body = { token: link?.token, new_password: `${better}-3` };
    expect((await api.call("resetPassword", { token: api.tenant.pk, body })).status).toBe(204);
  });

  test("a reset that would do nothing, or too weak a password, is refused", async () => {
    const id = await api.addUser("nothing@example.com");
    const reset = async (body: object) =>
      (await call("resetTenantUserPassword", { params: { id }, body })).body.error;

    expect((await reset({ send_email: false })).fields).toHaveProperty("send_email");
    expect((await reset({ temporary_password: "password123" })).fields).toHaveProperty(
      "temporary_password",
    );
  });

  test("a list has pages, a total and filters", async () => {
    const own = await openTestApi(kind);
    for (const [name, role] of [
      ["alice", "admin"],
      ["alina", "member"],
      ["bert", "member"],
    ] as const)
      await own.addUser(`${name}@example.com`, { role });
    await own.call("createUser", { token: own.tenant.sk, body: { email: "carl@example.com" } });

    const first = await list("limit=3", own);
    const second = await list("limit=3&page=2", own);
    const emails = (reply: typeof first) =>
      (reply.body.users as { email: string }[]).map((user) => user.email).sort();

    expect(first.body).toMatchObject({ total: 4, total_is_estimate: false, page: 1, limit: 3 });
    expect([...emails(first), ...emails(second)].sort()).toEqual([
      "alice@example.com",
      "alina@example.com",
      "bert@example.com",
      "carl@example.com",
    ]);
    expect(emails(await list("search=ali", own))).toEqual([
      "alice@example.com",
      "alina@example.com",
    ]);
    expect(emails(await list("search=ali&role=admin", own))).toEqual(["alice@example.com"]);
    expect(emails(await list("status=pending", own))).toEqual(["carl@example.com"]);
    expect(emails(await list("mfa_enrolled=true", own))).toEqual([]);
    expect((await list("page=9", own)).body).toMatchObject({ users: [], total: 4 });
    expect((await list("page=0", own)).status).toBe(422);
    expect((await list("limit=101", own)).status).toBe(422);
    await own.close();
  });

  test("another tenant in the path is none", async () => {
    const other = await api.addTenant();
    const id = await api.addUser("here@example.com");
    const before = await api.rowOf(id);
    const names = [
      ["listTenantUsers", undefined],
      ["getTenantUser", undefined],
      ["getTenantUserByEmail", undefined],
      ["createTenantUser", { email: "there@example.com" }],
      ["updateTenantUser", { first_name: "X" }],
      ["deleteTenantUser", undefined],
      ["resetTenantUserPassword", {}],
    ] as const;

    for (const [name, body] of names) {
      const params = { tenantId: other.id, id, email: "here@example.com" };
      const reply = await call(name, { params, ...(body && { body }) });
      expect([name, reply.body.error.code]).toEqual([name, "tenant_not_found"]);
    }
    expect(await api.rowOf(id)).toBe(before);
    const unknown = await call("getTenantUserByEmail", { params: { email: "no-address" } });
    expect(unknown.body.error.code).toBe("user_not_found");
  });
});
