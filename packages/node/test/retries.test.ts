import type { HelloJohn } from "@hellojohn/node";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { forEachDatabase } from "../../server/test/support/database.js";
import { type Fault, startFaultyProxy } from "./support/faulty-proxy.js";
import { connect, openServer, type TestServer } from "./support/server.js";

type Proxy = Awaited<ReturnType<typeof startFaultyProxy>>;

forEachDatabase((kind) => {
  let server: TestServer;
  let proxy: Proxy;
  let hj: HelloJohn;
  let people = 0;
  const newEmail = () => `retry-${people++}@example.com`;
  beforeAll(async () => {
    server = await openServer(kind);
    proxy = await startFaultyProxy(server.url);
    hj = connect(server, { apiUrl: proxy.url });
  });
  beforeEach(() => proxy.forget());
  afterAll(async () => {
    await proxy.close();
    await server.close();
  });

  const busy: Fault = { status: 503, headers: { "Retry-After": "0" }, body: "" };
  const tooMany: Fault = {
    status: 429,
    headers: { "Retry-After": "0", "Content-Type": "application/json" },
    body: JSON.stringify({ error: { code: "rate_limit_exceeded", message: "", status: 429 } }),
  };
  const faults: [string, Fault][] = [
    ["a connection reset before the answer", "reset before"],
    ["a connection reset in the answer", "reset in"],
    ["a connection reset after the deed", "reset after"],
    ["503", busy],
    ["429", tooMany],
  ];

  test.each(faults)("after %s a read is tried again", async (_, fault) => {
    const id = await server.addUser(newEmail());
    proxy.fail(fault, fault);

    await expect(hj.users.get(id)).resolves.toMatchObject({ id });
    expect(proxy.heard).toHaveLength(3);
  });

  test.each(faults)("after %s a POST is tried again and happens once", async (_, fault) => {
    const email = newEmail();
    proxy.fail(fault, fault);

    const user = await hj.users.create({ email });

    const keys = new Set(proxy.heard.map(({ headers }) => headers["idempotency-key"]));
    expect(keys.size).toBe(1);
    expect(await server.auditTypes(user.id)).toEqual(["user.created"]);
    expect(await server.mailTo(email)).toHaveLength(1);
  });

  test.each(faults)("after %s a versioned change is made once", async (_, fault) => {
    const { id, version } = await hj.users.create({ email: newEmail() });
    proxy.fail(fault, fault);

    const changed = await hj.users.update(id, { name: "Ada" }, { version });

    expect(changed).toMatchObject({ name: "Ada", version: version + 1 });
  });

  test.each(faults)("after %s a deletion is done and says so", async (_, fault) => {
    const id = await server.addUser(newEmail());
    proxy.fail(fault, fault);

    await expect(hj.users.delete(id)).resolves.toBeUndefined();
    expect((await server.auditTypes(id)).filter((type) => type === "user.deleted")).toHaveLength(1);
  });

  test("a change that another one overtook meanwhile is still a conflict", async () => {
    const { id, version } = await hj.users.create({ email: newEmail() });
    await hj.users.update(id, { name: "Theirs" });
    proxy.fail("reset before");

    await expect(hj.users.update(id, { name: "Mine" }, { version })).rejects.toMatchObject({
      code: "version_conflict",
    });
  });

  test("a user who was never there is not found, whatever the weather says later", async () => {
    await expect(hj.users.delete("usr_nobody")).rejects.toMatchObject({ code: "user_not_found" });
    expect(proxy.heard).toHaveLength(1);
  });

  test("each call has a key of its own, and the caller's own key is kept", async () => {
    await hj.users.create({ email: newEmail() });
    await hj.users.create({ email: newEmail() }, { idempotencyKey: "signup-1" });
    const [first, second] = proxy.heard.map(({ headers }) => headers["idempotency-key"]);

    expect(first).toMatch(/^[\w-]{20,}$/);
    expect(second).toBe("signup-1");
  });

  test("it gives up after as many tries as it was given", async () => {
    proxy.fail(busy, busy, busy, busy);
    const failed = hj.users.list();
    await expect(failed).rejects.toMatchObject({ code: "service_unavailable", status: 503 });
    expect(proxy.heard).toHaveLength(3);
    proxy.forget();

    proxy.fail("reset before");
    const once = connect(server, { apiUrl: proxy.url, maxRetries: 0 });
    await expect(once.users.list()).rejects.toMatchObject({ code: "network_error", status: 0 });
    expect(proxy.heard).toHaveLength(1);
  });

  test("what is refused is not asked again", async () => {
    await expect(hj.users.create({ email: "no address" })).rejects.toMatchObject({ status: 422 });
    expect(proxy.heard).toHaveLength(1);
  });

  test("a wait of more than a minute is the caller's to decide", async () => {
    proxy.fail({ status: 429, headers: { "Retry-After": "61" } });

    await expect(hj.users.list()).rejects.toMatchObject({
      code: "rate_limit_exceeded",
      retryAfter: 61,
    });
    expect(proxy.heard).toHaveLength(1);
  });

  test("no answer in time is an error with a code, after its tries", async () => {
    proxy.fail("hang", "hang");
    const hasty = connect(server, { apiUrl: proxy.url, timeoutMs: 50, maxRetries: 1 });

    await expect(hasty.users.list()).rejects.toMatchObject({ code: "timeout", status: 0 });
    expect(proxy.heard).toHaveLength(2);
  });

  test("an abort ends the call at once, waiting or not", async () => {
    const gone = new AbortController();
    proxy.fail({ status: 503, headers: { "Retry-After": "30" } });
    const waiting = hj.users.list({ signal: gone.signal });
    await expect.poll(() => proxy.heard).toHaveLength(1);
    gone.abort(new Error("enough"));

    await expect(waiting).rejects.toThrow("enough");
    await expect(hj.users.list({ signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
    expect(proxy.heard).toHaveLength(1);
  });

  test("an export that breaks off is an error, not a short export", async () => {
    for (let i = 0; i < 3; i++) await server.addUser(newEmail());
    proxy.fail("reset in");

    const text = new Response(await hj.users.exportAll()).text();

    await expect(text).rejects.toMatchObject({ code: "network_error" });
  });
});
