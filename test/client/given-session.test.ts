import { createClient, webStorage } from "@hellojohn/react/client";
import { ada, createFake, grace } from "@hellojohn/react/testing";
import { expect, test } from "vitest";
import { errorOf } from "./answers.js";
import { callsOf, credentials, eventually, openTab } from "./people.js";

const minutes = 60_000;

/** The access token of someone who signed in elsewhere. */
async function tokenOf(fake: ReturnType<typeof createFake>, email = ada.email) {
  const app = openTab(fake, { publishableKey: fake.publishableKey });
  const { session } = await app.signIn({ ...credentials, email });
  app.close();
  return session.accessToken;
}

test("a fixed token acts as its person at once", async () => {
  const fake = createFake();
  const { token, ...connection } = fake.impersonating(ada);
  const client = openTab(fake, { ...connection, token });

  expect(client.session.get()).toMatchObject({
    status: "signed-in",
    userId: ada.id,
    impersonated: true,
  });
  expect(await client.user.get()).toMatchObject({ id: ada.id });
});

test("an app's own session is asked for a token at each call", async () => {
  const fake = createFake();
  const tokens = [await tokenOf(fake), await tokenOf(fake)];
  const client = openTab(fake, { token: async () => tokens.shift() ?? null });

  await eventually(() => expect(client.session.get().status).toBe("signed-in"));
  await client.user.get();

  expect(await errorOf(client.user.get())).toMatchObject({ code: "signed_out" });
  expect(client.session.get()).toEqual({ status: "signed-out" });
});

test("an expired token is asked for once more", async () => {
  const fake = createFake();
  const old = await tokenOf(fake);
  fake.advance(16 * minutes);
  const young = await tokenOf(fake);
  const answers = [old, young];
  const client = openTab(fake, {
    token: () => (answers.length > 1 ? answers.shift() : young) ?? null,
  });

  expect(await client.user.get()).toMatchObject({ id: ada.id });
});

test("a token that stays refused ends the session, until there is another", async () => {
  const fake = createFake();
  let token = await tokenOf(fake);
  fake.advance(16 * minutes);
  const client = openTab(fake, { token: () => token });

  expect(await errorOf(client.user.get())).toMatchObject({ code: "token_expired" });
  expect(client.session.get()).toEqual({ status: "signed-out", reason: "session_expired" });
  token = await tokenOf(fake);

  expect(await client.user.get()).toMatchObject({ id: ada.id });
  expect(client.session.get().status).toBe("signed-in");
});

test("what one person asked for is never done as another", async () => {
  const fake = createFake();
  let token = await tokenOf(fake);
  const client = openTab(fake, { token: () => token });
  await client.user.get();
  token = await tokenOf(fake, grace.email);

  const error = await errorOf(client.user.updateProfile({ name: "Ada" }));

  expect(error).toMatchObject({ code: "signed_out" });
  expect(callsOf(fake, "updateMe")).toBe(0);
  expect(client.session.get()).toMatchObject({ userId: grace.id });
});

test("tokens that cannot be read stand for different people", () => {
  const states = ["opaque-1", "opaque-2", "a.b.c"].map((token) =>
    createClient({ token }).session.get(),
  );

  expect(new Set(states.map((state) => JSON.stringify(state))).size).toBe(3);
  expect(JSON.stringify(states)).not.toContain("opaque-1");
});

test.each(["publishableKey", "token", "apiUrl"] as const)(
  "a secret key as %s is refused, without repeating it",
  (place) => {
    const key = ["sk", "live", "abc123"].join("_");

    const make = () => createClient({ [place]: key });

    expect(make).toThrow(/secret key.*@hellojohn\/node/s);
    expect(make).not.toThrow(/abc123/);
  },
);

test("a secret key that a getter answers is refused", async () => {
  const key = ["sk", "test", "abc123"].join("_");

  const error = await errorOf(createClient({ token: () => key }).user.get());

  expect(String(error)).toMatch(/secret key/);
});

test("a session kept in the browser's storage survives a reload, and leaves it at sign-out", async () => {
  const fake = createFake();
  const sessionStore = webStorage(sessionStorage);
  const before = openTab(fake, { sessionStore });
  await before.signIn(credentials);
  before.close();

  const after = openTab(fake, { sessionStore });
  expect(await after.user.get()).toMatchObject({ id: ada.id });
  await after.signOut();

  expect(sessionStorage).toHaveLength(0);
});

test("by default nothing is kept in the browser's storage", async () => {
  const fake = createFake();

  await openTab(fake).signIn(credentials);

  expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
});

test("a store that fails costs the reload, not the session", async () => {
  const fail = () => {
    throw new Error("Quota");
  };
  const fake = createFake();
  const tab = openTab(fake, { sessionStore: { get: fail, set: fail, remove: fail } });

  await tab.signIn(credentials);

  expect(await tab.user.get()).toMatchObject({ id: ada.id });
});
