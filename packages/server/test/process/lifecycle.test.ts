import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createPostgresDatabase, prepareFolder } from "../support/database.js";
import { buildServer, call, signIn, spawnServer, startDemo } from "../support/server-process.js";

// Each test starts processes, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 180_000 });

beforeAll(buildServer, 120_000);

let folder: string;
let env: Record<string, string>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "hellojohn-process-"));
  env = { HELLOJOHN_DATA_DIR: join(folder, "data"), LOG_LEVEL: "trace" };
  await prepareFolder(join(folder, "data"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a demo says where it listens and who can sign in, and nothing else on stdout", async () => {
  const server = await startDemo(env);
  const { url, demo } = server;

  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(demo).toEqual({
    event: "demo",
    tenant_id: "tnt_demo",
    publishable_key: expect.stringMatching(/^pk_test_demo_/),
    secret_key: expect.stringMatching(/^sk_test_demo_/),
    users: [
      { email: "ada@example.com", password: "correct-horse-battery", role: "member" },
      { email: "grace@example.com", password: "correct-horse-battery", role: "admin" },
      { email: "katherine@example.com", password: "correct-horse-battery", role: "member" },
    ],
  });
  for (const path of ["/healthz", "/readyz", "/openapi.json", "/dev/mailbox"])
    expect((await fetch(url + path)).status, path).toBe(200);
  expect(await server.signal("SIGTERM")).toEqual({ code: 0, signal: null });
  expect(server.out).toHaveLength(2);
});

test("no key, token or password reaches the log, at its most talkative", async () => {
  const server = await startDemo(env);
  const { demo } = server;
  const token = await signIn(server);
  const change = { current_password: "not-the-right-one", new_password: "a-new-secret-phrase" };
  await call(server, "POST", "/v1/auth/password/change", token, change);
  await call(server, "POST", `/v1/auth/sign-in?k=${demo.secret_key}`, demo.secret_key, change);
  await call(server, "POST", "/v1/auth/password/forgot", demo.publishable_key, {
    email: demo.users[0].email,
  });
  await server.signal("SIGTERM");

  const log = server.talk();

  expect(log).toContain('"path":"/v1/auth/password/change"');
  for (const secret of [
    ...[token, demo.secret_key, demo.publishable_key, demo.users[0].password],
    ...Object.values(change),
  ])
    expect(log).not.toContain(secret);
  for (const line of log.trim().split("\n")) expect(() => JSON.parse(line)).not.toThrow();
});

test("outside demo mode there is no mailbox and no demo line", async () => {
  const server = spawnServer(env);
  await server.said(1);
  const { url } = JSON.parse(server.out[0] ?? "");

  expect((await fetch(`${url}/dev/mailbox`)).status).toBe(404);
  await server.signal("SIGTERM");
  expect(server.out).toHaveLength(1);
});

test("SIGTERM lets a running request finish, takes no other, and exits 0", async () => {
  const server = await startDemo(env);
  const [{ email, password }] = server.demo.users;
  const body = JSON.stringify({ email, password });
  const running = request(`${server.url}/v1/auth/sign-in`, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${server.demo.publishable_key}`,
      "Content-Type": "application/json",
      "Content-Length": body.length,
      // The server answers this once it has taken the request on.
      Expect: "100-continue",
    },
  });
  running.flushHeaders();
  await once(running, "continue");

  const exited = server.signal("SIGTERM");
  await vi.waitFor(() => expect(fetch(`${server.url}/healthz`)).rejects.toThrow(), 10_000);
  running.end(body);

  const [answer] = await once(running, "response");
  expect(answer.statusCode).toBe(200);
  expect((await json(answer)) as object).toHaveProperty("session.access_token");
  expect(await exited).toEqual({ code: 0, signal: null });
});

test("a second server on the same folder is refused, and the first goes on", async () => {
  const first = await startDemo(env);

  const second = spawnServer(env);

  expect((await second.exited).code).toBe(1);
  expect(second.talk()).toMatch(/is in use by process \d+.*HELLOJOHN_DATA_DIR/);
  expect(await signIn(first)).toMatch(/^eyJ/);
  await first.signal("SIGTERM");
});

test("production refuses a database with the demo's keys", async () => {
  await (await startDemo(env)).signal("SIGTERM");

  const production = spawnServer({
    ...env,
    NODE_ENV: "production",
    SMTP_URL: "smtp://127.0.0.1:1",
    HELLOJOHN_ALLOWED_ORIGINS: "https://app.example.com",
  });

  expect((await production.exited).code).toBe(1);
  expect(production.talk()).toContain("holds the demo keys, which everyone knows");
});

test("a wrong setting ends the program with 2 and names the variable", async () => {
  const server = spawnServer({ ...env, PORT: "http" });

  expect((await server.exited).code).toBe(2);
  expect(server.talk()).toContain("PORT: Write a port");
});

test("the same demo runs on PostgreSQL, and tokens outlive a restart", async () => {
  const { url, drop } = await createPostgresDatabase("empty");
  const first = await startDemo({ DATABASE_URL: url, HELLOJOHN_PUBLIC_URL: "http://api.test" });
  const token = await signIn(first);
  await first.signal("SIGTERM");

  const second = await startDemo({ DATABASE_URL: url, HELLOJOHN_PUBLIC_URL: "http://api.test" });

  const answer = await call(second, "GET", "/v1/auth/me", token);
  expect([answer.status, (await answer.json()).email]).toEqual([200, "ada@example.com"]);
  await second.signal("SIGTERM");
  await drop();
});
