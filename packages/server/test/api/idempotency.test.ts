import { afterAll, beforeAll, expect, test } from "vitest";
import { forEachDatabase } from "../support/database.js";
import { openTestApi, password, type TestApi } from "./test-api.js";

forEachDatabase((kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi(kind);
  });
  afterAll(() => api.close());

  const signUp = (key: string, email: string) =>
    api.call("signUp", {
      token: api.tenant.pk,
      body: { email, password },
      headers: { "Idempotency-Key": key },
    });

  test("a repeated call gets the first answer and happens once", async () => {
    const first = await signUp("key-1", "once@example.com");
    const second = await signUp("key-1", "once@example.com");

    expect(first.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get("idempotency-replayed")).toBe("true");
    expect(await api.mailTo("once@example.com")).toHaveLength(1);
  });

  test("the same key with another body is refused", async () => {
    await signUp("key-2", "first@example.com");

    const other = await signUp("key-2", "second@example.com");

    expect(other.body.error).toMatchObject({ code: "idempotency_key_reused", status: 409 });
  });

  test("the same call five times at once happens once", async () => {
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => signUp("key-3", "parallel@example.com")),
    );

    expect(replies.map((reply) => reply.status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(replies.map((reply) => JSON.stringify(reply.body))).size).toBe(1);
  });

  test("a code that two calls present with one key signs in once, and both learn of it", async () => {
    const { token } = await api.person("change@example.com");
    const change = () =>
      api.call("changePassword", {
        token,
        body: { current_password: password, new_password: "another-good-password" },
        headers: { "Idempotency-Key": "key-4" },
      });

    const replies = await Promise.all([change(), change(), change()]);

    expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200]);
    expect(await api.mailTo("change@example.com")).toHaveLength(1);
  });

  test("a refused call may be tried again with its key", async () => {
    const wrong = await api.call("signIn", {
      token: api.tenant.pk,
      body: { email: "late@example.com", password },
      headers: { "Idempotency-Key": "key-5" },
    });
    await api.addUser("late@example.com");
    const right = await api.call("signIn", {
      token: api.tenant.pk,
      body: { email: "late@example.com", password },
      headers: { "Idempotency-Key": "key-5" },
    });

    expect(wrong.status).toBe(401);
    expect(right.status).toBe(200);
  });

  test("a key belongs to its bearer and to its day", async () => {
    const first = await signUp("key-6", "day@example.com");
    const other = await api.addTenant();
    const elsewhere = await api.call("signUp", {
      token: other.pk,
      body: { email: "day@example.com", password },
      headers: { "Idempotency-Key": "key-6" },
    });
    api.advance(24 * 3600 + 1);

    expect(first.status).toBe(201);
    expect(elsewhere.status).toBe(201);
    expect((await signUp("key-6", "day@example.com")).body.error.code).toBe("email_already_exists");
  });

  test("the table of answers gives away no token", async () => {
    const { body } = await signUp("key-7", "sealed@example.com");
    const rows = await api.database.sql`select k::text as row from idempotency_keys k`;

    const text = JSON.stringify(rows);
    expect(text).not.toContain("key-7");
    expect(text).not.toContain(body.session.access_token);
    expect(text).not.toContain("sealed@example.com");
  });

  test("a key that cannot be one is refused", async () => {
    const reply = await signUp("x".repeat(256), "long@example.com");

    expect(reply.body.error.fields).toMatchObject({
      idempotency_key: [{ code: "invalid_format" }],
    });
  });
});
