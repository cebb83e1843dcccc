import { afterAll, beforeAll, expect, test } from "vitest";
import { forEachDatabase } from "../support/database.js";
import { openTestApi, type TestApi } from "./test-api.js";

const chrome =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

forEachDatabase((kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi(kind);
  });
  afterAll(() => api.close());

  const again = async (email: string) => {
    const { session } = await api.signIn(email);
    return { id: session.id as string, token: session.access_token as string };
  };

  test("sessions are listed with device and address, the asking one marked", async () => {
    const { token } = await api.person("list@example.com");
    await api.call("signIn", {
      token: api.tenant.pk,
      body: { email: "list@example.com", password: "correct-horse-battery" },
      headers: { "User-Agent": chrome },
      ip: "2001:db8::7",
    });

    const { body } = await api.call("listMySessions", { token });

    const sessions = body.data as { current: boolean; device: string | null; ip: string }[];
    expect(sessions.filter((session) => session.current)).toHaveLength(1);
    expect(sessions.find((session) => !session.current)).toMatchObject({
      device: "Chrome on macOS",
      ip: "2001:db8::7",
    });
  });

  test("one session is ended and refused on its next call", async () => {
    const { token } = await api.person("end@example.com");
    const other = await again("end@example.com");

    const reply = await api.call("revokeMySession", { token, params: { id: other.id } });
    const twice = await api.call("revokeMySession", { token, params: { id: other.id } });

    expect(reply.body).toEqual({ revoked: 1 });
    expect((await api.call("getMe", { token: other.token })).body.error.code).toBe(
      "session_revoked",
    );
    expect(twice.body.error.code).toBe("session_not_found");
  });

  test("another person's session does not exist", async () => {
    const { token } = await api.person("mine@example.com");
    const other = await api.person("theirs@example.com");

    const reply = await api.call("revokeMySession", {
      token,
      params: { id: String(other.session.id) },
    });

    expect(reply.status).toBe(404);
    expect((await api.call("getMe", { token: other.token })).status).toBe(200);
  });

  test("all others end at once, and this one goes on", async () => {
    const { token } = await api.person("others@example.com");
    await again("others@example.com");
    await again("others@example.com");

    expect((await api.call("revokeMyOtherSessions", { token })).body).toEqual({ revoked: 2 });
    expect((await api.call("listMySessions", { token })).body.data).toHaveLength(1);
  });

  test("signing out ends the session and its refresh token", async () => {
    const { token, session } = await api.person("out@example.com");

    expect((await api.call("signOut", { token })).status).toBe(204);

    expect((await api.call("getMe", { token })).body.error.code).toBe("session_revoked");
    const refreshed = await api.call("refresh", {
      body: { refresh_token: session.refresh_token },
    });
    expect(refreshed.body.error.code).toBe("session_revoked");
  });

  test("the last activity is kept to the minute", async () => {
    const { token } = await api.person("active@example.com");
    const lastActive = async () =>
      (await api.call("listMySessions", { token })).body.data[0].last_active_at as string;
    const first = await lastActive();

    api.advance(30);
    await api.call("getMe", { token });
    expect(await lastActive()).toBe(first);
    api.advance(31);
    await api.call("getMe", { token });
    await expect.poll(lastActive).not.toBe(first);
  });
});
