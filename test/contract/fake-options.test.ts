import { createClient } from "@hellojohn/react/client";
import * as testing from "@hellojohn/react/testing";
import { ada, createFake, grace, makeUser } from "@hellojohn/react/testing";
import { expect, test } from "vitest";

test("what integrators can import", () => {
  expect(Object.keys(testing).toSorted()).toMatchInlineSnapshot(`
    [
      "ada",
      "createFake",
      "fakePassword",
      "fakeTotpCode",
      "grace",
      "katherine",
      "makeUser",
      "makeUsers",
    ]
  `);
});

test("every fake is a world of its own", async () => {
  const first = createFake();
  const second = createFake();

  await createClient(first.signedInAs(ada)).user.updateProfile({ name: "Countess" });

  expect(first.users[0]?.name).toBe("Countess");
  expect(second.users[0]?.name).toBe("Ada Lovelace");
  expect(ada.name).toBeNull();
});

test("people are made plausible, and different from each other", () => {
  const one = makeUser({ firstName: "Kay" });
  const other = makeUser({ disabled: true });
  const { users } = createFake({ users: [one, other] });

  expect(users).toMatchObject([
    { name: expect.stringMatching(/^Kay /), status: "active" },
    { status: "disabled", disabled: true },
  ]);
  expect(one.id).not.toBe(other.id);
  expect(one.email).not.toBe(other.email);
});

test("a person is found by id, by address or as she was made", () => {
  const fake = createFake();

  const sessions = [ada, ada.id, ada.email].map((who) => fake.startSession(who));

  expect(new Set(sessions).size).toBe(3);
  expect(() => fake.startSession("nobody@example.com")).toThrow("no such user");
});

test("settings may be given at first and changed later", async () => {
  const fake = createFake({ config: { userEditableMetadataKeys: ["theme"] } });
  const client = createClient(fake.signedInAs(ada));
  const { editable } = await client.user.get();

  fake.updateConfig({ passwordPolicy: { minLength: 12 } });
  const later = await client.user.get();

  expect(editable).toMatchObject({ metadataKeys: ["theme"], passwordPolicy: { minLength: 8 } });
  expect(later.editable).toMatchObject({
    metadataKeys: ["theme"],
    passwordPolicy: { minLength: 12, maxLength: 128 },
  });
});

test("a change made elsewhere is a conflict here", async () => {
  const fake = createFake();
  const client = createClient(fake.signedInAs(ada));
  const { version } = await client.user.get();

  fake.updateUser(ada, { name: "Someone else's choice" });
  const saving = client.user.updateProfile({ name: "Mine" }, { version });

  await expect(saving).rejects.toMatchObject({
    code: "version_conflict",
    current: { name: "Someone else's choice" },
  });
});

test("an administrator elsewhere is held to the rules, too", () => {
  const fake = createFake();

  expect(() => fake.updateUser(ada, { phoneNumber: "not a number" })).toThrow(
    expect.objectContaining({ code: "invalid_phone_number" }),
  );
});

test("someone who acts as another reads her, and may not change her address", async () => {
  const fake = createFake();
  const client = createClient(fake.impersonating(ada));

  expect(await client.user.get()).toMatchObject({ email: ada.email });
  await expect(client.user.updateProfile({ email: "eve@example.com" })).rejects.toMatchObject({
    code: "impersonation_forbidden",
  });
});

test("sign-ins on other devices are told as they were given", async () => {
  const fake = createFake();
  const client = createClient(fake.signedInAs(grace));
  const id = fake.startSession(grace, { device: "Safari on iOS", ip: "198.51.100.4" });

  const sessions = await client.sessions.list();

  expect(sessions).toContainEqual(
    expect.objectContaining({ id, device: "Safari on iOS", ip: "198.51.100.4", current: false }),
  );
});

test("the mailbox and the log of calls fill as things happen", async () => {
  const fake = createFake();
  const client = createClient(fake.signedInAs(ada));

  await client.user.updateProfile({ email: "new@example.com" });

  expect(fake.mailbox.map(({ to }) => to).toSorted()).toEqual([ada.email, "new@example.com"]);
  expect(fake.requests).toMatchObject([
    { endpoint: "updateMe", body: { email: "new@example.com" } },
  ]);
});

test("answers take as long as the network is said to take", async () => {
  const fake = createFake();
  const client = createClient({ ...fake.signedInAs(ada), timeoutMs: 5, maxRetries: 0 });
  fake.delay(60_000);

  await expect(client.user.get()).rejects.toMatchObject({ code: "timeout" });
});
