import { decodeJwt } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { forEachDatabase } from "../support/database.js";
import { openTestApi, password, type TestApi } from "./test-api.js";

forEachDatabase((kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi(kind);
  });
  afterAll(() => api.close());

  const update = (id: string, body: object, token = api.tenant.sk) =>
    api.call("updateUser", { token, params: { id }, body });
  const impersonate = (body: object, token = api.tenant.sk) =>
    api.call("impersonate", { token, body });

  test("an administrator sees and merges both kinds of metadata", async () => {
    const id = await api.addUser("meta@example.com");
    await update(id, {
      metadata: { plan: "pro", n: { a: 1 } },
      public_metadata: { theme: "dark" },
    });

    const { body } = await update(id, { private_metadata: { n: { b: 2 }, plan: null } });

    expect(body).toMatchObject({
      metadata: { n: { a: 1, b: 2 } },
      private_metadata: { n: { a: 1, b: 2 } },
      public_metadata: { theme: "dark" },
      version: 3,
    });
  });

  test("an address with proof is active at once, without it waits", async () => {
    const id = await api.addUser("moved@example.com");

    const waits = await update(id, { email: "moved2@example.com" });
    const moved = await update(id, { email: "moved3@example.com", email_verified: true });

    expect(waits.body).toMatchObject({
      email: "moved@example.com",
      pending_email: "moved2@example.com",
    });
    expect(await api.mailTo("moved2@example.com")).toHaveLength(1);
    expect(moved.body).toMatchObject({
      email: "moved3@example.com",
      email_verified: true,
      pending_email: null,
    });
  });

  test("an administrator proves herself before she moves an address", async () => {
    const id = await api.addUser("theirs@example.com");
    const admin = await api.person("prover@example.com", { role: "admin" });
    api.advance(3601);
    const { body } = await api.call("refresh", {
      body: { refresh_token: admin.session.refresh_token },
    });
    const token = body.access_token as string;

    const bare = await update(id, { email: "new@example.com" }, token);
    const proven = await update(
      id,
      { email: "new@example.com", current_password: password },
      token,
    );

    expect(bare.body.error.code).toBe("reauthentication_required");
    expect(proven.body.pending_email).toBe("new@example.com");
  });

  test("disabling ends the sessions unless told not to, and enabling opens the door", async () => {
    const one = await api.person("disabled@example.com");
    const two = await api.person("kept@example.com");

    const off = await update(one.id, { disabled: true });
    await update(two.id, { status: "disabled", revoke_sessions: false });

    expect(off.body).toMatchObject({ disabled: true, status: "disabled" });
    expect((await api.call("getMe", { token: one.token })).body.error.code).toBe("session_revoked");
    expect((await api.call("getMe", { token: two.token })).status).toBe(200);
    const on = await update(one.id, { disabled: false });
    expect(on.body.status).toBe("active");
    await expect(api.signIn("disabled@example.com")).resolves.toHaveProperty("session");
  });

  test("what contradicts itself is refused", async () => {
    const id = await api.addUser("contradiction@example.com");

    expect((await update(id, { disabled: true, status: "active" })).status).toBe(422);
    expect((await update(id, { status: "pending" })).status).toBe(422);
    expect((await update(id, { role: " " })).status).toBe(422);
    expect((await update(id, { metadata: { a: 1 }, private_metadata: { b: 1 } })).status).toBe(422);
  });

  test("an administrator keeps her own access, and the tenant its last one", async () => {
    const own = await openTestApi(kind);
    const one = await own.person("one@example.com", { role: "admin" });
    const set = (id: string, body: object, token: string) =>
      own.call("updateUser", { token, params: { id }, body });
    expect((await set(one.id, { role: "member" }, own.tenant.sk)).body.error.code).toBe(
      "last_admin",
    );
    const two = await own.person("two@example.com", { role: "admin" });

    expect((await set(one.id, { disabled: true }, one.token)).body.error.code).toBe("self_action");
    const deletion = { current_password: password };
    const left = await own.call("deleteMe", { token: one.token, body: deletion });
    expect(left.body.error.code).toBe("self_action");
    const replies = await Promise.all([
      set(two.id, { role: "member" }, one.token),
      set(one.id, { role: "member" }, two.token),
    ]);

    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1);
    const admins = await own.database.sql`select 1 from users where role = 'admin'`;
    expect(admins).toHaveLength(1);
    await own.close();
  });

  test("impersonation takes a reason, is logged, and reads and edits the profile alone", async () => {
    const { id } = await api.person("target@example.com");

    const blank = await impersonate({ user_id: id, reason: "  " });
    const long = await impersonate({ user_id: id, reason: "Support", expires_in: "25h" });
    const { status, body } = await impersonate({
      user_id: id,
      reason: "Support",
      expires_in: "30m",
    });
    const token = body.access_token as string;
    const [event] = await api.database.sql`
      select type, reason, actor_type from audit_events where id = ${body.audit_event_id}`;

    expect(blank.body.error.code).toBe("reason_required");
    expect(long.status).toBe(422);
    expect(status).toBe(201);
    expect(event).toEqual({ type: "user.impersonated", reason: "Support", actor_type: "api_key" });
    const claims = decodeJwt(token);
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(1800);
    expect(claims).toMatchObject({ sub: id, act: { type: "api_key" } });
    const me = await api.call("getMe", { token });
    expect(me.body.editable.refused).toMatchObject({ email: "impersonation" });
    expect((await api.call("updateMe", { token, body: { name: "X" } })).status).toBe(200);
    const [change] = await api.database.sql<{ metadata: object }>`
      select metadata from audit_events where resource_id = ${id} order by id desc limit 1`;
    expect(change?.metadata).toMatchObject({ impersonated: true, session_id: body.session_id });
  });

  test("someone in another's place may not do what is the person's own", async () => {
    const { id } = await api.person("own@example.com");
    const { body } = await impersonate({ user_id: id, reason: "Support" });
    const token = body.access_token as string;
    const refused = [
      ["changePassword", { current_password: password, new_password: "a-new-password-of-mine" }],
      ["updateMyMetadata", { public_metadata: { theme: "x" } }],
      ["updateMe", { email: "taken-over@example.com" }],
      ["deleteMe", { current_password: password }],
      ["resendEmail", {}],
      ["cancelEmail", undefined],
      ["enrollTotp", {}],
      ["exportMe", undefined],
      ["revokeMyOtherSessions", undefined],
    ] as const;

    for (const [name, sent] of refused) {
      // oxlint-disable-next-line no-await-in-loop -- a handful
      const reply = await api.call(name, { token, body: sent });
      expect([name, reply.body.error.code]).toEqual([name, "impersonation_forbidden"]);
    }
    expect((await api.call("listMySessions", { token })).status).toBe(200);
    expect((await api.call("signOut", { token })).status).toBe(204);
    expect((await api.call("getMe", { token })).body.error.code).toBe("session_revoked");
  });

  test("nobody acts in an administrator's place but a key that may do all", async () => {
    const admin = await api.person("boss@example.com", { role: "admin" });
    const other = await api.person("boss2@example.com", { role: "admin" });
    const limited = await api.tenant.addKey("secret", ["users:impersonate"]);
    const body = { user_id: admin.id, reason: "Support" };

    expect((await impersonate(body, limited)).body.error.code).toBe("insufficient_permissions");
    expect((await impersonate(body, other.token)).body.error.code).toBe("insufficient_permissions");
    expect((await impersonate(body, admin.token)).body.error.code).toBe("self_action");
    expect((await impersonate(body)).status).toBe(201);
    const unknown = await impersonate({ user_id: "usr_unknown", reason: "Support" });
    expect(unknown.body.error.code).toBe("user_not_found");
  });
});
