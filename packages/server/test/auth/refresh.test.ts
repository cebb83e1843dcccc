import { createLocalJWKSet, decodeJwt, jwtVerify } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApi, type TestApi } from "../api/test-api.js";
import { forEachDatabase } from "../support/database.js";

forEachDatabase((kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi(kind);
  });
  afterAll(() => api.close());

  const refresh = (refresh_token: string) => api.call("refresh", { body: { refresh_token } });

  test("a refresh token works once and its successor goes on", async () => {
    const { session } = await api.person("rotate@example.com");

    const next = await refresh(session.refresh_token as string);
    const third = await refresh(next.body.refresh_token as string);

    expect(next.status).toBe(200);
    expect(third.status).toBe(200);
    expect(next.body.id).toBe(session.id);
    expect((await api.call("getMe", { token: third.body.access_token as string })).status).toBe(
      200,
    );
  });

  test("five tabs that refresh at once get the same pair", async () => {
    const { session } = await api.person("tabs@example.com");

    const replies = await Promise.all(
      Array.from({ length: 5 }, () => refresh(session.refresh_token as string)),
    );

    expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(replies.map((reply) => JSON.stringify(reply.body))).size).toBe(1);
  });

  test("a used token that comes back later ends the session", async () => {
    const { id, token, session } = await api.person("stolen@example.com");
    const next = await refresh(session.refresh_token as string);
    api.advance(11);

    const reused = await refresh(session.refresh_token as string);

    expect(reused.body.error.code).toBe("refresh_token_invalid");
    expect((await api.call("getMe", { token })).body.error.code).toBe("session_revoked");
    expect((await refresh(next.body.refresh_token as string)).body.error.code).toBe(
      "session_revoked",
    );
    expect(await api.auditTypes(id)).toContain("session.refresh_token_reused");
  });

  test("a used token whose successor was used ends the session at once", async () => {
    const { session } = await api.person("robbed@example.com");
    const next = await refresh(session.refresh_token as string);
    await refresh(next.body.refresh_token as string);

    const reused = await refresh(session.refresh_token as string);

    expect(reused.body.error.code).toBe("refresh_token_invalid");
  });

  test("expired, made-up and disabled are told apart", async () => {
    const { session } = await api.person("expired@example.com");
    const other = await api.person("off@example.com");
    await api.database.sql`update users set disabled = true where id = ${other.id}`;

    const off = await refresh(other.session.refresh_token as string);
    api.advance(2_592_001);
    const old = await refresh(session.refresh_token as string);
    const madeUp = await refresh(`${String(session.refresh_token).slice(0, -3)}abc`);

    expect(off.body.error.code).toBe("account_disabled");
    expect(old.body.error.code).toBe("refresh_token_expired");
    expect(madeUp.body.error.code).toBe("refresh_token_invalid");
    expect((await refresh("nonsense")).body.error.code).toBe("refresh_token_invalid");
  });

  test("an access token says what the contract says, and anyone can check it", async () => {
    const { id, token } = await api.person("claims@example.com");
    const keys = await api.request("GET", "/.well-known/jwks.json");

    const { payload } = await jwtVerify(token, createLocalJWKSet(keys.body as never), {
      currentDate: api.now(),
    });

    expect(payload).toMatchObject({
      sub: id,
      tenant_id: api.tenant.id,
      role: "member",
      email: "claims@example.com",
      email_verified: true,
      public_metadata: {},
      session_id: expect.stringMatching(/^ses_/) as string,
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(900);
    expect(JSON.stringify(keys.body)).not.toContain('"d":');
  });

  test("the database holds no token and no key as it is", async () => {
    const { session } = await api.person("digest@example.com");
    const rows = await api.database.sql`
      select r::text from refresh_tokens r union all select s::text from sessions s
      union all select k::text from api_keys k union all select t::text from one_time_tokens t`;

    const text = JSON.stringify(rows);
    expect(text).not.toContain(String(session.refresh_token).split(".")[3]);
    expect(text).not.toContain(api.tenant.sk);
    expect(decodeJwt(session.access_token as string)).not.toHaveProperty("private_metadata");
  });
});
