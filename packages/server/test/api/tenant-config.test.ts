import { afterAll, beforeAll, expect, test } from "vitest";
import { forEachDatabase } from "../support/database.js";
import { openTestApi, password, type TestApi } from "./test-api.js";

forEachDatabase((kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi(kind);
  });
  afterAll(() => api.close());

  const configure = (body: object, tenantId = api.tenant.id) =>
    api.call("updateAuthConfig", { token: api.tenant.sk, params: { tenantId }, body });

  test("settings are changed in part and read as a whole", async () => {
    const changed = await configure({ password_policy: { require_numbers: true } });
    const read = await api.call("getAuthConfig", {
      token: api.tenant.sk,
      params: { tenantId: api.tenant.id },
    });

    expect(changed.body).toMatchObject({
      user_editable_metadata_keys: ["theme", "language"],
      password_policy: { min_length: 8, require_numbers: true },
      session_config: { access_token_ttl: 900 },
    });
    expect(read.body).toEqual(changed.body);
    await configure({ password_policy: { require_numbers: false } });
  });

  test("editable keys hold from the next call on", async () => {
    const { token } = await api.person("keys@example.com");
    const patch = () =>
      api.call("updateMyMetadata", { token, body: { public_metadata: { pet: "cat" } } });
    expect((await patch()).status).toBe(403);

    await configure({ user_editable_metadata_keys: ["pet"] });

    expect((await patch()).status).toBe(200);
  });

  test("a policy is enforced, and may not be weaker than ours", async () => {
    await configure({ password_policy: { min_length: 30 } });
    const short = await api.call("signUp", {
      token: api.tenant.pk,
      body: { email: "short@example.com", password },
    });

    expect(short.body.error.fields.password).toMatchObject([{ code: "too_short" }]);
    for (const password_policy of [{ min_length: 4 }, { max_length: 500 }, { max_length: 20 }])
      // oxlint-disable-next-line no-await-in-loop -- a handful
      expect((await configure({ password_policy })).status).toBe(422);
    await configure({ password_policy: { min_length: 8 } });
  });

  test("only the tenant's domains are let in", async () => {
    await configure({ allowed_email_domains: ["Acme.example"] });
    const { token } = await api.person("old@example.com");
    const signUp = (email: string) =>
      api.call("signUp", { token: api.tenant.pk, body: { email, password } });

    expect((await signUp("in@acme.example")).status).toBe(201);
    const outside = [
      await signUp("out@other.example"),
      await signUp("out@sub.acme.example"),
      await api.call("updateMe", { token, body: { email: "new@other.example" } }),
    ];
    for (const reply of outside)
      expect(reply.body.error.fields.email).toMatchObject([{ code: "domain_not_allowed" }]);
    await configure({ allowed_email_domains: [] });
  });

  test("token lifetimes are the tenant's", async () => {
    await configure({ session_config: { access_token_ttl: 60, reauthentication_max_age: 0 } });
    const { token } = await api.person("short-lived@example.com");

    const email = await api.call("updateMe", { token, body: { email: "x@example.com" } });
    api.advance(61);

    expect(email.body.error.code).toBe("reauthentication_required");
    expect((await api.call("getMe", { token })).body.error.code).toBe("token_expired");
  });

  test("unknown settings and other tenants are refused", async () => {
    const other = await api.addTenant();

    expect((await configure({ colour: "red" })).body.error.code).toBe("validation_failed");
    expect((await configure({ password_policy: { min: 9 } })).status).toBe(422);
    expect((await configure({}, other.id)).body.error.code).toBe("tenant_not_found");
  });
});
