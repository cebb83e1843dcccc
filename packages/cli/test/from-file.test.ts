import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openServer, type TestServer } from "../../node/test/support/server.js";
import { forEachDatabase } from "../../server/test/support/database.js";
import { linesOf, makeHome, type Program, programFor } from "./support/program.js";

const home = makeHome();
afterAll(() => home.remove());

/** What stands on stdout, as pairs of a user and what became of her. */
const outcomesIn = (stdout: string) =>
  linesOf(stdout).map((line) => {
    const { user, outcome, code } = JSON.parse(line);
    return [user, code ? `${outcome} ${code}` : outcome];
  });

forEachDatabase((kind) => {
  let server: TestServer;
  let hj: Program;
  beforeAll(async () => {
    server = await openServer(kind);
    hj = programFor(server);
  });
  afterAll(() => server.close());

  const statusOf = async (id: string): Promise<string> =>
    JSON.parse((await hj(`users get ${id} --format json`)).stdout).status;

  test("many are disabled from a file, each with an outcome, and again it does no harm", async () => {
    const one = await server.person("file-1@example.com");
    const two = await server.addUser("file-2@example.com");
    const file = join(home.path, `${kind}-ids.txt`);
    const lines = [
      "# gone",
      "",
      one.id,
      "  file-2@example.com  # by address",
      "usr_nobody",
      one.id,
    ];
    writeFileSync(file, `\ufeff${[...lines, "nobody@example.com", "../../me"].join("\r\n")}\r\n`);
    const words = ["users", "disable", "--from-file", file, "--reason", "Account cleanup"];

    const first = await hj([...words, "--format", "ndjson"]);
    const second = await hj([...words, "--format", "ndjson"]);

    const refused = [
      ["usr_nobody", "refused user_not_found"],
      ["nobody@example.com", "refused user_not_found"],
      ["../../me", "refused user_not_found"],
    ];
    expect(outcomesIn(first.stdout)).toEqual([
      ...[
        [one.id, "disabled"],
        ["file-2@example.com", "disabled"],
      ],
      ...refused,
    ]);
    expect(outcomesIn(second.stdout)).toEqual([
      ...[
        [one.id, "unchanged"],
        ["file-2@example.com", "unchanged"],
      ],
      ...refused,
    ]);
    expect([first.code, second.code]).toEqual([1, 1]);
    expect(first.stderr).toBe("1 repeated line is skipped\n2 disabled, 3 refused\n");
    expect([await statusOf(one.id), await statusOf(two)]).toEqual(["disabled", "disabled"]);
    expect((await server.auditTypes(two)).filter((type) => type === "user.disabled")).toHaveLength(
      1,
    );
  });

  test("users are enabled and deleted from stdin, and outcomes come as a table", async () => {
    const ids = await Promise.all(
      ["one", "two"].map((name) => server.addUser(`${name}.stdin@example.com`)),
    );
    const input = `${ids.join("\n")}\n`;
    await hj("users disable --from-file -", { input });
    const enabled = await hj("users enable --from-file -", { input });
    const deleted = await hj("users delete --from-file - --yes", { input });

    expect(linesOf(enabled.stdout)[0]).toMatch(/^USER +OUTCOME +CODE$/);
    for (const id of ids) {
      expect(enabled.stdout).toMatch(new RegExp(`^${id} +enabled$`, "m"));
      expect(deleted.stdout).toMatch(new RegExp(`^${id} +deleted$`, "m"));
    }
    expect([enabled.code, enabled.stderr]).toEqual([0, "2 enabled\n"]);
    expect([deleted.code, deleted.stderr]).toEqual([0, "2 deleted\n"]);
  });

  test("the same list mails each user a link once", async () => {
    await server.addUser("link@example.com");
    const input = "link@example.com\n";
    const [first, second] = [
      await hj("users reset-password --from-file - --send-email", { input }),
      await hj("users reset-password --from-file - --send-email", { input }),
    ];

    expect([first.code, second.code]).toEqual([0, 0]);
    expect(await server.mailTo("link@example.com")).toHaveLength(1);
  });

  test("without a terminal nothing is deleted unless --yes is said", async () => {
    const id = await server.addUser("kept@example.com");
    const one = await hj(`users delete ${id}`);
    const many = await hj("users delete --from-file -", { input: `${id}\n` });

    for (const { code, stderr, stdout } of [one, many]) {
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toContain("say --yes");
    }
    expect(await statusOf(id)).toBe("active");
  });

  test("a person who does not confirm deletes nothing", async () => {
    const id = await server.addUser("spared@example.com");
    const wrong = await hj(`users delete ${id}`, { terminal: "all", input: "no\n" });
    const nothing = await hj(`users delete ${id}`, { terminal: "all" });
    const file = join(home.path, `${kind}-spared.txt`);
    writeFileSync(file, id);
    const many = await hj(`users delete --from-file ${file}`, { terminal: "all", input: "y\n" });

    for (const { code, stderr } of [wrong, nothing, many]) {
      expect(code).toBe(1);
      expect(stderr).toMatch(/Nothing was deleted\n$/);
    }
    expect(await statusOf(id)).toBe("active");
  });

  test("a refused key ends a list at once, and the rest is told as not done", async () => {
    const ids = Array.from({ length: 230 }, (_, at) => `usr_key_${at}`);
    const env = { HELLOJOHN_SECRET_KEY: "sk_test_0123456789abcdef" };
    const { code, stdout, stderr } = await hj("users disable --from-file - --format ndjson", {
      ...{ env, input: ids.join("\n") },
    });

    const outcomes = outcomesIn(stdout);
    expect(outcomes.map(([id]) => id)).toEqual(ids);
    expect(outcomes[0]?.[1]).toBe("refused invalid_api_key");
    expect(outcomes.at(-1)?.[1]).toBe("not_done");
    expect(stderr).toMatch(/^100 refused, 130 not done\nerror: .* \(invalid_api_key\)\n$/);
    expect(code).toBe(1);
  });
});
