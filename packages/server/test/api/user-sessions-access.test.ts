import { afterAll, beforeAll, expect, test } from "vitest";
import { forEachDatabase } from "../support/database.js";
import { openTestApi, type TestApi } from "./test-api.js";

forEachDatabase((kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi(kind);
  });
  afterAll(() => api.close());

  const list = (id: string, token = api.tenant.sk) =>
    api.call("listUserSessions", { token, params: { id } });
  const get = (id: string, token = api.tenant.sk) =>
    api.call("getSession", { token, params: { id } });
  const end = (id: string, token = api.tenant.sk) =>
    api.call("revokeSession", { token, params: { id } });
  const endAll = (id: string, token = api.tenant.sk) =>
    api.call("revokeUserSessions", { token, params: { id } });
  const codeOf = async (token: string) =>
    (await api.call("getMe", { token })).body.error?.code as string | undefined;

  test("who does not exist, or belongs to another tenant, is not found", async () => {
    const other = await api.addTenant();
    const { id, token, session } = await api.person("foreign@example.com");
    const sessionId = String(session.id);

    for (const [userId, key] of [
      ["usr_unknown", api.tenant.sk],
      ["usr%00", api.tenant.sk],
      [id, other.sk],
    ] as const) {
      expect((await list(userId, key)).body.error.code).toBe("user_not_found");
      expect((await endAll(userId, key)).body.error.code).toBe("user_not_found");
    }
    for (const [named, key] of [
      ["ses_unknown", api.tenant.sk],
      ["ses%00", api.tenant.sk],
      [sessionId, other.sk],
    ] as const) {
      expect((await get(named, key)).body.error.code).toBe("session_not_found");
      expect((await end(named, key)).body.error.code).toBe("session_not_found");
    }
    expect(await codeOf(token)).toBeUndefined();
    const missing = await api.request("GET", "/v1/sessions", { token: api.tenant.sk });
    expect(missing.body.error.fields).toMatchObject({ user_id: [{ code: "required" }] });
    const strange = await api.request("GET", "/v1/sessions?user_id=%00", { token: api.tenant.sk });
    expect(strange.body.error.code).toBe("user_not_found");
  });

  test("reading takes its scope and ending its own", async () => {
    const { id, token, session } = await api.person("scopes@example.com");
    const reader = await api.tenant.addKey("secret", ["sessions:read"]);
    const writer = await api.tenant.addKey("secret", ["sessions:write"]);
    const sessionId = String(session.id);

    expect((await list(id, reader)).status).toBe(200);
    expect((await get(sessionId, reader)).status).toBe(200);
    for (const refused of [
      await endAll(id, reader),
      await end(sessionId, reader),
      await list(id, writer),
      await get(sessionId, writer),
      await list(id, token),
    ])
      expect(refused.body.error.code).toBe("insufficient_permissions");
    const mismatch = await api.call("revokeUserSessions", {
      token: writer,
      params: { id },
      headers: { "X-Tenant-ID": "tnt_other" },
    });
    expect(mismatch.body.error.code).toBe("tenant_mismatch");
    expect(await codeOf(token)).toBeUndefined();
    expect((await end(sessionId, writer)).body).toEqual({ revoked: 1 });
  });
});
