import { TOTP } from "otpauth";
import { afterAll, beforeAll, expect, test } from "vitest";
import { forEachDatabase } from "../support/database.js";
import { openTestApi, password, type TestApi } from "./test-api.js";

forEachDatabase((kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi(kind);
  });
  afterAll(() => api.close());

  const list = (id: string, token = api.tenant.sk) =>
    api.call("listUserFactors", { token, params: { id } });
  const remove = (id: string, factorId: string, asked: object = {}) =>
    api.call("removeUserFactor", { token: api.tenant.sk, params: { id, factorId }, ...asked });
  const signIn = (email: string) =>
    api.call("signIn", { token: api.tenant.pk, body: { email, password } });

  async function enroll(token: string) {
    const { body } = await api.call("enrollTotp", { token });
    const totp = new TOTP({ secret: body.secret as string, digits: 6, period: 30 });
    const code = () => totp.generate({ timestamp: api.now().getTime() });
    return { id: body.factor_id as string, code };
  }

  /** A person with a second factor. */
  async function protectedPerson(email: string) {
    const person = await api.person(email);
    const factor = await enroll(person.token);
    const body = { factor_id: factor.id, code: factor.code() };
    expect((await api.call("confirmTotp", { token: person.token, body })).status).toBe(200);
    return { ...person, factor };
  }

  test("factors are listed by type and date, and their secrets never", async () => {
    const { id, factor } = await protectedPerson("listed@example.com");

    const { body } = await list(id);

    expect(body.data).toEqual([
      {
        id: factor.id,
        type: "totp",
        created_at: api.now().toISOString(),
        last_used_at: api.now().toISOString(),
      },
    ]);
  });

  test("with the last factor goes the second step of signing in", async () => {
    const { id, token, factor } = await protectedPerson("lost@example.com");
    const before = (await api.call("getMe", { token })).body;
    const waiting = (await signIn("lost@example.com")).body.error.challenge_id as string;

    expect((await remove(id, factor.id)).status).toBe(204);

    const after = (await api.call("getMe", { token })).body;
    expect(before).toMatchObject({ mfa_enrolled: true });
    expect(after).toMatchObject({ mfa_enrolled: false, version: before.version + 1 });
    expect((await list(id)).body.data).toEqual([]);
    api.advance(30);
    const half = await api.call("verifyTotp", {
      token: api.tenant.pk,
      body: { challenge_id: waiting, code: factor.code() },
    });
    expect(half.body.error.fields).toMatchObject({ challenge_id: [{ code: "expired" }] });
    expect((await signIn("lost@example.com")).status).toBe(200);
    const [event] = await api.database.sql`
      select changed_fields, metadata from audit_events
      where resource_id = ${id} and type = 'factor.removed'`;
    expect(event).toEqual({
      changed_fields: ["mfa_enrolled"],
      metadata: { factor_id: factor.id, factor_type: "totp" },
    });
    expect((await remove(id, factor.id)).body.error.code).toBe("factor_not_found");
  });

  test("while another factor is left, the second step stays", async () => {
    const { id, token, factor } = await protectedPerson("two@example.com");
    const second = await enroll(token);
    const body = { factor_id: second.id, code: second.code() };
    await api.call("confirmTotp", { token, body });

    expect((await remove(id, factor.id)).status).toBe(204);

    expect((await api.call("getMe", { token })).body.mfa_enrolled).toBe(true);
    expect((await signIn("two@example.com")).body.error.code).toBe("mfa_required");
  });

  test("a factor that waits to be confirmed is not there yet", async () => {
    const { id, token } = await api.person("waiting@example.com");
    const factor = await enroll(token);

    expect((await list(id)).body.data).toEqual([]);
    expect((await remove(id, factor.id)).body.error.code).toBe("factor_not_found");
    const body = { factor_id: factor.id, code: factor.code() };
    expect((await api.call("confirmTotp", { token, body })).status).toBe(200);
  });

  test("a removal that is meant for another version is refused", async () => {
    const { id, factor } = await protectedPerson("version@example.com");

    const stale = await remove(id, factor.id, { headers: { "If-Match": '"1"' } });

    expect(stale.body.error).toMatchObject({ code: "version_conflict", current: { id } });
    expect((await list(id)).body.data).toHaveLength(1);
  });

  test("nobody's factor goes by way of another user or tenant, or without the scope", async () => {
    const { id, token, factor } = await protectedPerson("kept@example.com");
    const stranger = await api.addUser("stranger@example.com");
    const other = await api.addTenant();
    const reader = await api.tenant.addKey("secret", ["users:read"]);
    const sessions = await api.tenant.addKey("secret", ["sessions:read", "sessions:write"]);

    expect((await remove(stranger, factor.id)).body.error.code).toBe("factor_not_found");
    expect((await remove("usr_unknown", factor.id)).body.error.code).toBe("user_not_found");
    expect((await remove(id, "fct%00")).body.error.code).toBe("factor_not_found");
    expect((await list(id, other.sk)).body.error.code).toBe("user_not_found");
    const foreign = await remove(id, factor.id, { token: other.sk });
    expect(foreign.body.error.code).toBe("user_not_found");
    for (const key of [reader, sessions, token]) {
      const refused = await remove(id, factor.id, { token: key });
      expect(refused.body.error.code).toBe("insufficient_permissions");
    }
    expect((await list(id, sessions)).body.error.code).toBe("insufficient_permissions");
    expect((await list(id, reader)).body.data).toHaveLength(1);
  });
});
