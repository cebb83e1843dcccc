import {
  createClient,
  type HelloJohnClient,
  type SessionStore,
  type StoredSession,
} from "@hellojohn/react/client";
import { ada, createFake, grace } from "@hellojohn/react/testing";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { errorOf } from "./answers.js";
import { callsOf, credentials, eventually, openTab, signedInTab } from "./people.js";

const minutes = 60_000;

afterEach(() => vi.unstubAllGlobals());

/** Stands for the browser's locks: one holder at a time, the others in turn. */
function stubLocks() {
  let last: Promise<unknown> = Promise.resolve();
  const request = (_name: string, act: () => Promise<unknown>) => {
    const turn = last.then(act);
    last = turn.catch(() => {});
    return turn;
  };
  vi.stubGlobal("navigator", { onLine: true, locks: { request } });
}

const userOf = ({ session }: HelloJohnClient) => {
  const state = session.get();
  return state.status === "signed-in" ? state.userId : state.status;
};

/** Tabs in which one person is signed in. */
async function tabs(count: number) {
  const { fake, tab } = await signedInTab();
  const others = Array.from({ length: count - 1 }, () => openTab(fake));
  await eventually(() => expect(others.map(userOf)).toEqual(others.map(() => ada.id)));
  return { fake, all: [tab, ...others] };
}

test("a new tab finds the session of those that are open", async () => {
  const { all } = await tabs(2);

  expect(await all[1]?.user.get()).toMatchObject({ id: ada.id });
});

test.each([
  [2, "with locks"],
  [5, "with locks"],
  [2, "without locks"],
  [5, "without locks"],
])("%i tabs %s share one refresh, and nobody is signed out", async (count, kind) => {
  if (kind === "with locks") stubLocks();
  const { fake, all } = await tabs(count);
  fake.advance(16 * minutes);
  fake.delay(20);

  const users = await Promise.all([...all, ...all].map((tab) => tab.user.get()));

  expect(users.every(({ id }) => id === ada.id)).toBe(true);
  expect(all.map(userOf)).toEqual(all.map(() => ada.id));
  expect(callsOf(fake, "refresh")).toBe(1);
});

test("a tab that slept through a refresh asks the others before it refreshes", async () => {
  const { fake, tab } = await signedInTab();
  const { apiUrl, publishableKey, fetch } = fake;
  const sleeper = createClient({ apiUrl, publishableKey, fetch });
  const sleep = sleeper.session.subscribe(() => {});
  await eventually(() => expect(userOf(sleeper)).toBe(ada.id));
  sleep();
  fake.advance(16 * minutes);
  await tab.user.get();
  fake.advance(minutes);

  onTestFinished(sleeper.session.subscribe(() => {}));

  expect(await sleeper.user.get()).toMatchObject({ id: ada.id });
  expect(callsOf(fake, "refresh")).toBe(1);
});

test("each tab's own store follows, so that a reload finds the youngest tokens", async () => {
  const { fake, tab } = await signedInTab();
  const kept: { session: StoredSession | null } = { session: null };
  const sessionStore: SessionStore = {
    get: () => kept.session,
    set: (session) => void (kept.session = session),
    remove: () => void (kept.session = null),
  };
  const other = openTab(fake, { sessionStore });
  await eventually(() => expect(userOf(other)).toBe(ada.id));
  fake.advance(16 * minutes);
  await tab.user.get();

  const youngest = await tab.session.getToken();
  await eventually(() => expect(kept.session?.accessToken).toBe(youngest));
  await tab.signOut();
  await eventually(() => expect(kept.session).toBeNull());
});

test("signing out in one tab signs out all", async () => {
  const { all } = await tabs(3);

  await all[1]?.signOut();

  await eventually(() =>
    expect(all.map(userOf)).toEqual(["signed-out", "signed-out", "signed-out"]),
  );
  expect(all[0]?.session.get()).toEqual({ status: "signed-out", reason: "signed_out" });
});

test("a session found ended in one tab is ended in all, and each says why", async () => {
  const { fake, all } = await tabs(2);
  const session = all[0]?.session.get();
  fake.revokeSession(session?.status === "signed-in" ? session.sessionId : "");

  await errorOf(all[0]?.user.get() ?? Promise.resolve());

  const revoked = { status: "signed-out", reason: "session_revoked" };
  await eventually(() => expect(all.map((tab) => tab.session.get())).toEqual([revoked, revoked]));
});

test("another person who signs in in one tab is the person of all", async () => {
  const { all } = await tabs(2);

  await all[0]?.signIn({ ...credentials, email: grace.email });

  await eventually(() => expect(all.map(userOf)).toEqual([grace.id, grace.id]));
  expect(await all[1]?.user.get()).toMatchObject({ id: grace.id });
});

test("apps with another key do not share a session", async () => {
  const { fake } = await signedInTab();
  const other = openTab(fake, { publishableKey: "pk_test_other" });

  await eventually(() => expect(other.session.get().status).toBe("signed-out"));
});

test("a browser without channels and locks serves a single tab", async () => {
  vi.stubGlobal("BroadcastChannel", undefined);
  const fake = createFake();
  const tab = openTab(fake);
  await tab.signIn(credentials);
  fake.advance(16 * minutes);

  expect(await tab.user.get()).toMatchObject({ id: ada.id });
});
