import { SignJWT, generateKeyPair } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApi, type TestApi } from "../api/test-api.js";
import { forEachDatabase } from "../support/database.js";

forEachDatabase((kind) => {
  let api: TestApi;
  let token: string;
  let userId: string;
  beforeAll(async () => {
    api = await openTestApi(kind);
    ({ token, id: userId } = await api.person("bearer@example.com"));
  });
  afterAll(() => api.close());

  const codeOf = async (bearer: string | undefined, headers?: Record<string, string>) => {
    const { status, body } = await api.call("getMe", {
      token: bearer,
      ...(headers ? { headers } : {}),
    });
    return status === 200 ? 200 : (body.error.code as string);
  };

  test("each wrong bearer is told what it is", async () => {
    const forged = await new SignJWT({ session_id: "ses_1", tenant_id: api.tenant.id })
      .setProtectedHeader({ alg: "EdDSA" })
      .setSubject(userId)
      .setIssuedAt()
      .setExpirationTime("1h")
      .sign((await generateKeyPair("EdDSA")).privateKey);
    const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${token.split(".")[1]}.`;

    expect(await codeOf(undefined)).toBe("missing_token");
    expect(await codeOf("garbage")).toBe("invalid_token");
    expect(await codeOf(forged)).toBe("invalid_token");
    expect(await codeOf(unsigned)).toBe("invalid_token");
    expect(await codeOf(`${token}x`)).toBe("invalid_token");
    expect(await codeOf(api.tenant.sk)).toBe("invalid_token");
    expect(await codeOf(undefined, { Authorization: "Basic YTpi" })).toBe("invalid_token");
  });

  test("keys are told apart by where they belong", async () => {
    const user = (bearer: string) => api.call("getUser", { token: bearer, params: { id: userId } });
    const signIn = (bearer: string) =>
      api.call("signIn", { token: bearer, body: { email: "a@example.com", password: "x" } });

    expect((await user(api.tenant.pk)).body.error.code).toBe("invalid_api_key");
    expect((await user(`${api.tenant.sk}x`)).body.error.code).toBe("invalid_api_key");
    expect((await user("sk_live_nonsense")).body.error.code).toBe("invalid_api_key");
    expect((await signIn(api.tenant.sk)).body.error.code).toBe("invalid_publishable_key");
    expect((await signIn(token)).body.error.code).toBe("invalid_publishable_key");
    expect((await signIn("pk_live_unknown_key12345")).body.error.code).toBe(
      "invalid_publishable_key",
    );
  });

  test("a key may do what its scopes say", async () => {
    const reader = await api.tenant.addKey("secret", ["users:read"]);
    const params = { id: userId };

    expect((await api.call("getUser", { token: reader, params })).status).toBe(200);
    const refused = await api.call("updateUser", { token: reader, params, body: { name: "X" } });
    expect(refused.body.error.code).toBe("insufficient_permissions");
  });

  test("a revoked key is refused on its next call", async () => {
    const key = await api.tenant.addKey("secret", ["users:read"]);
    const read = () => api.call("getUser", { token: key, params: { id: userId } });
    expect((await read()).status).toBe(200);
    await api.database.sql`update api_keys set revoked_at = now() where scopes = '{users:read}'`;

    expect((await read()).body.error.code).toBe("invalid_api_key");
  });

  test("the tenant in the header is the bearer's or it is refused", async () => {
    expect(await codeOf(token, { "X-Tenant-ID": api.tenant.id })).toBe(200);
    expect(await codeOf(token, { "X-Tenant-ID": "tnt_other" })).toBe("tenant_mismatch");
  });

  test("another tenant's user does not exist", async () => {
    const other = await api.addTenant();

    const reply = await api.call("getUser", { token: other.sk, params: { id: userId } });

    expect(reply.body.error.code).toBe("user_not_found");
    for (const id of ["..", "%2e%2e", "a b", "'", "%00", "usr_1"])
      // oxlint-disable-next-line no-await-in-loop -- a handful
      expect((await api.request("GET", `/v1/users/${id}`, { token: api.tenant.sk })).status).toBe(
        404,
      );
  });

  test("a role is read from the database, never from the token", async () => {
    const admin = await api.person("admin@example.com", { role: "admin" });
    const read = () => api.call("getUser", { token: admin.token, params: { id: userId } });
    expect((await read()).status).toBe(200);
    await api.database.sql`update users set role = 'member' where id = ${admin.id}`;

    expect((await read()).body.error.code).toBe("insufficient_permissions");
  });

  test("a deleted person's token is refused, and an old one is told so", async () => {
    const gone = await api.person("gone@example.com");
    await api.database.sql`delete from users where id = ${gone.id}`;

    expect(await codeOf(gone.token)).toBe("session_revoked");
    api.advance(901);
    expect(await codeOf(token)).toBe("token_expired");
  });
});
