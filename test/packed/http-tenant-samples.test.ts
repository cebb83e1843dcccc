import { beforeAll, expect, test } from "vitest";
import { addPerson, addUser, api, isWelcome, send, signIn, subjectsTo } from "./http.js";

const tenant = `/v2/admin/tenants/${api.tenantId}`;
const users = `${tenant}/users`;

/** An administrator's own token, for these calls are documented with one. */
let bearer: string;
beforeAll(async () => {
  const admin = api.users.find(({ role }) => role === "admin");
  ({ token: bearer } = await signIn(admin?.email ?? "", admin?.password));
});

test("GET users by page, limit and search", async () => {
  const id = await addUser("alice@acme.com", { first_name: "Alice", role: "admin" });
  const found = await send("GET", `${users}?page=1&limit=20&search=alice%40acme`, { bearer });

  expect(found.status).toBe(200);
  expect(found.body).toMatchObject({ total: 1, page: 1, limit: 20, users: [{ id }] });
});

test("GET users by role, status and second factor", async () => {
  const id = await addUser("filtered@acme.com");
  for (const filter of ["role=member", "status=unverified", "mfa_enrolled=false"]) {
    const { body } = await send("GET", `${users}?search=filtered&${filter}`, { bearer });
    expect(body.users).toMatchObject([{ id }]);
  }
  for (const filter of ["role=admin", "status=disabled", "status=pending", "mfa_enrolled=true"]) {
    const { body } = await send("GET", `${users}?search=filtered&${filter}`, { bearer });
    expect(body.users).toEqual([]);
  }
});

test("GET a user by id and by address", async () => {
  const id = await addUser("carol@acme.com");

  const byId = await send("GET", `${users}/${id}`, { bearer });
  const byAddress = await send("GET", `${users}/email/carol@acme.com`, { bearer });

  expect(byId.body).toMatchObject({ id, email: "carol@acme.com" });
  expect(byAddress.body).toEqual(byId.body);
});

test("POST a user with roles, metadata and a welcome", async () => {
  const { status, body } = await send("POST", users, {
    bearer,
    body: {
      email: "bob@acme.com",
      password: "temporary-password-123",
      first_name: "Bob",
      last_name: "Smith",
      roles: ["member"],
      metadata: { department: "sales" },
      send_welcome_email: true,
    },
  });

  expect(status).toBe(201);
  expect(body).toMatchObject({ roles: ["member"], metadata: { department: "sales" } });
  expect((await signIn("bob@acme.com", "temporary-password-123")).status).toBe(200);
  expect(await subjectsTo("bob@acme.com")).toHaveLength(1);
});

test("PATCH a user's name, role and metadata, which is merged", async () => {
  const id = await addUser("robert@acme.com", {
    metadata: { old_key: 1, employee_id: "EMP-1234" },
  });
  const { body } = await send("PATCH", `${users}/${id}`, {
    bearer,
    body: { first_name: "Robert", roles: ["admin"], metadata: { department: "engineering" } },
  });
  const without = await send("PATCH", `${users}/${id}`, {
    bearer,
    body: { metadata: { old_key: null } },
  });

  expect(body).toMatchObject({ first_name: "Robert", roles: ["admin"] });
  expect(body.metadata).toMatchObject({ old_key: 1, department: "engineering" });
  expect(without.body.metadata).toEqual({ employee_id: "EMP-1234", department: "engineering" });
});

test("metadata holds what an app stores about a user", async () => {
  const metadata = {
    department: "engineering",
    employee_id: "EMP-1234",
    onboarding_completed: true,
    preferred_language: "en",
  };
  const id = await addUser("bag@acme.com");
  await send("PATCH", `${users}/${id}`, { bearer, body: { metadata } });

  expect((await send("GET", `${users}/${id}`, { bearer })).body.metadata).toEqual(metadata);
});

test("PATCH a user's status to disabled and back to active", async () => {
  const { id, token } = await addPerson("status@acme.com");
  const off = await send("PATCH", `${users}/${id}`, { bearer, body: { status: "disabled" } });
  const refused = await signIn("status@acme.com");
  const ended = await isWelcome(token);
  await send("PATCH", `${users}/${id}`, { bearer, body: { status: "active" } });

  expect(off.body.status).toBe("disabled");
  expect([refused.status, ended]).toEqual([403, false]);
  expect((await signIn("status@acme.com")).status).toBe(200);
});

test("DELETE a user, whose sessions end with her", async () => {
  const { id, token } = await addPerson("deleted@acme.com");
  const deleted = await send("DELETE", `${users}/${id}`, { bearer });

  expect(deleted.status).toBe(204);
  expect(await isWelcome(token)).toBe(false);
  expect((await send("GET", `${users}/${id}`, { bearer })).status).toBe(404);
});

test("POST a password reset by mail", async () => {
  const id = await addUser("reset@acme.com");
  const { status } = await send("POST", `${users}/${id}/password-reset`, {
    bearer,
    body: { send_email: true, temporary_password: null },
  });

  expect(status).toBe(200);
  expect(await subjectsTo("reset@acme.com")).toHaveLength(1);
});

test("PATCH the keys of public metadata that users may edit", async () => {
  const keys = ["theme", "language", "notifications"];
  const { status, body } = await send("PATCH", `${tenant}/auth/config`, {
    bearer,
    body: { user_editable_metadata_keys: keys },
  });

  expect(status).toBe(200);
  expect(body.user_editable_metadata_keys).toEqual(keys);
});
