import { expect, test } from "vitest";
import { run, type Setting } from "./support/program.js";

const misused = async (words: readonly string[], setting?: Setting) => {
  const { code, stdout, stderr } = await run(words, setting);
  expect({ words, code, stdout }).toEqual({ words, code: 2, stdout: "" });
  return stderr;
};

test("what is mistyped is refused, and what was meant is guessed", async () => {
  const cases: [words: string[], told: RegExp][] = [
    [["users", "lst"], /unknown command 'lst'[^]*Did you mean list\?/],
    [["user", "list"], /unknown command 'user'[^]*Did you mean users\?/],
    [
      ["users", "list", "--statis", "active"],
      /unknown option '--statis'[^]*Did you mean --status\?/,
    ],
    [
      ["users", "list", "--limit", "abc"],
      /'abc' is invalid\. It must be a whole number from 1 to 100/,
    ],
    [["users", "list", "--limit", "101"], /from 1 to 100/],
    [["users", "list", "--status", "gone"], /Allowed choices are active, disabled/],
    [["users", "list", "--format", "xml"], /Allowed choices are table, json, csv, ndjson/],
    [["users", "list", "--created-after", "yesterday"], /Write a date such as/],
    [["users", "list", "--all", "--limit", "5"], /'--all' cannot be used with option '--limit/],
    [["users", "list", "stray"], /too many arguments/],
    [["users", "create", "--name", "Jane"], /required option '--email <email>' not specified/],
    [["users", "impersonate", "usr_1"], /required option '--reason <text>' not specified/],
    [["users", "impersonate", "usr_1", "--reason", " "], /must not be blank/],
  ];
  const told = await Promise.all(cases.map(([words]) => misused(words)));

  for (const [at, [, expected]] of cases.entries()) expect(told[at]).toMatch(expected);
});

test("words that do not go together are refused before anything is asked of a server", async () => {
  const cases: [words: string[], told: string][] = [
    [["users", "disable"], "Name a user by ID or e-mail address, or many with --from-file"],
    [["users", "get"], "Name one user, by ID or with --email"],
    [["users", "get", "usr_1", "--email", "a@example.com"], "Name one user"],
    [["users", "enable", "usr_1", "--from-file", "ids.txt"], "not both"],
    [["users", "create", "--email", "a@example.com", "--role", "admin"], "--tenant-role"],
    [["users", "update", "usr_1"], "Nothing is to be changed"],
    [["users", "update", "usr_1", "--skip-verification"], "--email"],
    [["users", "update", "usr_1", "--metadata-key", "plan"], "--metadata-value"],
    [["users", "reset-password", "--from-file", "x", "--temporary-password", "abc"], "no secret"],
    [["users", "disable", "--from-file", "/nowhere/ids.txt"], "/nowhere/ids.txt cannot be read"],
    [["users", "disable", "--from-file", "-"], "stdin names no users"],
  ];
  const told = await Promise.all(cases.map(([words]) => misused(words)));

  for (const [at, [, expected]] of cases.entries()) expect(told[at]).toContain(expected);
});

test("durations up to a day are understood, and no others", async () => {
  const words = ["users", "impersonate", "usr_1", "--reason", "Ticket", "--duration"];
  const refused = await Promise.all(
    ["25h", "0m", "1d", "30", "86401s"].map((length) => misused([...words, length])),
  );
  const understood = await Promise.all(
    ["15m", "30m", "1h", "24h"].map((length) => misused([...words, length])),
  );

  for (const told of refused) expect(told).toContain("at most 24h");
  for (const told of understood) expect(told).toContain("There is no secret key");
});

test("without a key it says how to give one", async () => {
  expect(await misused(["users", "list"])).toBe(
    "error: There is no secret key: run `hj login`, or set HELLOJOHN_SECRET_KEY\n",
  );
});

test("a key that is none is refused and not repeated", async () => {
  const publishable = await misused(["users", "list", "--secret-key", "pk_test_0123456789"]);
  const odd = await misused(["users", "list", "--secret-key", "hunter2hunter2"]);

  expect(publishable).toContain("That is a publishable key");
  expect(publishable + odd).not.toMatch(/pk_test_0|hunter2/);
});

test("a key in the wrong place is not repeated either", async () => {
  const told = await misused(["users", "sk_live_0123456789abcdef"]);

  expect(told).not.toContain("sk_live_0123456789abcdef");
});

test("it speaks of itself by the name it was called by, tells its version, and helps", async () => {
  const { stdout, code } = await run(["--help"]);
  const version = await run(["--version"]);
  const help = await run(["users", "list", "--help"]);
  const nothing = await run([]);

  expect(stdout).toMatch(/^Usage: hj \[options\] \[command\]/);
  expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(help.stdout).toContain("--created-after <time>");
  expect(help.stdout).toContain("--profile <name>");
  expect([code, version.code, help.code, nothing.code]).toEqual([0, 0, 0, 2]);
  expect(nothing.stderr).toContain("Usage: hj");
});
