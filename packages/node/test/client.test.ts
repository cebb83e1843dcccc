import HelloJohnByDefault, { HelloJohn, HelloJohnError } from "@hellojohn/node";
import * as entry from "@hellojohn/node";
import { afterEach, expect, test, vi } from "vitest";
import { printed } from "./support/reveals.js";

const secretKey = "sk_test_0123456789_abcdefghijklmnop";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

const thrownBy = (make: () => unknown): unknown => {
  try {
    return make();
  } catch (error) {
    return error;
  }
};

test("the package says these names and no others", () => {
  expect(Object.keys(entry).sort()).toEqual(["HelloJohn", "HelloJohnError", "default"]);
  expect(HelloJohnByDefault).toBe(HelloJohn);
});

test("a client has a field for each kind of thing", () => {
  const names = ["users", "sessions", "mfa", "admin", "auditLogs", "organizations", "config"];

  expect(Object.keys(new HelloJohn({ secretKey })).sort()).toEqual(names.sort());
});

test("a missing key says how to pass one", () => {
  vi.stubEnv("HELLOJOHN_SECRET_KEY", "");

  expect(() => new HelloJohn()).toThrow(/pass `new HelloJohn\({ secretKey }\)` or set HELLOJOHN_/);
});

test("key, tenant and address come from the environment when they are left out", async () => {
  vi.stubEnv("HELLOJOHN_SECRET_KEY", ` ${secretKey}\n`);
  vi.stubEnv("HELLOJOHN_TENANT_ID", "tnt_1");
  vi.stubEnv("HELLOJOHN_API_URL", "https://inner.example.com/");
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({ operations: [] }));

  await new HelloJohn({ fetch }).permissions();

  const [url, init] = fetch.mock.calls[0] ?? [];
  expect(url).toBe("https://inner.example.com/v1/admin/permissions");
  expect(init?.headers).toMatchObject({
    Authorization: `Bearer ${secretKey}`,
    "X-Tenant-ID": "tnt_1",
  });
});

test("it runs where there is no process", async () => {
  vi.stubGlobal("process", undefined);
  const hj = thrownBy(() => new HelloJohn({ secretKey }));
  const missing = thrownBy(() => new HelloJohn());
  vi.unstubAllGlobals();

  expect(hj).toBeInstanceOf(HelloJohn);
  expect(String(missing)).toMatch(/needs a secret key/);
});

test.each([
  ["a publishable key", "pk_test_0123456789_abcdefghijklmnop"],
  ["another text", "hunter2-hunter2"],
  ["a key with a line break in it", "sk_test_0123\r\nX-Evil: 1"],
])("%s is refused without being repeated", (_, given) => {
  const error = thrownBy(() => new HelloJohn({ secretKey: given }));

  expect(error).toBeInstanceOf(Error);
  expect(printed(error)).not.toContain(given);
});

test.each(["", "ftp://example.com", "example.com", "https://u:p@example.com", "https://e.com?x=1"])(
  "the address %j is refused",
  (apiUrl) => {
    expect(() => new HelloJohn({ secretKey, apiUrl })).toThrow(/`apiUrl`/);
  },
);

test("a page is no place for a secret key", () => {
  vi.stubGlobal("window", {});
  vi.stubGlobal("document", {});

  const error = thrownBy(() => new HelloJohn({ secretKey }));

  expect(String(error)).toMatch(/must not run in a page.*@hellojohn\/react/);
  expect(printed(error)).not.toContain(secretKey);
});

test("a worker, which has no document, may hold one", () => {
  vi.stubGlobal("window", globalThis);

  expect(() => new HelloJohn({ secretKey })).not.toThrow();
});

test("nothing that prints the client prints the key", () => {
  const hj = new HelloJohn({ secretKey, tenantId: "tnt_1" });

  expect(printed(hj)).not.toContain(secretKey);
  expect(printed({ hj })).toContain("HelloJohn { apiUrl: 'https://api.hellojohn.dev' }");
  expect(JSON.stringify(hj)).toBe('{"apiUrl":"https://api.hellojohn.dev"}');
});

test("an id that is no id never reaches the network", async () => {
  const fetch = vi.fn<typeof globalThis.fetch>();
  const hj = new HelloJohn({ secretKey, fetch });

  for (const id of ["", ".", "..", "a/b", "a%2fb", "../config", "a?b", "a#b", "é", "x".repeat(129)])
    await expect(hj.users.get(id), id).rejects.toMatchObject({ code: "not_found", status: 404 });
  await expect(hj.mfa.remove("usr_1", "../..")).rejects.toBeInstanceOf(HelloJohnError);
  expect(fetch).not.toHaveBeenCalled();
});
