import { request as rawRequest } from "node:http";
import { createGateway, type ExpressRequest, toExpress, toNext } from "@hellojohn/node/gateway";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listen, openServer, type TestServer } from "../support/server.js";
import { requestFor } from "../support/gateway.js";

let server: TestServer;
beforeAll(async () => {
  server = await openServer("pglite");
});
afterAll(() => server.close());

const headers = { "X-HelloJohn-Gateway": "1", "Content-Type": "application/json" };

/** An app of its own on loopback; `prepare` stands for the middleware before the gateway. */
async function openApp(prepare: (req: ExpressRequest) => Promise<void> | void = () => {}) {
  const gateway = createGateway({
    ...{ apiUrl: server.url, secretKey: server.tenant.sk, timeoutMs: 60_000 },
    authorize: (_, req: ExpressRequest & { user?: string }) => req.user !== "visitor",
  });
  const handler = toExpress(gateway);
  const app = await listen(async (req, res) => {
    await prepare(req);
    await handler(req, res);
  });
  const call = (path: string, init: RequestInit = {}) =>
    fetch(`${app.url}/api/hellojohn${path}`, { ...init, headers: { ...headers, ...init.headers } });
  return { ...app, call };
}

test("an Express app reads and writes through it", async () => {
  const app = await openApp();
  const body = JSON.stringify({ email: "express@example.com" });

  const made = await app.call("/v1/users", { method: "POST", body });
  const listed = await app.call("/v1/users?email=express%40example.com");
  const { id } = await made.json();
  const removed = await app.call(`/v1/users/${id}`, { method: "DELETE" });
  const csv = await app.call("/v1/admin/users/export?fields=email");
  const query = JSON.stringify({ query: "nobody", fields: "email" });
  const none = await app.call("/v1/admin/users/export", { method: "POST", body: query });

  expect([made.status, removed.status]).toEqual([201, 204]);
  expect((await listed.json()).data[0].id).toBe(id);
  expect(await removed.text()).toBe("");
  expect(await csv.text()).toMatch(/^email\r\n/);
  expect(await none.text()).toBe("email\r\n");
  await app.close();
});

test("what a body parser has read is sent on", async () => {
  const app = await openApp(async (req) => {
    const chunks: Uint8Array[] = [];
    await new Promise<unknown>((resolve) => {
      req.on("data", (chunk: Uint8Array) => void chunks.push(chunk));
      req.on("end", resolve);
    });
    req.body = JSON.parse(Buffer.concat(chunks).toString());
  });

  const body = JSON.stringify({ email: "parsed@example.com" });
  const made = await app.call("/v1/users", { method: "POST", body });

  expect(await made.json()).toMatchObject({ email: "parsed@example.com" });
  await app.close();
});

test("who asks is known by what the app keeps in its request", async () => {
  const app = await openApp((req) => void Object.assign(req, { user: "visitor" }));

  expect((await app.call("/v1/users")).status).toBe(403);
  await app.close();
});

test("a body without an end is refused by its first bytes", async () => {
  const app = await openApp();
  const { hostname, port } = new URL(app.url);
  const status = await new Promise((resolve, reject) => {
    const req = rawRequest(
      { hostname, port, path: "/api/hellojohn/v1/users", method: "POST", headers },
      (res) => {
        resolve(res.statusCode);
        req.destroy();
      },
    );
    req.on("error", reject);
    req.write("x".repeat(70_000));
  });

  expect(status).toBe(413);
  await app.close();
});

test("a reader who leaves ends the export upstream", async () => {
  let left = () => {};
  const gone = new Promise<void>((resolve) => {
    left = resolve;
  });
  const endless = await listen((_, res) => {
    res.writeHead(200, { "Content-Type": "text/csv" });
    const more = setInterval(() => res.write("x".repeat(1000)), 5);
    res.on("close", () => {
      clearInterval(more);
      left();
    });
  });
  const gateway = createGateway({
    ...{ apiUrl: endless.url, secretKey: server.tenant.sk },
    authorize: () => true,
  });
  const app = await listen((req, res) => void toExpress(gateway)(req, res));
  const leaving = new AbortController();
  const { signal } = leaving;

  await fetch(`${app.url}/api/hellojohn/v1/admin/users/export`, { headers, signal });
  leaving.abort();

  await expect(gone).resolves.toBeUndefined();
  await app.close();
  await endless.close();
});

test("Next's route handlers answer each method, and pass their context on", async () => {
  const contexts: unknown[] = [];
  const { GET, POST, PATCH, DELETE } = toNext(
    createGateway({
      ...{ apiUrl: server.url, secretKey: server.tenant.sk, timeoutMs: 60_000 },
      authorize: (_, context) => contexts.push(context) > 0,
    }),
  );
  const context = { params: Promise.resolve({ path: ["v1", "users"] }) };
  const id = await server.addUser("next@example.com");
  const params = { id };

  const answers = [
    await GET(requestFor("listUsers"), context),
    await POST(requestFor("disableUser", { params, body: {} }), context),
    await PATCH(requestFor("updateUser", { params, body: { name: "Ada" } }), context),
    await DELETE(requestFor("deleteUser", { params }), context),
  ];

  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 204]);
  expect(contexts).toEqual([context, context, context, context]);
});
