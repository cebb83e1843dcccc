import { createGateway } from "@hellojohn/node/gateway";
import { expect, test } from "vitest";
import { requestFor } from "../support/gateway.js";

const asked: string[] = [];
const gateway = createGateway({
  secretKey: "sk_test_0123456789_abcdefghijklmnop",
  authorize: ({ method }) => asked.push(method) > 0,
  allowedOrigins: ["https://admin.example.com"],
  fetch: async () => Response.json({ data: [] }),
});

/** As a browser sends it, whatever a page may not set itself. */
function send(headers: Record<string, string | undefined>, url = "http://app.test") {
  const request = requestFor("listUsers", {}, `${url}/api/hellojohn`);
  for (const [name, value] of Object.entries({ "Sec-Fetch-Site": undefined, ...headers }))
    if (value === undefined) request.headers.delete(name);
    else request.headers.set(name, value);
  return gateway(request);
}

const own: [string, Record<string, string>, string?][] = [
  ["a server, which says nothing of a page", {}],
  ["a page of the same origin", { "Sec-Fetch-Site": "same-origin" }],
  ["the same in a browser that tells the origin", { Origin: "http://app.test" }],
  ["both", { Origin: "http://app.test", "Sec-Fetch-Site": "same-origin" }],
  ["https before a proxy that ends TLS", { Origin: "https://app.test" }],
  [
    "a host that only the header knows",
    { Origin: "https://app.test", Host: "app.test" },
    "http://localhost:3000",
  ],
  ["an allowed origin", { Origin: "https://admin.example.com", "Sec-Fetch-Site": "cross-site" }],
];
test.each(own)("%s may call", async (_, headers, url) => {
  expect((await send(headers, url)).status).toBe(200);
});

const foreign: [string, Record<string, string | undefined>, string?][] = [
  ["a form, which cannot set the header", { "X-HelloJohn-Gateway": undefined }],
  ["another value of it", { "X-HelloJohn-Gateway": "true" }],
  ["another site", { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" }],
  ["another site, which says nothing more", { Origin: "https://evil.example" }],
  ["a sibling", { "Sec-Fetch-Site": "same-site" }],
  ["a sibling that tells its origin", { Origin: "http://x.app.test" }],
  ["another port", { Origin: "http://app.test:8080" }],
  ["plain http towards https", { Origin: "http://app.test" }, "https://app.test"],
  ["an opaque origin", { Origin: "null" }],
  ["an origin that is no address", { Origin: "app.test" }],
  ["an address typed by hand", { "Sec-Fetch-Site": "none" }],
  ["two answers that contradict", { Origin: "http://app.test", "Sec-Fetch-Site": "cross-site" }],
  ["an origin that begins like ours", { Origin: "http://app.test.evil.example" }],
  [
    "an origin that begins like an allowed one",
    { Origin: "https://admin.example.com.evil.example" },
  ],
];
test.each(foreign)("%s may not", async (_, headers, url) => {
  asked.length = 0;

  const answer = await send(headers, url);

  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject({ error: { code: "insufficient_permissions" } });
  expect(asked).toEqual([]);
});

test("no answer lets another origin read it", async () => {
  for (const headers of [
    {},
    { Origin: "https://admin.example.com" },
    { Origin: "https://evil.example" },
  ]) {
    const answer = await send(headers);
    expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual(
      [],
    );
  }
});
