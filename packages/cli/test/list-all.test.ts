import { afterAll, beforeAll, expect, test } from "vitest";
import { openServer, type TestServer } from "../../node/test/support/server.js";
import { forEachDatabase } from "../../server/test/support/database.js";
import { linesOf, type Program, programFor } from "./support/program.js";

const many = 10_000;

forEachDatabase((kind) => {
  let server: TestServer;
  let hj: Program;
  beforeAll(async () => {
    server = await openServer(kind);
    hj = programFor(server);
    // Together they are larger than the program's memory.
    await server.database.sql`
      insert into users (tenant_id, id, email, email_verified, role, private_metadata)
      select ${server.tenant.id}, 'usr_' || lpad(n::text, 6, '0'), 'user-' || n || '@example.com',
        true, 'member', jsonb_build_object('note', repeat('x', 6000))
      from generate_series(1, ${many}::int) n`;
  });
  afterAll(() => server.close());

  test("ten thousand users are listed in less memory than they are large", async () => {
    const node = ["--max-old-space-size=32", "--max-semi-space-size=1"];
    const { code, stdout, stderr } = await hj("users list --all --format ndjson", { node });

    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const ids = new Set(linesOf(stdout).map((line) => /"id":"(\w+)"/.exec(line)?.[1]));
    expect(ids.size).toBe(many);
  });

  test("a table of many pages stands in the columns of its first", async () => {
    const words = "users list --all --sort email --search user-1";
    const { stdout } = await hj(words);

    const [head = "", ...rows] = linesOf(stdout);
    const at = head.indexOf("STATUS");
    expect(rows.length).toBeGreaterThan(1000);
    expect(new Set(rows.map((row) => row.slice(at, at + 8)))).toEqual(new Set(["pending "]));
  });

  test("how far it has come is told on a terminal alone, and only beside a pipe", async () => {
    const words = "users list --all --search user-12 --format csv";
    const piped = await hj(words, { terminal: "piped" });
    const shown = await hj(words, { terminal: "all" });
    const plain = await hj(words);

    expect(piped.stderr).toMatch(/\d+ users/);
    expect([shown.stderr, plain.stderr]).toEqual(["", ""]);
    expect(piped.stdout).toBe(plain.stdout);
  });
});
