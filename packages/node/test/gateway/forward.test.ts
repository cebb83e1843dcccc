import { createGateway, type Gateway } from "@hellojohn/node/gateway";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startFaultyProxy } from "../support/faulty-proxy.js";
import { ask, requestFor } from "../support/gateway.js";
import { listen, openServer, type TestServer } from "../support/server.js";

let server: TestServer;
let proxy: Awaited<ReturnType<typeof startFaultyProxy>>;
let gateway: Gateway;
let secretKey: string;
beforeAll(async () => {
  server = await openServer("pglite");
  proxy = await startFaultyProxy(server.url);
  secretKey = server.tenant.sk;
  gateway = open();
});
beforeEach(() => proxy.forget());
afterAll(async () => {
  await proxy.close();
  await server.close();
});

const open = (options: object = {}) =>
  createGateway({
    ...{ apiUrl: proxy.url, secretKey, tenantId: server.tenant.id, timeoutMs: 60_000 },
    authorize: () => true,
    ...options,
  });

const json = { "Content-Type": "application/json" };
const told = (code: string, more: object = {}) => JSON.stringify({ error: { code, ...more } });

test("upstream goes what a call needs, and nothing of the visitor", async () => {
  const { id } = await server.person("headers@example.com");
  await ask(gateway, "updateUser", {
    params: { id },
    body: { name: "Ada" },
    headers: {
      ...{ "If-Match": '"7"', "Idempotency-Key": "once", "X-Tenant-ID": "tnt_other" },
      ...{ Authorization: "Bearer visitor", Cookie: "session=visitor", Referer: "http://x/?t=1" },
      ...{ "X-Forwarded-For": "192.0.2.9", "User-Agent": "visitor", "X-Custom": "visitor" },
    },
  });

  const [{ headers } = { headers: {} }] = proxy.heard;
  expect(headers).toMatchObject({
    authorization: `Bearer ${secretKey}`,
    "content-type": "application/json",
    "if-match": '"7"',
    "idempotency-key": "once",
    "x-tenant-id": server.tenant.id,
  });
  expect(JSON.stringify(headers)).not.toMatch(/visitor|192\.0\.2\.9|tnt_other/);
});

test("downstream comes what a table needs, and no cookie", async () => {
  const { id } = await server.person("answers@example.com");
  const direct = await ask(gateway, "getUser", { params: { id } });
  proxy.fail({
    status: 200,
    headers: { ...json, "Set-Cookie": "a=b", "X-Internal": "x", "X-RateLimit-Limit": "9" },
    body: "{}",
  });
  const other = await ask(gateway, "getUser", { params: { id } });

  expect(direct.headers.get("ETag")).toMatch(/^"\d+"$/);
  expect(direct.headers.get("X-Request-Id")).toMatch(/^req_/);
  expect(direct.headers.get("X-RateLimit-Remaining")).toMatch(/^\d+$/);
  expect(Object.fromEntries(other.headers)).toEqual({
    "cache-control": "no-store",
    "content-type": "application/json",
    "x-content-type-options": "nosniff",
    "x-ratelimit-limit": "9",
  });
});

test("refusals come through with their fields and their wait", async () => {
  const invalid = await ask(gateway, "createUser", { body: { email: "no address" } });
  proxy.fail({
    status: 429,
    headers: { ...json, "Retry-After": "7" },
    body: told("rate_limit_exceeded"),
  });
  const busy = await ask(gateway, "listUsers");

  expect(invalid).toMatchObject({ status: 422, body: { error: { code: "invalid_email" } } });
  expect(busy.status).toBe(429);
  expect(busy.headers.get("Retry-After")).toBe("7");
  expect(proxy.heard).toHaveLength(2);
});

const failures = () =>
  [
    ["a redirect", { status: 302, headers: { Location: "http://127.0.0.1:1/" } }],
    ["a refused key", { status: 401, headers: json, body: told("invalid_api_key") }],
    ["a page", { status: 200, headers: { "Content-Type": "text/html" }, body: "<p>Hello" }],
    ["an error page", { status: 502, headers: {}, body: "<p>Bad gateway" }],
    ["an error of another form", { status: 400, headers: json, body: '{"message":"no"}' }],
    [
      "a table where none was asked for",
      { status: 200, headers: { "Content-Type": "text/csv" }, body: "a,b" },
    ],
    ["a broken connection", "reset before"],
    ["a broken answer", "reset in"],
  ] as const;

test.each(failures())("%s becomes an error in the API's form", async (_, fault) => {
  proxy.fail(fault);

  const { status, body, text, headers } = await ask(gateway, "listUsers");

  expect([status, body.error.code]).toEqual([503, "service_unavailable"]);
  expect(body.error).toMatchObject({ status: 503, request_id: expect.stringMatching(/^req_/) });
  expect(text + JSON.stringify([...headers])).not.toContain(secretKey);
});

test("no answer in time is an error in the API's form", async () => {
  proxy.fail("hang");

  const { status, body } = await ask(open({ timeoutMs: 50 }), "listUsers");

  expect([status, body.error.code]).toEqual([503, "service_unavailable"]);
});

test("the key is in no answer, even where HelloJohn or fetch repeat it", async () => {
  proxy.fail({
    status: 403,
    headers: json,
    body: told("insufficient_permissions", { message: secretKey }),
  });
  const repeated = await ask(gateway, "listUsers");
  const failing = open({
    fetch: async () => {
      throw new Error(`refused ${secretKey}`);
    },
  });
  const thrown = await ask(failing, "listUsers");

  expect(repeated.body.error.message).toBe("sk_…");
  expect(thrown.status).toBe(503);
  expect(thrown.text).not.toContain(secretKey);
});

test.each([
  ["text", "hello", { "Content-Type": "text/plain" }, 415, "unsupported_media_type"],
  [
    "a form",
    "name=Ada",
    { "Content-Type": "application/x-www-form-urlencoded" },
    415,
    "unsupported_media_type",
  ],
  ["what does not parse", "{", json, 400, "malformed_json"],
  ["a list", "[]", json, 400, "malformed_json"],
  ["null", "null", json, 400, "malformed_json"],
  ["too much", JSON.stringify({ name: "x".repeat(65_536) }), json, 413, "payload_too_large"],
])("a body that is %s is refused here", async (_, body, headers, status, code) => {
  const answer = await ask(gateway, "updateUser", { params: { id: "usr_1" }, body, headers });

  expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  expect(proxy.heard).toEqual([]);
});

test("a body goes on letter by letter, so that HelloJohn judges what was looked at", async () => {
  const body = '{ "name" : "Eve",\n "name":"Ada" }';

  const { status, body: said } = await ask(gateway, "updateUser", {
    params: { id: "usr_1" },
    body,
  });

  expect(proxy.heard.map((heard) => heard.body)).toEqual([body]);
  expect([status, said.error.code]).toEqual([400, "malformed_json"]);
});

const exports = ["exportUsers", "exportFoundUsers"] as const;

test.each(exports)("%s passes while it is made, and ends when the reader leaves", async (name) => {
  let write = (_: string): unknown => undefined;
  let leave = () => {};
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const slow = await listen((_, res) => {
    res.writeHead(200, { "Content-Type": "text/csv; charset=utf-8" });
    write = (text) => res.write(text);
    res.on("close", leave);
    write("id,email\r\n");
  });

  const answer = await open({ apiUrl: slow.url })(requestFor(name));
  const reader = answer.body?.getReader();
  const decoder = new TextDecoder();
  const next = async () => decoder.decode((await reader?.read())?.value);
  const first = await next();
  write("usr_1,a@example.com\r\n");
  const second = await next();
  await reader?.cancel();

  expect([first, second]).toEqual(["id,email\r\n", "usr_1,a@example.com\r\n"]);
  await left;
  await slow.close();
});

test.each(exports)("%s breaks off here where it breaks off upstream", async (name) => {
  const slow = await listen((_, res) => {
    res.writeHead(200, { "Content-Type": "text/csv" });
    res.write("id\r\n", () => res.destroy());
  });

  const answer = await open({ apiUrl: slow.url })(requestFor(name));

  await expect(answer.text()).rejects.toMatchObject({ code: "network_error" });
  await slow.close();
});
