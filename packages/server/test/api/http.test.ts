import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApi, type TestApi } from "./test-api.js";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi("pglite", { HELLOJOHN_ALLOWED_ORIGINS: "https://app.example.com" });
});
afterAll(() => api.close());

test("every answer has its headers, refused or not", async () => {
  const { token } = await api.person("headers@example.com");
  const answers = [
    await api.request("GET", "/v1/auth/me", { token }),
    await api.request("GET", "/v1/auth/me"),
    await api.request("GET", "/nowhere"),
    await api.request("POST", "/v1/auth/me", { token }),
  ];

  expect(answers.map((answer) => answer.status)).toEqual([200, 401, 404, 404]);
  for (const { headers } of answers) {
    for (const name of ["x-hellojohn-version", "x-ratelimit-limit", "x-ratelimit-reset", "date"])
      expect(headers.get(name), name).toBeTruthy();
    expect(headers.get("x-request-id")).toMatch(/^req_[0-9a-f]{32}$/);
    expect(headers.get("cache-control")).toBe("no-store");
  }
  expect(answers[1]?.body.error.request_id).toBe(answers[1]?.headers.get("x-request-id"));
});

test("configured origins may call from a browser, others may not", async () => {
  const preflight = (origin: string) =>
    api.app.request("/v1/auth/me", {
      method: "OPTIONS",
      headers: {
        Origin: origin,
        "Access-Control-Request-Method": "PATCH",
        "Access-Control-Request-Headers": "authorization,if-match",
      },
    });

  const known = await preflight("https://app.example.com");
  const unknown = await preflight("https://evil.example.com");
  const refused = await api.request("GET", "/v1/auth/me", {
    headers: { Origin: "https://app.example.com" },
  });

  expect(known.headers.get("access-control-allow-origin")).toBe("https://app.example.com");
  expect(known.headers.get("access-control-allow-headers")).toContain("If-Match");
  expect(known.headers.get("access-control-allow-methods")).toContain("PATCH");
  expect(unknown.headers.get("access-control-allow-origin")).toBeNull();
  expect(refused.headers.get("access-control-allow-origin")).toBe("https://app.example.com");
  expect(refused.headers.get("access-control-expose-headers")).toContain("Retry-After");
});

test("the server tells whether it lives, is ready, and what its API is", async () => {
  const [health, ready, document] = await Promise.all(
    ["/healthz", "/readyz", "/openapi.json"].map((path) => api.request("GET", path)),
  );

  expect(health?.body).toEqual({ status: "ok" });
  expect(ready?.body).toEqual({ status: "ready" });
  expect(document?.body.openapi).toBe("3.1.0");
  expect(document?.body.paths["/v1/auth/me"]).toHaveProperty("patch");
});

test("a failure inside leaves as a refusal that tells nothing of it", async () => {
  const broken = await openTestApi("pglite");
  const { token } = await broken.person("broken@example.com");
  await broken.database.sql`alter table users drop column avatar_url`;

  const reply = await broken.call("updateMe", { token, body: { name: "X" } });

  expect(reply.body.error).toMatchObject({ code: "internal_error", status: 500 });
  expect(JSON.stringify(reply.body)).not.toMatch(/avatar_url|select|column/);
  await broken.close();
});

test("a lost connection is a refusal that says to come back, and then a new connection", async () => {
  const away = await openTestApi("postgres");
  const { token } = await away.person("away@example.com");
  const cut = () => away.database.sql`select pg_terminate_backend(pg_backend_pid())`;

  await expect(cut()).rejects.toMatchObject({ code: "service_unavailable", retryAfter: 1 });

  await expect.poll(async () => (await away.call("getMe", { token })).status).toBe(200);
  await away.close();
});
