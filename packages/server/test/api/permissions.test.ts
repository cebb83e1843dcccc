import { type Endpoint, type EndpointName, endpoints } from "@hellojohn/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { forEachDatabase } from "../support/database.js";
import { openTestApi, type TestApi } from "./test-api.js";

const all = Object.entries<Endpoint>(endpoints).flatMap(([name, { bearer }]) =>
  bearer === "admin" ? [name as EndpointName] : [],
);

forEachDatabase((kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi(kind);
  });
  afterAll(() => api.close());

  const ask = (token: string) => api.call("getPermissions", { token });

  test("a key that may do all may call every endpoint of the administrators", async () => {
    const { body } = await ask(api.tenant.sk);

    expect(body).toMatchObject({
      actor_type: "api_key",
      tenant: { id: api.tenant.id, name: "Acme" },
      scopes: ["*"],
    });
    expect(body.operations).toEqual(all);
  });

  test("an administrator's session may do the same in her name", async () => {
    const { id, token } = await api.person("admin@example.com", { role: "admin" });

    expect((await ask(token)).body).toMatchObject({
      actor_type: "user",
      actor_id: id,
      scopes: ["*"],
      operations: all,
    });
  });

  test("a key with few scopes is told just what it may call, and that is what it may call", async () => {
    const id = await api.addUser("read@example.com");
    const scopes = ["audit:read", "sessions:write"] as const;
    const token = await api.tenant.addKey("secret", [...scopes]);

    const { body } = await ask(token);

    expect(body.scopes).toEqual(scopes);
    expect(body.operations).toEqual([
      "getPermissions",
      "revokeUserSessions",
      "revokeSession",
      "listAuditEvents",
    ]);
    for (const name of ["getUser", "listUserSessions", "listAuditEvents"] as const) {
      const { status } = await api.call(name, { token, params: { id } });
      expect([name, status]).toEqual([name, body.operations.includes(name) ? 200 : 403]);
    }
  });

  test("a key without any scope may ask what it may", async () => {
    const { body } = await ask(await api.tenant.addKey("secret", []));

    expect(body).toMatchObject({ scopes: [], operations: ["getPermissions"] });
    expect(endpoints.getPermissions.scope).toBeUndefined();
  });

  test("who acts as an administrator is told just what she may do in that place", async () => {
    const { id } = await api.person("boss@example.com", { role: "admin" });
    const acting = await api.call("impersonate", {
      ...{ token: api.tenant.sk, body: { user_id: id, reason: "Support" } },
    });
    const token = acting.body.access_token as string;

    const { operations, scopes } = (await ask(token)).body;

    const codes = await Promise.all(
      all.map(async (name) => {
        const params = { id: "usr_none", tenantId: api.tenant.id, email: "nobody@example.com" };
        const body = endpoints[name].method === "GET" ? undefined : {};
        const reply = await api.call(name, { token, params, body });
        return [name, reply.body?.error?.code === "impersonation_forbidden"];
      }),
    );
    expect(codes).toEqual(all.map((name) => [name, !operations.includes(name)]));
    expect(operations).toContain("searchUsers");
    expect(operations).not.toContain("exportFoundUsers");
    expect(scopes).toEqual(["users:read", "sessions:read", "audit:read", "config:read"]);
  });

  test("others are refused, and so is a header that names another tenant", async () => {
    const { token } = await api.person("member@example.com");
    const headers = { "X-Tenant-ID": "tnt_other" };

    expect((await ask(token)).body.error.code).toBe("insufficient_permissions");
    expect((await ask(api.tenant.pk)).status).toBe(401);
    const mismatch = await api.call("getPermissions", { token: api.tenant.sk, headers });
    expect(mismatch.body.error.code).toBe("tenant_mismatch");
  });
});
