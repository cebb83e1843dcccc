import { HelloJohnError } from "@hellojohn/react/client";
import { expect, test } from "vitest";
import { clientOf, errorOf, json, refused } from "./answers.js";

const me = { id: "usr_1", first_name: "Ada", created_at: "2026-01-05T09:00:00Z", version: 3 };

test("an answer is read in TypeScript's spelling, its times as dates", async () => {
  const { client, seen } = clientOf([json({ ...me, public_metadata: { some_key: "x" } })]);

  const user = await client.user.get();

  expect(user).toMatchObject({ firstName: "Ada", publicMetadata: { some_key: "x" } });
  expect(user.createdAt).toEqual(new Date("2026-01-05T09:00:00Z"));
  expect(seen[0]?.url).toBe("https://api.hellojohn.dev/v1/auth/me");
});

test("an input goes out in the wire's spelling, whichever it came in", async () => {
  const { client, seen } = clientOf([json(me)]);

  await client.user.updateProfile({ firstName: "Ada", avatar_url: null }, { version: 3 });
  await client.user.updatePassword({ current_password: "old", new_password: "new" });
  await client.user.updatePassword({ currentPassword: "old", newPassword: "new" });
  await client.user.updateMetadata({ Some_key: { innerKey: 1 } });

  expect(seen.map(({ body }) => body)).toEqual([
    { first_name: "Ada", avatar_url: null },
    { current_password: "old", new_password: "new" },
    { current_password: "old", new_password: "new" },
    { public_metadata: { Some_key: { innerKey: 1 } } },
  ]);
  expect(seen[0]?.headers.get("If-Match")).toBe('"3"');
});

test("each call carries the bearer of its row, and no cookie", async () => {
  const { client, seen } = clientOf([json({}, 202)], { apiUrl: "https://api.acme.example/" });

  await client.forgotPassword({ email: "ada@example.com" });
  await client.user.export();

  expect(seen.map(({ headers }) => headers.get("Authorization"))).toEqual([
    "Bearer pk_test_1",
    "Bearer t",
  ]);
  expect(seen[0]?.url).toBe("https://api.acme.example/v1/auth/password/forgot");
  expect(seen[0]?.init).toMatchObject({
    credentials: "omit",
    redirect: "error",
    cache: "no-store",
  });
});

test.each(["", "..", "a/b", "%2f", "a?b", "é", "x".repeat(129)])(
  "the id %j never becomes part of a path",
  async (id) => {
    const { client, seen } = clientOf([json({ revoked: 1 })]);

    const error = await errorOf(client.sessions.revoke(id));

    expect(error).toMatchObject({ name: "HelloJohnError", code: "not_found" });
    expect(seen).toEqual([]);
  },
);

test("a refusal keeps everything the server said", async () => {
  const error = {
    code: "version_conflict",
    message: "Changed meanwhile",
    status: 412,
    request_id: "req_9",
    fields: { first_name: [{ code: "too_long", message: "Too long" }] },
    current: me,
    challenge_id: "ch_1",
  };
  const { client } = clientOf([json({ error }, 412)]);

  const thrown = await errorOf(client.user.updateProfile({ name: "A" }));

  expect(HelloJohnError.is(thrown)).toBe(true);
  expect(thrown).toMatchObject({
    code: "version_conflict",
    status: 412,
    message: "Changed meanwhile",
    requestId: "req_9",
    challengeId: "ch_1",
    fields: { firstName: [{ code: "too_long", message: "Too long" }] },
    current: { firstName: "Ada", createdAt: new Date("2026-01-05T09:00:00Z") },
  });
});

test("the old, flat form of a refusal is understood", async () => {
  const { client } = clientOf([json({ error: "account_locked", message: "Wait" }, 403)]);

  expect(await errorOf(client.user.get())).toMatchObject({
    code: "account_locked",
    message: "Wait",
    status: 403,
  });
});

test.each([
  ["a page instead of JSON", new Response("<html>"), { code: "invalid_response", status: 200 }],
  ["a bare JSON value", json("hello"), { code: "invalid_response" }],
  ["null", json(null), { code: "invalid_response" }],
  ["a refusal that is a page", new Response("<html>", { status: 404 }), { status: 404 }],
  [
    "a gateway's page",
    new Response("<html>", { status: 502 }),
    { code: "service_unavailable", status: 502 },
  ],
])("%s is told as an error", async (_what, answer, expected) => {
  const { client } = clientOf([answer], { maxRetries: 0 });

  expect(await errorOf(client.user.get())).toMatchObject({ name: "HelloJohnError", ...expected });
});

test("no network is told apart from a refusal", async () => {
  const cause = new TypeError("Failed to fetch");
  const { client } = clientOf([cause], { maxRetries: 0 });

  const error = await errorOf(client.user.get());

  expect(error).toMatchObject({ code: "network_error", status: 0, cause });
});

test("an answer that does not come in time is told, and given up", async () => {
  const signals: (AbortSignal | null | undefined)[] = [];
  const never = (init: RequestInit) =>
    new Promise<Response>((_, reject) => {
      signals.push(init.signal);
      init.signal?.addEventListener("abort", () => reject(new Error("aborted")));
    });
  const { client } = clientOf([never], { timeoutMs: 20 });

  expect(await errorOf(client.user.get())).toMatchObject({ code: "timeout" });
  expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
});

test("an abort stays an abort", async () => {
  const controller = new AbortController();
  const never = (init: RequestInit) =>
    new Promise<Response>((_, reject) => {
      init.signal?.addEventListener("abort", () => reject(init.signal?.reason));
      controller.abort();
    });
  const { client, seen } = clientOf([never]);

  expect(await errorOf(client.user.get({ signal: controller.signal }))).toMatchObject({
    name: "AbortError",
  });
  expect(await errorOf(client.user.get({ signal: AbortSignal.abort() }))).toMatchObject({
    name: "AbortError",
  });
  expect(seen).toHaveLength(1);
});

test("without a publishable key signing in says what is missing", async () => {
  const { client } = clientOf([json({})], { publishableKey: undefined });

  expect(await errorOf(client.signIn({ email: "a@b.c", password: "x" }))).toMatchObject({
    name: "Error",
    message: expect.stringContaining("publishableKey"),
  });
});

test("refusals are not asked about twice", async () => {
  const { client, seen } = clientOf([refused("validation_failed", 422)]);

  await errorOf(client.user.updateProfile({ name: "x" }));

  expect(seen).toHaveLength(1);
});
