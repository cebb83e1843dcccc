import { request as rawRequest } from "node:http";
import { adminEndpoints } from "@hellojohn/contract";
import { type EndpointSchemas, schemas } from "@hellojohn/contract/schemas";
import { createGateway, gatewayOperations, toExpress } from "@hellojohn/node/gateway";
import { expect, test } from "vitest";
import { ask, base, requestFor } from "../support/gateway.js";
import { listen } from "../support/server.js";

const calls: string[] = [];
const options = {
  secretKey: "sk_test_0123456789_abcdefghijklmnop",
  apiUrl: "https://api.test",
  authorize: () => true as const,
  fetch: async (url: URL | RequestInfo) => {
    calls.push(String(url));
    return Response.json({});
  },
};
const gateway = createGateway(options);
const headers = { "X-HelloJohn-Gateway": "1" };

const strange = [
  "",
  "/",
  "/v1",
  "/v1/",
  "/v1/users/",
  "/v1/users//",
  "/v1//users",
  "//v1/users",
  "/v1/users//sessions",
  "/v1/users/usr_1/",
  "/v1/users/usr_1.",
  "/v1/users/usr_1..",
  "/v1/users/.usr",
  "/v1/users/%2e%2e%2f",
  "/v1/users/..%2f..%2fv2",
  "/v1/users/%2f",
  "/v1/users/a%2fb",
  "/v1/users/a%5cb",
  "/v1/users/%75sr_1",
  "/v1/users/usr_1%00",
  "/v1/users/usr_1%0a",
  "/v1/users/%25",
  "/v1/users/usr;1",
  "/v1/users/usr 1",
  "/v1/users/usr+1",
  "/v1/users/é",
  "/v1/users/ｕsr",
  "/v1/users/:id",
  "/v1/users/*",
  `/v1/users/${"x".repeat(129)}`,
  "/v1/users/usr_1/disable",
  "/V1/users",
  "/v1/Users",
  "/v1/users.json",
  "/v1/auth/me",
  "/v1/sessions?user_id=usr_1",
  "/v1/users/../organizations/org_1/members",
  "/v2/admin/tenants/tnt_1/auth/config",
  "/v2/admin/tenants/tnt_1/users",
  "/.well-known/jwks.json",
  "/openapi.json",
  "/v1/users/\\..\\..",
  "/v1/users/usr_1@evil.test",
];

test.each(strange)("GET %j is not found, and nothing is asked upstream", async (path) => {
  const answer = await gateway(new Request(base + path, { headers }));

  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ error: { code: "not_found" } });
  expect(calls).toEqual([]);
});

test.each([
  ["POST", "/v1/audit-logs"],
  ["POST", "/v1/organizations"],
  ["POST", "/v1/organizations/org_1/members"],
  ["PATCH", "/v2/admin/tenants/tnt_1/auth/config"],
  ["PUT", "/v1/users/usr_1"],
  ["DELETE", "/v1/users"],
  ["HEAD", "/v1/users"],
  ["OPTIONS", "/v1/users"],
])("%s %s is not of the gateway", async (method, path) => {
  const answer = await gateway(new Request(base + path, { method, headers }));

  expect(answer.status).toBe(404);
  expect(calls).toEqual([]);
});

test.each([
  "http://app.test/v1/users",
  "http://app.test/api/hellojohnx/v1/users",
  "http://app.test/api/hellojohn%2fv1/users",
  "http://app.test/API/hellojohn/v1/users",
  "http://app.test/x?/api/hellojohn/v1/users",
  "http://app.test/x#/api/hellojohn/v1/users",
])("%s is not where it is mounted", async (url) => {
  expect((await gateway(new Request(url, { headers }))).status).toBe(404);
});

test("what a client would clean up is not found as it was sent", async () => {
  const app = await listen((req, res) => void toExpress(gateway)(req, res));
  const statusOf = (path: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const { hostname, port } = new URL(app.url);
      rawRequest({ hostname, port, path: `/api/hellojohn${path}`, headers }, (res) => {
        res.resume();
        resolve(res.statusCode);
      })
        .on("error", reject)
        .end();
    });

  const sent = [
    "/v1/users/../users",
    "/v1/users/./usr_1",
    "/v1/users/%2e%2e/users",
    "/v1/users/.%2E/users",
    "/../api/hellojohn/v1/users",
    "/v1\\users",
    "/v1/users/",
  ];
  for (const path of sent) expect([path, await statusOf(path)]).toEqual([path, 404]);
  expect(calls).toEqual([]);
  expect(await statusOf("/v1/users?limit=5")).toBe(200);
  expect(calls.splice(0)).toEqual(["https://api.test/v1/users?limit=5"]);
  await app.close();
});

test("where it is mounted is the app's choice", async () => {
  for (const basePath of ["/", "", "/admin/", "admin", "/a/b"]) {
    const own = createGateway({ ...options, basePath });
    const at = `http://app.test/${basePath}`.replace(/(?<!:)\/+/g, "/").replace(/\/$/, "");

    expect((await own(requestFor("listUsers", {}, at))).status, basePath).toBe(200);
  }
  expect(calls.splice(0)).toHaveLength(5);
});

const reading = gatewayOperations.filter((name) => name !== "impersonate");

test.each(reading)("%s takes the conditions the API has for it", async (name) => {
  const { query }: EndpointSchemas = schemas[name];
  const known = Object.keys((query as { shape?: object } | undefined)?.shape ?? {});
  const params = { id: "usr_1", factorId: "fac_1" };

  const answer = await ask(gateway, name, {
    params,
    query: Object.fromEntries(known.map((it) => [it, "id"])),
  });

  expect(answer.status).toBe(200);
  const [url = ""] = calls.splice(0);
  expect([...new URL(url).searchParams.keys()]).toEqual(known);
});

test("an unknown or repeated condition is refused, for without it more would be answered", async () => {
  for (const search of ["?foo=1", "?limit=1&limit=100", "?Q=a", "?__proto__=1", "?q[]=a"]) {
    const answer = await gateway(new Request(`${base}/v1/users${search}`, { headers }));
    expect([search, answer.status]).toEqual([search, 422]);
  }
  const get = await ask(gateway, "listUserFactors", { params: { id: "usr_1" }, query: { q: "a" } });
  expect(get.status).toBe(422);
  expect(calls).toEqual([]);
});

test("conditions are written anew, and none breaks out of its place", async () => {
  await ask(gateway, "listUsers", { query: { q: "a&limit=9#x/../", sort: "email" } });

  const [url = ""] = calls.splice(0);
  expect(new URL(url).pathname).toBe(adminEndpoints.listUsers.path);
  expect([...new URL(url).searchParams]).toEqual([
    ["q", "a&limit=9#x/../"],
    ["sort", "email"],
  ]);
});
