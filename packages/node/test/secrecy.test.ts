import { HelloJohn } from "@hellojohn/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startFaultyProxy } from "./support/faulty-proxy.js";
import { printed } from "./support/reveals.js";
import { listen } from "./support/server.js";

const secretKey = "sk_test_0123456789_abcdefghijklmnop";

let elsewhere: Awaited<ReturnType<typeof startFaultyProxy>>;
let proxy: Awaited<ReturnType<typeof startFaultyProxy>>;
beforeAll(async () => {
  elsewhere = await startFaultyProxy("http://127.0.0.1:1");
  proxy = await startFaultyProxy("http://127.0.0.1:1");
});
afterAll(() => Promise.all([elsewhere.close(), proxy.close()]));

const failureOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => "no failure",
    (error: unknown) => error,
  );

const connect = (options: object = {}) =>
  new HelloJohn({ apiUrl: proxy.url, secretKey, maxRetries: 0, ...options });

test.each([301, 302, 303, 307, 308])("a %i is not followed with the key", async (status) => {
  proxy.fail({ status, headers: { Location: `${elsewhere.url}/v1/users` } });

  const error = await failureOf(connect().users.create({ email: "a@example.com" }));

  expect(error).toMatchObject({ code: "invalid_response", status });
  expect(printed(error)).not.toContain(secretKey);
  expect(elsewhere.heard).toEqual([]);
});

test("a fetch that followed a redirect by itself is refused", async () => {
  const followed = async () => {
    const answer = Response.json({ data: [], pagination: {} });
    Object.defineProperty(answer, "redirected", { value: true });
    return answer;
  };

  await expect(connect({ fetch: followed }).users.list()).rejects.toMatchObject({
    code: "invalid_response",
  });
});

test("an answer that repeats the key is told without it", async () => {
  const body = {
    error: {
      code: "invalid_api_key",
      message: `No such key: ${secretKey}`,
      fields: { key: [{ code: secretKey, message: secretKey }] },
    },
  };
  proxy.fail({
    status: 401,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

  const error = await failureOf(connect().users.list());

  expect(error).toMatchObject({ code: "invalid_api_key", message: "No such key: sk_…" });
  expect(printed(error)).not.toContain(secretKey);
});

test.each(["<html>Bad gateway</html>", "", '"text"', `{"error":"${secretKey}"}`])(
  "an answer that is not the API's is an error without the key: %j",
  async (body) => {
    proxy.fail({ status: 502, body });

    const error = await failureOf(connect().users.list());

    expect(error).toMatchObject({ name: "HelloJohnError", status: 502 });
    expect(printed(error)).not.toContain(secretKey);
  },
);

test("an error of fetch may carry the request; what is told of it does not", async () => {
  const fetch = async (url: string, init: RequestInit) => {
    const inner = Object.assign(new Error(`refused ${JSON.stringify(init.headers)}`), {
      code: "ECONNREFUSED",
      config: init,
    });
    throw Object.assign(new TypeError("fetch failed", { cause: inner }), {
      request: new Request(url, init),
      options: init,
    });
  };

  const error = await failureOf(connect({ fetch }).users.list());

  expect(error).toMatchObject({
    code: "network_error",
    cause: { name: "TypeError", message: "fetch failed", cause: { code: "ECONNREFUSED" } },
  });
  expect(printed(error)).not.toContain(secretKey);
});

test("an error of a real network tells its code, and nothing of the request", async () => {
  const closed = await listen(() => {});
  await closed.close();

  const error = await failureOf(connect({ apiUrl: closed.url }).users.list());

  expect(error).toMatchObject({ code: "network_error" });
  expect(printed(error)).toContain("ECONNREFUSED");
  expect(printed(error)).not.toContain(secretKey);
});
