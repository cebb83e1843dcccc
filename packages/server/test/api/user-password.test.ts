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

  const set = (id: string, body: object, token = api.tenant.sk) =>
    api.call("setUserPassword", { token, params: { id }, body });
  const sendReset = (id: string, body: object = {}) =>
    api.call("sendPasswordReset", { token: api.tenant.sk, params: { id }, body });
  const signIn = async (email: string, secret: string) =>
    (await api.call("signIn", { token: api.tenant.pk, body: { email, password: secret } })).status;
  const reset = (token: string | undefined) =>
    api.call("resetPassword", { token: api.tenant.pk, body: { token, new_password: better } });

  test("an administrator sets a password, and the person is told", async () => {
    const { id, email, token } = await api.person("set@example.com");

    const { body } = await set(id, { password: better });

    expect(body).toMatchObject({ user: { id, version: 2 }, sessions_revoked: 0 });
    expect((await api.call("getMe", { token })).status).toBe(200);
    expect(await signIn(email, password)).toBe(401);
    expect(await signIn(email, better)).toBe(200);
    expect(await api.mailTo(email)).toMatchObject([{ kind: "password_set" }]);
    const [event] = await api.database.sql`
      select changed_fields, metadata::text as metadata from audit_events
      where resource_id = ${id} and type = 'user.password_set'`;
    expect(event).toEqual({ changed_fields: ["password"], metadata: "{}" });
  });

  test("every session ends with the old password when that is asked for", async () => {
    const { id, email, token } = await api.person("out@example.com");
    await api.signIn(email);

    const { body } = await set(id, { password: better, sign_out_all_sessions: true });

    expect(body.sessions_revoked).toBe(2);
    expect((await api.call("getMe", { token })).body.error.code).toBe("session_revoked");
  });

  test("links that were mailed before a new password are dead after it", async () => {
    const id = await api.addUser("links@example.com");
    await sendReset(id);
    const [mail] = await api.mailTo("links@example.com");

    await set(id, { password: "yet-another-password" });

    expect((await reset(mail?.token)).body.error.fields).toHaveProperty("token");
  });

  test("a second step that waits dies with the password that began it", async () => {
    const { id, email, token } = await api.person("steps@example.com");
    await api.call("enrollTotp", { token, body: {} });
    await api.database.sql`update users set mfa_enrolled = true where id = ${id}`;
    const first = await api.call("signIn", { token: api.tenant.pk, body: { email, password } });

    await set(id, { password: better });

    const second = await api.call("verifyTotp", {
      token: api.tenant.pk,
      body: { challenge_id: first.body.error.challenge_id, code: "000000" },
    });
    expect(second.body.error.fields.challenge_id).toMatchObject([{ code: "expired" }]);
  });

  test("the policy holds for administrators, and nobody sets her own password so", async () => {
    const admin = await api.person("own@example.com", { role: "admin" });
    const id = await api.addUser("policy@example.com");
    const before = await api.rowOf(id);

    expect((await set(id, { password: "password123" })).body.error.fields.password).toMatchObject([
      { code: "common" },
    ]);
    expect((await set(id, { password: "x".repeat(129) })).body.error.code).toBe(
      "password_too_weak",
    );
    expect((await set(admin.id, { password: better }, admin.token)).body.error.code).toBe(
      "self_action",
    );
    expect((await set("usr_unknown", { password: better })).body.error.code).toBe("user_not_found");
    expect(await api.rowOf(id)).toBe(before);
  });

  test("a pending user who is given a password waits no more, and her invitation ends", async () => {
    const { body } = await api.call("createUser", {
      token: api.tenant.sk,
      body: { email: "waits@example.com" },
    });
    const [mail] = await api.mailTo("waits@example.com");

    const given = await set(body.id, { password: better });

    expect(given.body.user.status).toBe("unverified");
    expect((await reset(mail?.token)).status).toBe(422);
  });

  test("a reset is mailed, works once, and ends sessions when asked to", async () => {
    const { id, email, token } = await api.person("reset@example.com");

    const kept = await sendReset(id);
    const ended = await sendReset(id, { revoke_sessions: true });
    const [mail, older] = await api.mailTo(email);

    expect(kept.body).toMatchObject({ user: { id, version: 1 }, sessions_revoked: 0 });
    expect(ended.body.sessions_revoked).toBe(1);
    expect((await api.call("getMe", { token })).body.error.code).toBe("session_revoked");
    expect(await signIn(email, password)).toBe(200);
    expect((await reset(older?.token)).status).toBe(422);
    expect((await reset(mail?.token)).status).toBe(204);
    expect(await signIn(email, better)).toBe(200);
  });

  test("who has no password yet is invited again, and the first invitation ends", async () => {
    const { body } = await api.call("createUser", {
      token: api.tenant.sk,
      body: { email: "again@example.com" },
    });

    await sendReset(body.id);

    const [mail, older] = await api.mailTo("again@example.com");
    expect([mail?.kind, older?.kind]).toEqual(["invitation", "invitation"]);
    expect((await reset(older?.token)).status).toBe(422);
    expect((await reset(mail?.token)).status).toBe(204);
    expect(await api.auditTypes(body.id)).toContain("user.invited");
  });

  test("a disabled user is sent no link", async () => {
    const id = await api.addUser("off@example.com");
    await api.call("disableUser", { token: api.tenant.sk, params: { id }, body: {} });

    const reply = await sendReset(id);

    expect(reply.body.error).toMatchObject({
      status: 422,
      fields: { status: [{ code: "account_disabled" }] },
    });
    expect(await api.mailTo("off@example.com")).toEqual([]);
  });
});
