import { HelloJohnError } from "@hellojohn/react/client";
import { ada, createFake, fakeTotpCode } from "@hellojohn/react/testing";
import { expect, test } from "vitest";
import { errorOf } from "./answers.js";
import { callsOf, credentials, openTab, signedInTab } from "./people.js";

const minutes = 60_000;

test("who signs in is known at once, and her calls are hers", async () => {
  const { tab } = await signedInTab();

  expect(tab.session.get()).toMatchObject({
    status: "signed-in",
    userId: ada.id,
    impersonated: false,
  });
  expect(await tab.user.get()).toMatchObject({ email: ada.email });
});

test("nothing is sent for someone who is not signed in", async () => {
  const fake = createFake();
  const tab = openTab(fake);

  expect(await errorOf(tab.user.get())).toMatchObject({ code: "signed_out", status: 0 });
  expect(tab.session.get()).toEqual({ status: "signed-out" });
  expect(fake.requests).toEqual([]);
});

test("a wrong password signs nobody in", async () => {
  const tab = openTab(createFake());

  const error = await errorOf(tab.signIn({ ...credentials, password: "wrong" }));

  expect(error).toMatchObject({ code: "invalid_credentials" });
  expect(await tab.session.getToken()).toBeNull();
});

test("a second factor is asked for and then signs in", async () => {
  const { fake, tab } = await signedInTab();
  const { factorId } = await tab.mfa.enrollTotp();
  await tab.mfa.confirmTotp({ factorId, code: fakeTotpCode });
  await tab.signOut();
  const next = openTab(fake);

  const error = await errorOf(next.signIn(credentials));
  expect(error).toMatchObject({ code: "mfa_required", challengeId: expect.any(String) });
  const { challengeId = "" } = error as HelloJohnError;
  await next.verifyTotp({ challengeId, code: fakeTotpCode });

  expect(next.session.get().status).toBe("signed-in");
});

test("twenty calls with an expired token wait for one refresh", async () => {
  const { fake, tab } = await signedInTab();
  fake.advance(16 * minutes);

  const users = await Promise.all(Array.from({ length: 20 }, () => tab.user.get()));

  expect(users.every(({ id }) => id === ada.id)).toBe(true);
  expect(callsOf(fake, "refresh")).toBe(1);
});

test("a token is refreshed a little before it lapses, without a refused call", async () => {
  const { fake, tab } = await signedInTab();
  fake.advance(14.8 * minutes);
  // Any answer tells the time.
  await tab.user.get();

  await tab.user.get();

  expect(callsOf(fake, "refresh")).toBe(1);
  expect(callsOf(fake, "getMe")).toBe(2);
});

test.each([-3, 3])(
  "a device whose clock is %i hours off refreshes no more often",
  async (hours) => {
    const fake = createFake({ now: () => Date.now() - hours * 60 * minutes });
    const { tab } = await signedInTab(fake);

    for (let turn = 0; turn < 3; turn += 1) await tab.user.get();

    expect(callsOf(fake, "refresh")).toBe(0);
  },
);

test("a session that was ended elsewhere ends here at the next call", async () => {
  const { fake, tab } = await signedInTab();
  const session = tab.session.get();
  fake.revokeSession(session.status === "signed-in" ? session.sessionId : "");

  expect(await errorOf(tab.user.get())).toMatchObject({ code: "session_revoked" });
  expect(tab.session.get()).toEqual({ status: "signed-out", reason: "session_revoked" });
});

test("a session that has lapsed says so", async () => {
  const { fake, tab } = await signedInTab();
  fake.advance(31 * 24 * 60 * minutes);

  await errorOf(tab.user.get());

  expect(tab.session.get()).toEqual({ status: "signed-out", reason: "session_expired" });
});

test("no network while refreshing signs nobody out", async () => {
  const { fake, tab } = await signedInTab();
  fake.advance(16 * minutes);
  fake.fail("refresh", "offline");

  expect(await errorOf(tab.user.get())).toMatchObject({ code: "network_error" });
  fake.recover("refresh");

  expect(await tab.user.get()).toMatchObject({ id: ada.id });
});

test("who leaves while a refresh is under way stays away", async () => {
  const { fake, tab } = await signedInTab();
  fake.advance(16 * minutes);
  await errorOf(tab.sessions.revoke("ses_unknown"));
  fake.advance(16 * minutes);
  fake.delay(50);

  const asked = errorOf(tab.user.get());
  const left = tab.signOut();
  await Promise.all([asked, left]);

  expect(tab.session.get()).toEqual({ status: "signed-out", reason: "signed_out" });
  expect(await tab.session.getToken()).toBeNull();
});

test("signing out ends the session at the server too", async () => {
  const { fake, tab } = await signedInTab();
  const token = (await tab.session.getToken()) ?? "";

  await tab.signOut();

  const thief = openTab(fake, { token });
  expect(await errorOf(thief.user.get())).toMatchObject({ code: "session_revoked" });
});

test("signing out without a network signs out here all the same", async () => {
  const { fake, tab } = await signedInTab();
  fake.fail("signOut", "offline");

  await tab.signOut();

  expect(tab.session.get()).toEqual({ status: "signed-out", reason: "signed_out" });
});

test("who deletes her account is signed out", async () => {
  const { fake, tab } = await signedInTab();

  await tab.user.delete({ currentPassword: ada.password });

  expect(tab.session.get()).toEqual({ status: "signed-out", reason: "signed_out" });
  expect(fake.users.some(({ id }) => id === ada.id)).toBe(false);
});

test("the state changes for those who listen, and not with a mere refresh", async () => {
  const { fake, tab } = await signedInTab();
  const states: string[] = [];
  tab.session.subscribe(() => states.push(tab.session.get().status));

  fake.advance(16 * minutes);
  await tab.user.get();
  expect(callsOf(fake, "refresh")).toBe(1);
  expect(states).toEqual([]);

  await tab.signOut();
  expect(states).toEqual(["signed-out"]);
});
