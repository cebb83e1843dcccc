import { afterAll, beforeAll, expect, test } from "vitest";
import { forEachDatabase } from "../support/database.js";
import { openTestApi, type TestApi } from "./test-api.js";

forEachDatabase((kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi(kind);
  });
  afterAll(() => api.close());

  const list = (id: string, token = api.tenant.sk) =>
    api.call("listUserSessions", { token, params: { id } });
  const get = (id: string, token = api.tenant.sk) =>
    api.call("getSession", { token, params: { id } });
  const end = (id: string, token = api.tenant.sk) =>
    api.call("revokeSession", { token, params: { id } });
  const endAll = (id: string, token = api.tenant.sk) =>
    api.call("revokeUserSessions", { token, params: { id } });
  const codeOf = async (token: string) =>
    (await api.call("getMe", { token })).body.error?.code as string | undefined;
  const lastEvent = async (id: string) => {
    const [event] = await api.database.sql`
      select type, actor_type, actor_id, metadata from audit_events
      where resource_id = ${id} order by id desc limit 1`;
    return event;
  };

  test("the sessions that run are listed, at both addresses, with none of them a key's own", async () => {
    const { id, token } = await api.person("listed@example.com");
    const { session } = await api.signIn("listed@example.com");
    await api.call("signOut", { token });

    const { body } = await list(id);
    const other = await api.request("GET", `/v1/sessions?user_id=${id}`, { token: api.tenant.sk });

    expect(body.data).toMatchObject([{ id: session.id, user_id: id, current: false }]);
    expect(other.body).toEqual(body);
  });

  test("an administrator sees which session is her own", async () => {
    const admin = await api.person("current@example.com", { role: "admin" });
    await api.signIn("current@example.com");

    const { body } = await list(admin.id, admin.token);

    const sessions = body.data as { id: string; current: boolean }[];
    expect(sessions).toHaveLength(2);
    expect(sessions.find((each) => each.current)?.id).toBe(admin.session.id);
    expect((await get(String(admin.session.id), admin.token)).body.current).toBe(true);
  });

  test("an ended session is refused on the very next call, and there is nothing left to end", async () => {
    const { id, token, session } = await api.person("ended@example.com");
    const sessionId = String(session.id);

    expect((await get(sessionId)).body).toMatchObject({ id: sessionId, user_id: id });
    expect((await end(sessionId)).body).toEqual({ revoked: 1 });

    expect(await codeOf(token)).toBe("session_revoked");
    expect((await end(sessionId)).body).toEqual({ revoked: 0 });
    expect((await get(sessionId)).body.error.code).toBe("session_not_found");
    const refreshed = await api.call("refresh", {
      body: { refresh_token: session.refresh_token },
    });
    expect(refreshed.body.error.code).toBe("session_revoked");
    expect(await lastEvent(id)).toMatchObject({
      type: "session.revoked",
      actor_type: "api_key",
      metadata: { session_ids: [sessionId] },
    });
  });

  test("a session that has expired does not run any more", async () => {
    const { id, session } = await api.person("expired@example.com");
    await api.database.sql`update sessions set expires_at = ${api.now()} where user_id = ${id}`;

    expect((await list(id)).body.data).toEqual([]);
    expect((await get(String(session.id))).status).toBe(404);
    expect((await end(String(session.id))).body).toEqual({ revoked: 0 });
  });

  test("all sessions of a user end at once, with one event that names them", async () => {
    const { id, token, session } = await api.person("all@example.com");
    const again = await api.signIn("all@example.com");

    expect((await endAll(id)).body).toEqual({ revoked: 2 });

    expect(await codeOf(token)).toBe("session_revoked");
    expect(await codeOf(String(again.session.access_token))).toBe("session_revoked");
    const session_ids: unknown = expect.arrayContaining([session.id, again.session.id]);
    expect(await lastEvent(id)).toMatchObject({ metadata: { session_ids } });
    expect((await endAll(id)).body).toEqual({ revoked: 0 });
    expect((await api.auditTypes(id)).filter((type) => type === "session.revoked")).toHaveLength(1);
  });

  test("an administrator who ends all her sessions ends the one she asks with", async () => {
    const admin = await api.person("herself@example.com", { role: "admin" });

    expect((await endAll(admin.id, admin.token)).body).toEqual({ revoked: 1 });

    expect((await endAll(admin.id, admin.token)).body.error.code).toBe("session_revoked");
  });

  test("an impersonation is told from its beginning to its end, however it ends", async () => {
    const { id } = await api.person("impersonated@example.com");
    const start = async () =>
      (
        await api.call("impersonate", {
          token: api.tenant.sk,
          body: { user_id: id, reason: "Support" },
        })
      ).body as { access_token: string; session_id: string };
    const left = await start();
    const cut = await start();

    await api.call("signOut", { token: left.access_token });
    expect((await endAll(id)).body).toEqual({ revoked: 2 });
    const reset = await start();
    const email = "impersonated@example.com";
    await api.call("forgotPassword", { token: api.tenant.pk, body: { email } });
    const [mail] = await api.mailTo(email);
    await api.call("resetPassword", {
      token: api.tenant.pk,
      body: { token: mail?.token, new_password: "another-good-password" },
    });

    const events = await api.database.sql<{ type: string; session_id: string }>`
      select type, metadata ->> 'session_id' as session_id from audit_events
      where resource_id = ${id} and type like 'user.impersonat%' order by id`;
    expect(events).toEqual([
      { type: "user.impersonated", session_id: left.session_id },
      { type: "user.impersonated", session_id: cut.session_id },
      { type: "user.impersonation_ended", session_id: left.session_id },
      { type: "user.impersonation_ended", session_id: cut.session_id },
      { type: "user.impersonated", session_id: reset.session_id },
      { type: "user.impersonation_ended", session_id: reset.session_id },
    ]);
    expect(await api.auditTypes(id)).not.toContain("user.signed_out");
  });
});
