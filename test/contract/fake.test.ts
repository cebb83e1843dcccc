import { ada, createFake, type Fake, fakePassword, makeUser } from "@hellojohn/react/testing";
import { HelloJohnError } from "@hellojohn/contract";
import { expect, test } from "vitest";

type Json = Record<string, unknown>;

/** One call with plain `fetch`, as any program would make it. */
async function call(
  fake: Fake,
  method: string,
  path: string,
  {
    token,
    body,
    headers = {},
  }: { token?: string | undefined; body?: unknown; headers?: Record<string, string> } = {},
) {
  const response = await fake.fetch(`${fake.apiUrl}${path}`, {
    method,
    headers: {
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: (text ? JSON.parse(text) : {}) as Json,
  };
}

const tokenOf = (fake: Fake, who = ada.email) =>
  fake.signedInAs(who).sessionStore.get()?.accessToken;

test("a person who is signed in reads and edits herself", async () => {
  const fake = createFake();
  const token = tokenOf(fake);

  const me = await call(fake, "GET", "/v1/auth/me", { token });
  const saved = await call(fake, "PATCH", "/v1/auth/me", { token, body: { name: "Countess" } });

  expect(me).toMatchObject({ status: 200, body: { email: ada.email, name: "Ada Lovelace" } });
  expect(me.headers.get("ETag")).toBe('"1"');
  expect(saved).toMatchObject({ status: 200, body: { name: "Countess", version: 2 } });
  expect(fake.users[0]).toMatchObject({ name: "Countess", version: 2 });
});

test("a planned failure is answered as often as it was asked for", async () => {
  const fake = createFake();
  const token = tokenOf(fake);
  fake.fail("getMe", new HelloJohnError("service_unavailable", "No", { retryAfter: 3 }), {
    times: 1,
  });

  const first = await call(fake, "GET", "/v1/auth/me", { token });
  const second = await call(fake, "GET", "/v1/auth/me", { token });

  expect(first).toMatchObject({ status: 503, body: { error: { code: "service_unavailable" } } });
  expect(first.headers.get("Retry-After")).toBe("3");
  expect(second.status).toBe(200);
});

test("a fake can be offline, and come back", async () => {
  const fake = createFake();
  fake.fail("signIn", "offline");
  const body = { email: ada.email, password: fakePassword };

  await expect(call(fake, "POST", "/v1/auth/sign-in", { body })).rejects.toThrow(TypeError);
  fake.recover();
  const back = await call(fake, "POST", "/v1/auth/sign-in", { token: fake.publishableKey, body });

  expect(back.status).toBe(200);
});

test("a call that hangs ends when its caller gives up", async () => {
  const fake = createFake();
  fake.fail("getMe", "hang");
  const controller = new AbortController();

  const waiting = fake.fetch(`${fake.apiUrl}/v1/auth/me`, { signal: controller.signal });
  controller.abort();

  await expect(waiting).rejects.toThrow("aborted");
});

test("the clock ends access tokens and the person's own hand ends sessions", async () => {
  const fake = createFake({ users: [makeUser({ email: "kay@example.com" })] });
  const { sessionId, sessionStore } = fake.signedInAs("kay@example.com");
  const { accessToken: token, refreshToken } = sessionStore.get() ?? {};

  fake.advance(901_000);
  const expired = await call(fake, "GET", "/v1/auth/me", { token });
  fake.revokeSession(sessionId);
  const ended = await call(fake, "POST", "/v1/auth/token/refresh", {
    body: { refresh_token: refreshToken },
  });

  expect(expired.body).toMatchObject({ error: { code: "token_expired" } });
  expect(ended.body).toMatchObject({ error: { code: "session_revoked" } });
});
