import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renewed } from "../scripts/reference.mjs";
import { makeHome, run } from "./support/program.js";

const execute = promisify(execFile);
const home = makeHome();
const script = join(home.path, "completion.bash");
beforeAll(async () => writeFileSync(script, (await run(["completion", "bash"])).stdout));
afterAll(() => home.remove());

/** What bash offers for the last of these words. */
async function offered(line: string, cwd = home.path): Promise<string[]> {
  const words = line.split(" ");
  const commands = `source ${script}
    COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}
    _hj; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = await execute("bash", ["--norc", "-c", commands], { cwd });
  return stdout.split("\n").filter(Boolean);
}

test("bash completes commands, their commands, options and choices", async () => {
  expect(await offered("hj us")).toEqual(["users"]);
  expect(await offered("hj users dis")).toEqual(["disable"]);
  expect(await offered("hj users sessions rev")).toEqual(["revoke-all", "revoke"]);
  expect(await offered("hj users list --st")).toEqual(["--status"]);
  expect(await offered("hj users list --status dis")).toEqual(["disabled"]);
  expect(await offered("hj --tenant users users mfa ")).toEqual(["list", "remove"]);
  expect(await offered("hj users get --pro")).toEqual(["--profile"]);
});

test("bash completes a file's name where a file is meant", async () => {
  mkdirSync(join(home.path, "files"));
  writeFileSync(join(home.path, "files", "user ids.txt"), "");

  expect(await offered("hj users disable --from-file files/us")).toEqual(["files/user ids.txt"]);
});

test("each shell is told of every command and option", async () => {
  const zsh = await run(["completion", "zsh"]);
  const fish = await run(["completion", "fish"]);

  for (const word of ["impersonate", "revoke-all", "from-file", "metadata-key", "ndjson"]) {
    expect(zsh.stdout).toContain(word);
    expect(fish.stdout).toContain(word);
  }
  expect(zsh.stdout).toMatch(/^#compdef hj\n/);
  expect(zsh.stdout).toContain("Get a single user'\\''s details");
  expect(fish.stdout).toMatch(/^complete -c hj -n '.*' -a users -d /m);
});

test("the same program under its other name completes that name", async () => {
  const link = join(home.path, "hjctl");
  symlinkSync(join(import.meta.dirname, "../bin/hj.js"), link);
  const { stdout } = await execute(process.execPath, [link, "completion", "bash"]);

  expect(stdout).toContain("complete -F _hjctl hjctl");
});

test("the README's table of commands is the commands'", async () => {
  expect(readFileSync(join(import.meta.dirname, "../README.md"), "utf8")).toBe(await renewed());
});
