import { afterAll, beforeAll, expect, test } from "vitest";
import { startFaultyProxy } from "../../node/test/support/faulty-proxy.js";
import { openServer, type TestServer } from "../../node/test/support/server.js";
import { forEachDatabase } from "../../server/test/support/database.js";
import { envOf, linesOf, start } from "./support/program.js";

forEachDatabase((kind) => {
  let server: TestServer;
  let proxy: Awaited<ReturnType<typeof startFaultyProxy>>;
  let ids: string[];
  beforeAll(async () => {
    server = await openServer(kind);
    proxy = await startFaultyProxy(server.url);
    const rows = await server.database.sql<{ id: string }>`
      insert into users (tenant_id, id, email, email_verified, role)
      select ${server.tenant.id}, 'usr_' || lpad(n::text, 4, '0'), 'many-' || n || '@example.com', true, 'member'
      from generate_series(1, 250) n returning id`;
    ids = rows.map(({ id }) => id).sort();
  });
  afterAll(async () => {
    await proxy.close();
    await server.close();
  });

  /** The program while it waits for an answer that does not come. */
  async function startStuck() {
    proxy.forget();
    proxy.fail("hang");
    const words = ["users", "disable", "--from-file", "-", "--format", "ndjson"];
    const env = { ...envOf(server), HELLOJOHN_API_URL: proxy.url };
    const program = start([...words, "--timeout", "2"], { env });
    program.child.stdin.end(ids.join("\n"));
    while (proxy.heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    return program;
  }

  /** How many had each outcome; every line of the file must be among them, in its order. */
  function countsIn(stdout: string): Record<string, number> {
    const outcomes = linesOf(stdout).map((line) => JSON.parse(line));
    expect(outcomes.map(({ user }) => user)).toEqual(ids);
    const counts: Record<string, number> = {};
    for (const { outcome } of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
    return counts;
  }

  test("Ctrl-C waits for the calls under way and tells what was done and what was not", async () => {
    const { child, ended } = await startStuck();
    child.kill("SIGINT");
    const { code, stdout, stderr } = await ended();

    expect(countsIn(stdout)).toEqual({ disabled: 100, not_done: 150 });
    expect(code).toBe(130);
    expect(stderr).toMatch(/^Stopping .*\n100 disabled, 150 not done\n$/);
  });

  test("a second Ctrl-C does not wait, and says whose answer is not known", async () => {
    const { child, ended } = await startStuck();
    child.stderr.once("data", () => child.kill("SIGINT"));
    child.kill("SIGINT");
    const { code, stdout, stderr } = await ended();

    expect(countsIn(stdout)).toEqual({ unknown: 100, not_done: 150 });
    expect(code).toBe(130);
    expect(stderr).toMatch(/100 unknown, 150 not done\n$/);
  });
});
