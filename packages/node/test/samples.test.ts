import HelloJohnByDefault, { HelloJohn } from "@hellojohn/node";
import { afterAll, beforeAll, expect, expectTypeOf, test } from "vitest";
import { openServer, type TestServer } from "./support/server.js";

let server: TestServer;
beforeAll(async () => {
  server = await openServer("pglite");
});
afterAll(() => server.close());

const connect = () =>
  new HelloJohn({
    apiUrl: server.url,
    tenantId: server.tenant.id,
    secretKey: server.tenant.sk,
    timeoutMs: 60_000,
  });

test("users are read by id and by address, and have the documented fields", async () => {
  const hj = connect();
  const id = await server.addUser("sample@example.com");

  const user = await hj.users.get(id);
  const same = await hj.users.getByEmail("sample@example.com");

  expect(same.id).toBe(user.id);
  expectTypeOf(user).toExtend<{
    id: string;
    email: string;
    emailVerified: boolean;
    firstName: string | null;
    lastName: string | null;
    phoneNumber: string | null;
    metadata: Record<string, unknown>;
    createdAt: Date;
    updatedAt: Date;
    lastSignInAt: Date | null;
    disabled: boolean;
  }>();
});

test("a change names what an administrator may change, and nothing else compiles", () => {
  type Change = Parameters<HelloJohn["users"]["update"]>[1];

  expectTypeOf<Change>().toHaveProperty("role");
  expectTypeOf<Change>().toHaveProperty("private_metadata");
  expectTypeOf<Change>().not.toHaveProperty("id");
  expectTypeOf<Change>().not.toHaveProperty("createdAt");
  expectTypeOf<{ expiresIn: string }>().not.toExtend<
    Parameters<HelloJohn["users"]["impersonate"]>[1]
  >();
});

test("users are listed with limit, cursor, status, search and organization", async () => {
  const hj = connect();
  await server.addUser("listed@example.com");

  const { users, nextCursor, total } = await hj.users.list({ limit: 50, cursor: undefined });
  const { users: active } = await hj.users.list({ status: "active", search: "@example.com" });
  const { data } = await hj.users.list({ email: "listed@example.com" });
  const { users: members } = await hj.users.list({ orgId: "org_nobody" });

  expect(users).toHaveLength(total);
  expect(nextCursor).toBeNull();
  expect(active.length).toBeGreaterThan(0);
  expect(data[0]?.email).toBe("listed@example.com");
  expect(members).toEqual([]);
});

test("a user is made, changed, disabled, enabled, exported and deleted", async () => {
  const hj = connect();
  const user = await hj.users.create({
    email: "life@example.com",
    password: "TemporaryPass123!",
    firstName: "Jane",
    lastName: "Doe",
    emailVerified: true,
    metadata: { plan: "pro", source: "import" },
  });
  await hj.users.update(user.id, {
    firstName: "Jane",
    lastName: "Smith",
    metadata: {
      plan: "enterprise",
      trialEndsAt: "2024-12-31",
      featureFlags: { newDashboard: true },
    },
  });
  await hj.users.disable(user.id);
  await hj.users.enable(user.id);

  const after = await hj.users.get(user.id);
  const plan = after.metadata["plan"] as string;
  const exported = await hj.users.export(user.id);
  await hj.users.delete(user.id);

  expect(plan).toBe("enterprise");
  expect(after).toMatchObject({
    lastName: "Smith",
    metadata: { source: "import", trialEndsAt: "2024-12-31", featureFlags: { newDashboard: true } },
  });
  expect(exported.auditEvents.length).toBeGreaterThan(0);
});

test("support suspends a user and writes down why", async () => {
  const hj = new HelloJohnByDefault({ apiUrl: server.url, secretKey: server.tenant.sk });
  const { id } = await server.person("suspended@example.com");

  await hj.users.update(id, { disabled: true });
  await hj.sessions.revokeAll(id);
  const event = await hj.auditLogs.create({
    action: "user.suspended",
    actor: "admin",
    resource_id: id,
    metadata: { reason: "Spam" },
  });

  expect(event).toMatchObject({ type: "user.suspended", resourceId: id, source: "api" });
  const types: string[] = [];
  for await (const entry of hj.auditLogs.all({ resource_id: id, limit: 1 })) types.push(entry.type);
  expect(types).toContain("user.suspended");
});

test("support acts as a user, asking in either spelling and reading in either", async () => {
  const hj = connect();
  const { id } = await server.person("impersonated@example.com");

  const { access_token } = await hj.admin.impersonate({
    user_id: id,
    reason: "Support ticket 4521",
    expires_in: "1h",
  });
  const { accessToken, expiresAt, ...rest } = await hj.users.impersonate(id, {
    reason: "Support ticket 4521",
    expiresIn: "1h",
  });

  for (const token of [access_token, accessToken])
    expect((await server.call("getMe", { token })).body.id).toBe(id);
  expect(expiresAt).toBeInstanceOf(Date);
  // The other spelling is there to be read and shows nowhere.
  expect(Object.keys(rest).sort()).toEqual(["auditEventId", "impersonatedUserId", "sessionId"]);
});
