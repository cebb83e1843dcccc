import { afterAll, beforeAll, expect, test } from "vitest";
import { forEachDatabase } from "../support/database.js";
import { openTestApi, password, type TestApi } from "./test-api.js";

forEachDatabase((kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi(kind, {
      HELLOJOHN_RATE_LIMIT_SCALE: "1",
      HELLOJOHN_TRUSTED_PROXIES: "10.0.0.0/8",
    });
  });
  afterAll(() => api.close());

  const signIn = (email: string, more: { ip?: string; headers?: Record<string, string> } = {}) =>
    api.call("signIn", { token: api.tenant.pk, body: { email, password: "wrong" }, ...more });
  const statuses = async (times: number, ask: (index: number) => Promise<{ status: number }>) => {
    const seen: number[] = [];
    // oxlint-disable-next-line no-await-in-loop -- counted one after the other
    for (let index = 0; index < times; index++) seen.push((await ask(index)).status);
    return seen;
  };

  test("sign-in is limited by address and account, and says when to come back", async () => {
    const seen = await statuses(10, () => signIn("limited@example.com"));
    const refused = await signIn("limited@example.com");

    expect(new Set(seen)).toEqual(new Set([401]));
    expect(refused.body.error.code).toBe("rate_limit_exceeded");
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(60);
    expect(refused.headers.get("x-ratelimit-limit")).toBe("10");
    expect(refused.headers.get("x-ratelimit-remaining")).toBe("0");
    expect((await signIn("limited@example.com", { ip: "192.0.2.2" })).status).not.toBe(429);
  });

  test("whoever waits as long as told may try again", async () => {
    await statuses(10, () => signIn("waits@example.com", { ip: "192.0.2.3" }));
    const refused = await signIn("waits@example.com", { ip: "192.0.2.3" });
    api.advance(Number(refused.headers.get("retry-after")));

    expect((await signIn("waits@example.com", { ip: "192.0.2.3" })).status).not.toBe(429);
  });

  test("parallel tries are counted exactly", async () => {
    const replies = await Promise.all(
      Array.from({ length: 15 }, () => signIn("burst@example.com", { ip: "192.0.2.4" })),
    );

    expect(replies.filter((reply) => reply.status === 429)).toHaveLength(5);
  });

  test("sign-up is limited by address, an IPv6 household counting as one", async () => {
    const seen = await statuses(6, (index) =>
      api.call("signUp", {
        token: api.tenant.pk,
        body: { email: `home${index}@example.com`, password },
        ip: `2001:db8:1:2::${index + 1}`,
      }),
    );

    expect(seen).toEqual([201, 201, 201, 201, 201, 429]);
  });

  test("only a trusted proxy's word about an address is taken", async () => {
    const forwarded = (index: number) => ({ "X-Forwarded-For": `203.0.113.${index}` });
    const liar = await statuses(11, (index) =>
      signIn("liar@example.com", { ip: "192.0.2.5", headers: forwarded(index) }),
    );
    const proxied = await statuses(9, (index) =>
      signIn("proxied@example.com", { ip: "10.1.2.3", headers: forwarded(index) }),
    );

    expect(liar.at(-1)).toBe(429);
    expect(new Set(proxied)).toEqual(new Set([401]));
    const [row] = await api.database.sql<{ ip: string }>`
      select ip from audit_events where type = 'user.sign_in_failed' order by id desc limit 1`;
    expect(row?.ip).toBe("203.0.113.8");
  });

  test("forgotten passwords are limited by address, known or not", async () => {
    const seen = await statuses(6, () =>
      api.call("forgotPassword", {
        token: api.tenant.pk,
        body: { email: "who@example.com" },
      }),
    );

    expect(seen).toEqual([202, 202, 202, 202, 202, 429]);
  });

  test("reads of one session are limited and do not touch another's", async () => {
    const small = await openTestApi(kind, { HELLOJOHN_RATE_LIMIT_SCALE: "0.05" });
    const one = await small.person("reader@example.com");
    const two = await small.person("other@example.com");
    const read = (token: string) => small.call("getMe", { token });

    const replies = await Promise.all(Array.from({ length: 51 }, () => read(one.token)));

    expect(replies.filter((reply) => reply.status === 429)).toHaveLength(1);
    const other = await read(two.token);
    expect(other.headers.get("x-ratelimit-remaining")).toBe("49");
    await small.close();
  });

  test("guessing tokens and addresses is limited too", async () => {
    const guesses = await Promise.all(
      Array.from({ length: 1001 }, (_, index) =>
        index % 2
          ? api.call("getMe", { token: "guess", ip: "192.0.2.9" })
          : api.request("GET", "/nothing", { ip: "192.0.2.9" }),
      ),
    );

    expect(guesses.filter((reply) => reply.status === 429)).toHaveLength(1);
  });
});

test("two copies of the server share what they count within a second", async () => {
  const api = await openTestApi("postgres", { HELLOJOHN_RATE_LIMIT_SCALE: "0.02" });
  const { createApp } = await import("../../src/http/app.js");
  const { readConfig } = await import("../../src/config.js");
  const { default: pino } = await import("pino");
  const other = createApp({
    ...{ database: api.database, secrets: api.secrets, clock: api.now, mail: { nudge() {} } },
    config: readConfig({ HELLOJOHN_RATE_LIMIT_SCALE: "0.02" }),
    log: pino({ level: "silent" }),
  });
  const { token } = await api.person("copies@example.com");
  const elsewhere = async () =>
    (await other.request("/v1/auth/me", { headers: { Authorization: `Bearer ${token}` } })).status;

  await Promise.all(Array.from({ length: 20 }, () => api.call("getMe", { token })));

  await expect.poll(elsewhere, { timeout: 5000, interval: 100 }).toBe(429);
  await api.close();
});
