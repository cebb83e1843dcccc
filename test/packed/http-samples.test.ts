import { TOTP } from "otpauth";
import { expect, test } from "vitest";
import { addPerson, addUser, isWelcome, password, send, signIn, subjectsTo } from "./http.js";

/** A person with an authenticator app; answers her factor. */
async function enroll(bearer: string): Promise<string> {
  const { body } = await send("POST", "/v2/auth/mfa/totp/enroll", { bearer });
  const code = new TOTP({ secret: body.secret }).generate();
  const proof = { factor_id: body.factor_id, code };
  const confirmed = await send("POST", "/v2/auth/mfa/totp/enroll/verify", { bearer, body: proof });
  expect(confirmed.status).toBe(200);
  return String(body.factor_id);
}

test("GET users with limit, cursor and order", async () => {
  const { status, body } = await send("GET", "/v1/users?limit=50");
  const first = await send("GET", "/v1/users?limit=1&order_by=email&direction=asc");
  const { next_cursor } = first.body.pagination;
  const page = `/v1/users?limit=1&order_by=email&direction=asc&cursor=${next_cursor}`;
  const second = await send("GET", page);

  expect(status).toBe(200);
  expect(body.pagination).toMatchObject({ limit: 50 });
  expect(first.body.data[0].email < second.body.data[0].email).toBe(true);
});

test("POST a search with filters", async () => {
  const organization = await send("POST", "/v1/organizations", { body: { name: "Acme" } });
  const { id, token } = await addPerson("alice.found@example.com");
  const org = String(organization.body.id);
  const joining = { body: { user_id: id, role: "member" } };
  const joined = await send("POST", `/v1/organizations/${org}/members`, joining);
  await enroll(token);
  const filters = {
    mfa_enrolled: true,
    disabled: false,
    created_after: "2024-01-01T00:00:00Z",
    organization_id: org,
  };
  const search = (body: object) => send("POST", "/v1/admin/users/search", { body });

  const found = await search({ query: "alice", filters, limit: 25 });
  const narrow = { created_before: "2024-01-01T00:00:00Z", role: "member" };
  const none = await search({ query: "alice", filters: { ...filters, ...narrow } });

  expect(joined.status).toBeLessThan(300);
  expect(found.body).toMatchObject({ data: [{ id }], pagination: { total: 1, limit: 25 } });
  expect(none.body.data).toEqual([]);
});

test("POST an impersonation with its reason and its end", async () => {
  const id = await addUser("acted.for@example.com");
  const { status, body } = await send("POST", "/v1/admin/users/impersonate", {
    body: {
      user_id: id,
      reason: "Support ticket #8842 — user cannot access dashboard",
      expires_in: "1h",
    },
  });
  const me = await send("GET", "/v1/auth/me", { bearer: body.access_token });

  expect(status).toBe(201);
  expect(body).toMatchObject({ impersonated_user_id: id, session_id: expect.any(String) });
  expect(Date.parse(body.expires_at) - Date.now()).toBeGreaterThan(3_000_000);
  expect(me.body.id).toBe(id);
});

test.each([{ disabled: true }, { disabled: true, revoke_sessions: true }])(
  "PATCH disabled ends sign-in and sessions until it is taken back",
  async (body) => {
    const email = `patched.${Object.keys(body).length}@example.com`;
    const { id, token } = await addPerson(email);

    const off = await send("PATCH", `/v1/users/${id}`, { body });
    const refused = await signIn(email);
    const on = await send("PATCH", `/v1/users/${id}`, { body: { disabled: false } });

    expect([off.body.disabled, on.body.disabled]).toEqual([true, false]);
    expect([refused.status, (await signIn(email)).status]).toEqual([403, 200]);
    expect(await isWelcome(token)).toBe(false);
  },
);

test("POST a bulk disabling", async () => {
  const people = [await addPerson("bulk.1@example.com"), await addPerson("bulk.2@example.com")];
  const { status, body } = await send("POST", "/v1/admin/users/bulk-disable", {
    body: { user_ids: people.map(({ id }) => id), revoke_sessions: true },
  });

  expect(status).toBe(200);
  expect(body).toMatchObject({ disabled: 2, sessions_revoked: 2 });
});

test("POST a password reset that ends sessions", async () => {
  const { id, token } = await addPerson("forgetful@example.com");
  const { status } = await send("POST", `/v1/users/${id}/password-reset`, {
    body: { revoke_sessions: true },
  });

  expect(status).toBe(200);
  expect(await isWelcome(token)).toBe(false);
  expect(await subjectsTo("forgetful@example.com")).toHaveLength(1);
});

test("DELETE every session of a user", async () => {
  const { id, token } = await addPerson("everywhere@example.com");
  const { status, body } = await send("DELETE", `/v1/users/${id}/sessions`);

  expect({ status, body }).toEqual({ status: 200, body: { revoked: 1 } });
  expect(await isWelcome(token)).toBe(false);
});

test("DELETE a second factor", async () => {
  const { id, token } = await addPerson("locked.out@example.com");
  const factor = await enroll(token);
  const { status } = await send("DELETE", `/v1/users/${id}/mfa/factors/${factor}`);

  expect(status).toBe(204);
  expect((await send("GET", `/v1/users/${id}/mfa/factors`)).body.data).toEqual([]);
});

test("GET the log of what a user did", async () => {
  const { id } = await addPerson("logged@example.com");
  const { status, body } = await send("GET", `/v1/audit-logs?actor_id=${id}&limit=50`);

  expect(status).toBe(200);
  expect(body.data.length).toBeGreaterThan(0);
  expect(body.meta).toMatchObject({ limit: 50 });
});

test("PATCH a user's name, address, number and role", async () => {
  const id = await addUser("alice.profile@example.com");
  const { status, body } = await send("PATCH", `/v1/users/${id}`, {
    body: {
      name: "Alice J. Smith",
      email: "alice.new@example.com",
      phone_number: "+14155552671",
      role: "admin",
    },
  });

  expect(status).toBe(200);
  expect(body).toMatchObject({
    name: "Alice J. Smith",
    email: "alice.profile@example.com",
    pending_email: "alice.new@example.com",
    phone_number: "+14155552671",
    role: "admin",
  });
});

test("POST one's own change of password", async () => {
  await addUser("own.password@example.com", { password: "OldPassword123!" });
  const { token } = await signIn("own.password@example.com", "OldPassword123!");
  const { status } = await send("POST", "/v1/auth/password/change", {
    bearer: token,
    body: { current_password: "OldPassword123!", new_password: "NewPassword456!" },
  });

  expect(status).toBe(200);
  expect((await signIn("own.password@example.com", "NewPassword456!")).status).toBe(200);
});

test("POST a new password for a user, who is signed out", async () => {
  const { id, token } = await addPerson("set.password@example.com");
  const { status } = await send("POST", `/v1/users/${id}/password`, {
    body: { password: "TemporaryPass123!", sign_out_all_sessions: true },
  });

  expect(status).toBe(200);
  expect(await isWelcome(token)).toBe(false);
  expect((await signIn("set.password@example.com", password)).status).toBe(401);
  expect((await signIn("set.password@example.com", "TemporaryPass123!")).status).toBe(200);
});

test("PATCH an address that waits for proof, and one that is proven already", async () => {
  const id = await addUser("alice.old@example.com");
  const waiting = await send("PATCH", `/v1/users/${id}`, {
    body: { email: "alice.new@example.com" },
  });
  const proven = await send("PATCH", `/v1/users/${id}`, {
    body: { email: "alice.new@example.com", email_verified: true },
  });

  expect(waiting.body).toMatchObject({
    email: "alice.old@example.com",
    pending_email: "alice.new@example.com",
  });
  expect(proven.body).toMatchObject({ email: "alice.new@example.com", email_verified: true });
});

test("PATCH a role", async () => {
  const id = await addUser("promoted@example.com");
  const { body } = await send("PATCH", `/v1/users/${id}`, { body: { role: "admin" } });

  expect(body.role).toBe("admin");
});

test("POST disable and enable, with and without a body", async () => {
  const { id, token } = await addPerson("switched@example.com");
  const post = (path: string, body?: object) =>
    send("POST", `/v1/users/${id}/${path}`, body && { body });

  const off = await post("disable");
  const on = await post("enable");
  const back = await signIn("switched@example.com");
  const again = await post("disable", { revoke_sessions: true });

  expect([off, on, again].map(({ status }) => status)).toEqual([200, 200, 200]);
  expect([off, on, again].map(({ body }) => body.user.disabled)).toEqual([true, false, true]);
  expect(again.body.sessions_revoked).toBe(1);
  expect([await isWelcome(token), await isWelcome(back.token)]).toEqual([false, false]);
});
