import { afterEach, beforeEach, expect, test } from "vitest";
import * as server from "../../src/index.js";
import { createPostgresDatabase } from "../support/database.js";

let store: Awaited<ReturnType<typeof createPostgresDatabase>>;

beforeEach(async () => {
  store = await createPostgresDatabase();
});

afterEach(() => store.drop());

const configure = (env: Record<string, string> = {}) =>
  server.readConfig({ PORT: "0", LOG_LEVEL: "silent", DATABASE_URL: store.url, ...env });

test("what the package offers", () => {
  expect(Object.keys(server).sort()).toMatchInlineSnapshot(`
    [
      "ConfigError",
      "createApp",
      "openDatabase",
      "readConfig",
      "startServer",
    ]
  `);
});

test("a program can start the server, ask it with and without a socket, and close it", async () => {
  const running = await server.startServer(configure());

  const direct = await running.fetch(new Request(`${running.url}/openapi.json`));
  const overSocket = await fetch(`${running.url}/openapi.json`);

  const { servers } = await direct.json();
  expect(servers).toEqual([{ url: running.url }]);
  expect(await overSocket.json()).toMatchObject({ servers });
  expect(running.demo).toBeUndefined();
  await running.close();
  await expect(fetch(running.url)).rejects.toThrow();
});

test("a port that is taken is an error, and leaves nothing open", async () => {
  const first = await server.startServer(configure());
  const { port } = new URL(first.url);

  await expect(server.startServer(configure({ PORT: port }))).rejects.toThrow(/EADDRINUSE/);

  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  await first.close();
});

test("two servers on one database accept each other's tokens", async () => {
  const env = { HELLOJOHN_DEMO: "1", HELLOJOHN_PUBLIC_URL: "https://api.example.com" };
  const [one, two] = await Promise.all([
    server.startServer(configure(env)),
    server.startServer(configure(env)),
  ]);
  const key = one.demo?.publishableKey ?? "";
  const [person] = one.demo?.users ?? [];
  const ask = (url: string, bearer: string, body?: object) =>
    fetch(url, {
      method: body ? "POST" : "GET",
      headers: { Authorization: `Bearer ${bearer}`, "Content-Type": "application/json" },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });

  const signedIn = await ask(`${one.url}/v1/auth/sign-in`, key, {
    email: person?.email,
    password: person?.password,
  });
  const { session } = await signedIn.json();
  const me = await ask(`${two.url}/v1/auth/me`, session.access_token);

  expect(await me.json()).toMatchObject({ email: person?.email });
  await Promise.all([one.close(), two.close()]);
});
