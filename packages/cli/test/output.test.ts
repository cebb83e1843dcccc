import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openServer, type TestServer } from "../../node/test/support/server.js";
import { forEachDatabase } from "../../server/test/support/database.js";
import { envOf, linesOf, type Program, programFor } from "./support/program.js";

const bin = join(import.meta.dirname, "../bin/hj.js");

forEachDatabase((kind) => {
  let server: TestServer;
  let hj: Program;
  beforeAll(async () => {
    server = await openServer(kind);
    hj = programFor(server);
  });
  afterAll(() => server.close());

  const rename = (id: string, name: string) =>
    server.database.sql`update users set name = ${name} where id = ${id}`;
  const readdress = (id: string, email: string) =>
    server.database.sql`update users set email = ${email} where id = ${id}`;

  test("one list in four formats holds the same users", async () => {
    for (const name of ["a", "b", "c"]) await server.addUser(`${name}.format@example.com`);
    const words = "users list --search .format@ --sort email --format";
    const [table, json, csv, ndjson] = await Promise.all(
      ["table", "json", "csv", "ndjson"].map(
        async (format) => (await hj(`${words} ${format}`)).stdout,
      ),
    );

    const { data, pagination } = JSON.parse(json ?? "");
    const emails = data.map((user: { email: string }) => user.email);
    expect(emails).toEqual(["a", "b", "c"].map((name) => `${name}.format@example.com`));
    expect(pagination).toEqual({
      ...{ total: 3, total_is_estimate: false, limit: 20, has_more: false, next_cursor: null },
    });
    expect(data[0]).toMatchObject({ email_verified: true, created_at: expect.any(String) });
    expect(linesOf(ndjson ?? "").map((line) => JSON.parse(line))).toEqual(data);
    expect(
      csv
        ?.split("\r\n")
        .slice(1, -1)
        .map((line) => line.split(",")[2]),
    ).toEqual(emails);
    expect(csv?.split("\r\n")[0]).toMatch(/^id,tenant_id,email,email_verified,/);
    expect(linesOf(table ?? "")).toHaveLength(4);
  });

  test("--all --format json is one array, and an empty list is an empty one", async () => {
    const all = await hj("users list --all --search .format@ --format json");
    const none = await hj("users list --all --search nobody-at-all --format json");

    expect(JSON.parse(all.stdout)).toHaveLength(3);
    expect(none.stdout).toBe("[]\n");
  });

  test("what a terminal would obey is shown instead, in tables, pages, JSON and errors", async () => {
    const id = await server.addUser("evil@example.com");
    await rename(id, "\u001b[2J\u001b]0;pwned\u0007\u202egnp.exe\u009b31m\nroot");
    await readdress(id, "e\u001b[31mvil@example.com");
    const outputs = await Promise.all([
      hj(`users list --search ${id}`),
      hj(`users get ${id}`),
      hj(`users get ${id} --format json`),
      hj(`users list --search ${id} --format csv`),
      hj(["users", "get", "\u001b[31mnobody"]),
      hj(["users", "\u001b[31mlist"]),
    ]);

    for (const { stdout, stderr } of outputs)
      expect(stdout + stderr).not.toMatch(/(?![\r\n])[\p{Cc}\u202e]/u);
    const [list, page, json] = outputs;
    expect(list?.stdout).toContain("e\\u001b[31mvil@example.com");
    expect(page?.stdout).toContain("\\u202egnp.exe\\u009b31m\\nroot");
    expect(JSON.parse(json?.stdout ?? "").name).toContain("\u202egnp.exe");
  });

  test("a cell that a spreadsheet would run begins with an apostrophe", async () => {
    const id = await server.addUser("formula@example.com");
    await rename(id, '=HYPERLINK("http://evil.example","x")');
    const { stdout } = await hj("users list --email formula@example.com --format csv");

    expect(stdout).toContain(`,"'=HYPERLINK(""http://evil.example"",""x"")",`);
  });

  test("columns stand below each other whatever the letters' width", async () => {
    const id = await server.addUser("width@example.com");
    const other = await server.addUser("width-2@example.com");
    await readdress(id, "山田太郎花子@width.example");
    await readdress(other, "long-long-long-long-long@width.example");
    const { stdout } = await hj("users list --search @width.example --sort email");

    const [, long = "", wide = ""] = linesOf(stdout);
    // Six letters that are two cells wide.
    expect(long.indexOf("active") - wide.indexOf("active")).toBe(6);
  });

  test("no colour reaches a pipe, and none a terminal that wants none", async () => {
    const words = "users list --search .format@";
    const piped = await hj(words, { env: { CI: "1", FORCE_COLOR: "1" } });
    const shown = await hj(words, { terminal: "all" });
    const refused = await hj(words, { terminal: "all", env: { NO_COLOR: "1" } });

    expect(shown.stdout).toContain("\u001b[1mID");
    expect(shown.stdout).toContain("\u001b[32mactive");
    expect(piped.stdout + refused.stdout).not.toContain("\u001b[");
  });

  test("a reader that has seen enough ends the program quietly", async () => {
    await server.database.sql`insert into users (tenant_id, id, email, email_verified, role)
      select ${server.tenant.id}, 'usr_pipe_' || n, 'pipe-' || n || '@example.com', true, 'member'
      from generate_series(1, 1500) n`;
    const { stdout } = await promisify(execFile)(
      "bash",
      ["-c", `set -o pipefail; "${process.execPath}" "${bin}" users list --all 2>&1 | head -n 2`],
      { env: { PATH: process.env["PATH"], ...envOf(server) } },
    );

    expect(linesOf(stdout)).toHaveLength(2);
    expect(stdout).not.toMatch(/EPIPE|error/);
  });

  test("refusals are one line with a code, and --verbose adds the request's id", async () => {
    const plain = await hj("users get usr_nobody");
    const verbose = await hj("users get usr_nobody --verbose");
    const fields = await hj(["users", "create", "--email", "no address", "--verified"]);

    expect(plain).toMatchObject({ code: 1, stdout: "" });
    expect(plain.stderr).toMatch(/^error: .+ \(user_not_found\)\n$/);
    expect(verbose.stderr).toMatch(/^error: .+\nrequest: req_\w+\n$/);
    expect(fields.stderr).toMatch(/^error: .+; email: .+ \(invalid_email\)\n$/);
  });

  test("a server that is not there is an error of one line without the key", async () => {
    const env = { HELLOJOHN_API_URL: "http://127.0.0.1:9", HELLOJOHN_SECRET_KEY: server.tenant.sk };
    const { code, stderr } = await hj("users list --verbose", { env });

    expect(code).toBe(1);
    expect(stderr).toContain("error: The server was not reached (network_error)");
    expect(stderr).not.toContain(server.tenant.sk);
  });
});
