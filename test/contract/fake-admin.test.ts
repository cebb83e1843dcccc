import { ada, createFake, grace, makeUser } from "@hellojohn/react/testing";
import { expect, test } from "vitest";

test("a key may do what it was made for", async () => {
  const fake = createFake();
  const key = fake.keyWith(["users:read"]);
  const call = (method: string, path: string) =>
    fake.fetch(`${fake.apiUrl}${path}`, { method, headers: { Authorization: `Bearer ${key}` } });

  expect((await call("GET", `/v1/users/${ada.id}`)).status).toBe(200);
  expect((await call("DELETE", `/v1/users/${ada.id}`)).status).toBe(403);
  expect(fake.users.map(({ id }) => id)).toContain(ada.id);
});

test("the log tells what happened, the newest first", async () => {
  const fake = createFake({ config: { allowedEmailDomains: ["example.com"] } });
  const token = fake.signedInAs(grace).sessionStore.get()?.accessToken ?? "";

  expect(fake.auditEvents).toEqual([]);
  fake.updateConfig({ userEditableMetadataKeys: ["theme"] });
  fake.updateUser(ada, { name: "Countess" });
  await fake.fetch(`${fake.apiUrl}/v1/users/${ada.id}/disable`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "User-Agent": "a test" },
  });

  expect(fake.auditEvents).toMatchObject([
    { type: "user.disabled", actorType: "user", actorId: grace.id, userAgent: "a test" },
    { type: "user.updated", actorType: "api_key", changedFields: ["name"], resourceId: ada.id },
    { type: "tenant.auth_config_updated", changedFields: ["user_editable_metadata_keys"] },
  ]);
});

test("someone without a password is still invited", () => {
  const fake = createFake({ users: [makeUser({ password: "" })] });

  expect(fake.users).toMatchObject([{ status: "pending" }]);
});

test("what a test does with a person it was shown changes nobody", () => {
  const given = makeUser({ publicMetadata: { plan: "free" } });
  const fake = createFake({ users: [given] });

  given.publicMetadata["plan"] = "stolen";
  const [shown] = fake.users;
  if (shown) shown.publicMetadata["plan"] = "stolen";

  expect(fake.users[0]?.publicMetadata).toEqual({ plan: "free" });
});
