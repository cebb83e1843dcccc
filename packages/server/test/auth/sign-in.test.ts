import { TOTP } from "otpauth";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApi, password, type TestApi } from "../api/test-api.js";
import { forEachDatabase } from "../support/database.js";

forEachDatabase((kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi(kind);
  });
  afterAll(() => api.close());

  const signUp = (email: string, more: object = {}) =>
    api.call("signUp", { token: api.tenant.pk, body: { email, password, ...more } });
  const signIn = (email: string, secret = password) =>
    api.call("signIn", { token: api.tenant.pk, body: { email, password: secret } });

  test("someone signs up, proves her address and is active", async () => {
    const { body } = await signUp("New@Example.com", { first_name: "Ada" });
    const token = body.session.access_token as string;
    const [mail] = await api.mailTo("New@Example.com");

    const verified = await api.call("verifyEmail", { token, body: { token: mail?.token } });
    const again = await api.call("verifyEmail", { token, body: { token: mail?.token } });

    expect(body.user).toMatchObject({
      email: "New@Example.com",
      status: "unverified",
      name: "Ada",
    });
    expect(verified.body).toMatchObject({ email_verified: true, status: "active" });
    expect(again.body.error.fields).toMatchObject({ token: [{ code: "used" }] });
  });

  test("of a hundred sign-ups with one address one wins", async () => {
    const replies = await Promise.all(Array.from({ length: 100 }, () => signUp("one@example.com")));

    const statuses = replies.map((reply) => reply.status);
    expect(statuses.sort()).toEqual([201, ...Array.from({ length: 99 }, () => 409)]);
    const rows = await api.database.sql`select 1 from users where email_lower = 'one@example.com'`;
    expect(rows).toHaveLength(1);
  });

  test("a weak or common password is refused with its reasons", async () => {
    const weak = await signUp("weak@example.com", { password: "short" });
    const common = await signUp("weak@example.com", { password: "Password1" });

    expect(weak.body.error).toMatchObject({
      code: "password_too_weak",
      fields: { password: [{ code: "too_short" }] },
    });
    expect(common.body.error.fields.password).toMatchObject([{ code: "common" }]);
  });

  test("a wrong password and an unknown address are told alike", async () => {
    await api.addUser("known@example.com");

    const wrong = await signIn("known@example.com", "wrong password");
    const unknown = await signIn("nobody@example.com", "wrong password");

    expect(wrong.status).toBe(401);
    expect(wrong.body.error.code).toBe("invalid_credentials");
    expect({ ...unknown.body.error, request_id: "" }).toEqual({
      ...wrong.body.error,
      request_id: "",
    });
  });

  test("ten wrong passwords lock an address for a quarter of an hour, known or not", async () => {
    const id = await api.addUser("locked@example.com");
    for (const email of ["locked@example.com", "unknown@example.com"]) {
      for (let attempt = 0; attempt < 10; attempt++)
        // oxlint-disable-next-line no-await-in-loop -- one wrong guess after the other
        expect((await signIn(email, "wrong")).status).toBe(401);
      // oxlint-disable-next-line no-await-in-loop -- only then is it locked
      const locked = await signIn(email);
      expect(locked.body.error.code).toBe("account_locked");
      expect(Number(locked.headers.get("retry-after"))).toBe(900);
    }

    expect(await api.auditTypes(id)).toContain("user.locked");
    api.advance(901);
    expect((await signIn("locked@example.com")).status).toBe(200);
  });

  test("a disabled account is told so only after the right password", async () => {
    const id = await api.addUser("disabled@example.com");
    await api.database.sql`update users set disabled = true where id = ${id}`;

    expect((await signIn("disabled@example.com", "wrong")).body.error.code).toBe(
      "invalid_credentials",
    );
    expect((await signIn("disabled@example.com")).body.error.code).toBe("account_disabled");
  });

  test("with a second factor a sign-in takes a code, and each code once", async () => {
    const { token } = await api.person("totp@example.com");
    const enrolled = await api.call("enrollTotp", { token });
    const totp = new TOTP({ secret: enrolled.body.secret as string, digits: 6, period: 30 });
    const code = () => totp.generate({ timestamp: api.now().getTime() });
    const factor_id = enrolled.body.factor_id as string;
    const confirm = (digits: string) =>
      api.call("confirmTotp", { token, body: { factor_id, code: digits } });

    expect((await confirm("000000")).body.error.fields).toMatchObject({ code: [{}] });
    expect((await confirm(code())).status).toBe(200);
    expect((await api.call("getMe", { token })).body.mfa_enrolled).toBe(true);

    const first = await signIn("totp@example.com");
    expect(first.body.error).toMatchObject({ code: "mfa_required", status: 403 });
    const verify = (challenge_id: string, digits: string) =>
      api.call("verifyTotp", { token: api.tenant.pk, body: { challenge_id, code: digits } });
    const { challenge_id } = first.body.error as { challenge_id: string };

    expect((await verify(challenge_id, code())).body.error.fields).toMatchObject({
      code: [{ code: "invalid_code" }],
    });
    api.advance(30);
    const [one, two] = await Promise.all([
      verify(challenge_id, code()),
      verify(challenge_id, code()),
    ]);
    expect([one.status, two.status].sort()).toEqual([200, 422]);
    expect(enrolled.body.otpauth_uri).toContain("otpauth://totp/");
  });

  test("a challenge ends after five tries and after five minutes", async () => {
    const { id } = await api.person("challenge@example.com");
    await api.database.sql`update users set mfa_enrolled = true where id = ${id}`;
    const challenge = async () =>
      (await signIn("challenge@example.com")).body.error.challenge_id as string;
    const verify = async (challenge_id: string) =>
      (
        await api.call("verifyTotp", {
          token: api.tenant.pk,
          body: { challenge_id, code: "000000" },
        })
      ).body.error.fields as object;

    const tried = await challenge();
    await Promise.all(Array.from({ length: 5 }, () => verify(tried)));
    expect(await verify(tried)).toMatchObject({ challenge_id: [{ code: "expired" }] });

    const old = await challenge();
    api.advance(301);
    expect(await verify(old)).toMatchObject({ challenge_id: [{ code: "expired" }] });
    expect(await verify("made-up")).toMatchObject({ challenge_id: [{ code: "invalid_token" }] });
  });

  test("ten wrong codes lock the address, over however many challenges", async () => {
    const { id } = await api.person("guessed@example.com");
    await api.database.sql`update users set mfa_enrolled = true where id = ${id}`;

    for (let round = 0; round < 2; round++) {
      // oxlint-disable-next-line no-await-in-loop -- each challenge takes five tries
      const { body } = await signIn("guessed@example.com");
      const guess = { challenge_id: body.error.challenge_id as string, code: "000000" };
      for (let attempt = 0; attempt < 5; attempt++)
        // oxlint-disable-next-line no-await-in-loop -- one wrong guess after the other
        await api.call("verifyTotp", { token: api.tenant.pk, body: guess });
    }

    expect((await signIn("guessed@example.com")).body.error.code).toBe("account_locked");
    expect(await api.auditTypes(id)).toContain("user.locked");
  });
});
