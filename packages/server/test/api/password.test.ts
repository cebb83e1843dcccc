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

  const change = (token: string, body: object) =>
    api.call("changePassword", {
      token,
      body: { current_password: password, new_password: better, ...body },
    });
  const signIn = (email: string, secret: string) =>
    api.call("signIn", { token: api.tenant.pk, body: { email, password: secret } });
  const forgot = (email: string) =>
    api.call("forgotPassword", { token: api.tenant.pk, body: { email } });
  const reset = (token: string | undefined, new_password = better) =>
    api.call("resetPassword", { token: api.tenant.pk, body: { token, new_password } });

  test("a changed password ends the other sessions and not this one", async () => {
    const { token } = await api.person("change@example.com");
    const other = (await api.signIn("change@example.com")).session.access_token as string;

    const reply = await change(token, {});

    expect(reply.body).toEqual({ sessions_revoked: 1 });
    expect((await api.call("getMe", { token })).status).toBe(200);
    expect((await api.call("getMe", { token: other })).body.error.code).toBe("session_revoked");
    expect((await signIn("change@example.com", password)).status).toBe(401);
    expect((await signIn("change@example.com", better)).status).toBe(200);
  });

  test("a wrong current password is told apart from a weak new one", async () => {
    const { id, token } = await api.person("apart@example.com");
    const before = await api.rowOf(id);

    const wrong = await change(token, { current_password: "not mine" });
    const weak = await change(token, { new_password: "12345678" });
    const long = await change(token, { new_password: "x".repeat(129) });

    expect(wrong.body.error).toMatchObject({
      code: "password_incorrect",
      fields: { current_password: [{ code: "password_incorrect" }] },
    });
    expect(weak.body.error).toMatchObject({
      code: "password_too_weak",
      fields: { new_password: [{ code: "common" }] },
    });
    expect(long.body.error.fields.new_password).toMatchObject([{ code: "too_long" }]);
    expect(await api.rowOf(id)).toBe(before);
  });

  test("of two changes at once one finds its current password outdated", async () => {
    const { token } = await api.person("race@example.com");

    const replies = await Promise.all([
      change(token, { new_password: `${better}-1` }),
      change(token, { new_password: `${better}-2` }),
    ]);

    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 422]);
  });

  test("other sessions stay when asked to", async () => {
    const { token } = await api.person("keep@example.com");
    const other = (await api.signIn("keep@example.com")).session.access_token as string;

    const reply = await change(token, { revoke_other_sessions: false });

    expect(reply.body).toEqual({ sessions_revoked: 0 });
    expect((await api.call("getMe", { token: other })).status).toBe(200);
  });

  test("a forgotten password is set by mail, once, and ends every session", async () => {
    const { token } = await api.person("forgot@example.com");
    expect((await forgot("FORGOT@example.com")).status).toBe(202);
    const [mail] = await api.mailTo("forgot@example.com");

    const [one, two] = await Promise.all([reset(mail?.token), reset(mail?.token)]);

    expect([one.status, two.status].sort()).toEqual([204, 422]);
    expect((await api.call("getMe", { token })).body.error.code).toBe("session_revoked");
    expect((await signIn("forgot@example.com", better)).status).toBe(200);
  });

  test("asking for a stranger's password answers the same and mails nobody", async () => {
    await api.addUser("somebody@example.com");

    const known = await forgot("somebody@example.com");
    const unknown = await forgot("nobody@example.com");

    expect(unknown.status).toBe(known.status);
    expect(unknown.body).toEqual(known.body);
    expect(await api.mailTo("nobody@example.com")).toEqual([]);
  });

  test("a reset link ends after an hour and never refuses as a bearer would", async () => {
    await api.addUser("slow@example.com");
    await forgot("slow@example.com");
    const [mail] = await api.mailTo("slow@example.com");
    api.advance(3601);

    const old = await reset(mail?.token);
    const madeUp = await reset("made-up");

    expect(old.body.error.fields).toMatchObject({ token: [{ code: "expired" }] });
    expect(madeUp).toMatchObject({ status: 422 });
  });

  test("guessing the current password is limited", async () => {
    const strict = await openTestApi(kind, { HELLOJOHN_RATE_LIMIT_SCALE: "1" });
    const { token } = await strict.person("guess@example.com");
    const guess = () =>
      strict.call("changePassword", {
        token,
        body: { current_password: "guess", new_password: better },
      });

    const replies = await Promise.all(Array.from({ length: 12 }, guess));

    expect(replies.filter((reply) => reply.status === 429)).toHaveLength(2);
    await strict.close();
  });
});
