import type { IncomingMessage } from "node:http";
import { requireAuth as forExpress, type TokenClaims } from "@hellojohn/node/express";
import { type AuthVariables, requireAuth as forHono } from "@hellojohn/node/hono";
import { requireAuth as forNext, type RequireAuthOptions } from "@hellojohn/node/next";
import { errorWire } from "@hellojohn/contract/schemas";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect, listen, openServer, type TestServer } from "./support/server.js";

let server: TestServer;
beforeAll(async () => {
  server = await openServer("pglite");
});
afterAll(() => server.close());

type Ask = (authorization?: string) => Promise<Response>;
type Adapter = (options?: RequireAuthOptions, apiUrl?: string) => Promise<Ask>;

const headersOf = (authorization?: string): HeadersInit =>
  authorization === undefined ? {} : { Authorization: authorization };
const hj = (apiUrl = server.url) => connect(server, { apiUrl, tenantId: server.tenant.id });

const adapters: Record<string, Adapter> = {
  async express(options, apiUrl) {
    const middleware = forExpress(hj(apiUrl), options);
    const app = await listen((req, res) => {
      void middleware(req, res, () =>
        res.end(JSON.stringify((req as IncomingMessage & { auth: TokenClaims }).auth)),
      );
    });
    return async (authorization) => {
      const answer = await fetch(app.url, { headers: headersOf(authorization) });
      const text = await answer.text();
      await app.close();
      return new Response(text, answer);
    };
  },
  async hono(options, apiUrl) {
    const app = new Hono<{ Variables: AuthVariables }>();
    app.use(forHono(hj(apiUrl), options));
    app.get("/", (c) => c.json(c.get("auth")));
    return async (authorization) => app.request("/", { headers: headersOf(authorization) });
  },
  async next(options, apiUrl) {
    const GET = forNext(hj(apiUrl), options)((_, { auth }) => Response.json(auth));
    return (authorization) =>
      GET(new Request("http://app.test/", { headers: headersOf(authorization) }), {});
  },
};

describe.each(Object.entries(adapters))("%s", (_, make) => {
  test("who calls is known to the handler", async () => {
    const { id, token } = await server.person(`${crypto.randomUUID()}@example.com`);
    const ask = await make();

    const answer = await ask(`Bearer ${token}`);

    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ sub: id, role: "member" });
  });

  test.each([
    ["no header", undefined, "missing_token", "Bearer"],
    ["another scheme", "Basic YTpi", "invalid_token", 'Bearer error="invalid_token"'],
    ["no token", "Bearer ", "invalid_token", 'Bearer error="invalid_token"'],
    ["a made-up token", "Bearer a.b.c", "invalid_token", 'Bearer error="invalid_token"'],
  ])("%s is refused in the API's own form", async (__, authorization, code, challenge) => {
    const answer = await (await make())(authorization);

    const body: unknown = await answer.json();
    expect(errorWire.parse(body).error).toMatchObject({ code, status: 401 });
    expect(answer.status).toBe(401);
    expect(answer.headers.get("WWW-Authenticate")).toBe(challenge);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
  });

  test("a role that is not asked for is refused", async () => {
    const email = () => `${crypto.randomUUID()}@example.com`;
    const member = await server.person(email());
    const admin = await server.person(email(), { role: "admin" });

    const refused = await (await make({ role: "admin" }))(`Bearer ${member.token}`);
    const let1 = await (await make({ role: "admin" }))(`Bearer ${admin.token}`);
    const let2 = await (await make({ role: ["member", "admin"] }))(`Bearer ${member.token}`);

    expect(await refused.json()).toMatchObject({ error: { code: "insufficient_permissions" } });
    expect([refused.status, let1.status, let2.status]).toEqual([403, 200, 200]);
  });

  test("a revoked session is refused at once where that is asked for", async () => {
    const { id, token } = await server.person(`${crypto.randomUUID()}@example.com`);
    await hj().sessions.revokeAll(id);

    const quick = await (await make())(`Bearer ${token}`);
    const live = await (await make({ live: true }))(`Bearer ${token}`);

    expect(quick.status).toBe(200);
    expect(await live.json()).toMatchObject({ error: { code: "session_revoked" } });
  });

  test("when HelloJohn cannot be reached nobody is called a stranger", async () => {
    const { token } = await server.person(`${crypto.randomUUID()}@example.com`);
    const closed = await listen(() => {});
    await closed.close();

    const answer = await (await make({ issuer: server.url }, closed.url))(`Bearer ${token}`);

    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ error: { code: "service_unavailable" } });
  });
});
