import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { lockDirectory } from "../../src/database/directory-lock.js";
import { buildServer } from "../support/server-process.js";

beforeAll(buildServer, 120_000);

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hellojohn-lock-"));
  file = join(folder, "hellojohn.lock");
});

afterEach(() => rmSync(folder, { recursive: true }));

test("a folder in use is refused, and the message says by whom and what to do", () => {
  lockDirectory(folder);

  expect(() => lockDirectory(folder)).toThrow(
    new RegExp(`in use by process ${process.pid}. Stop that process, or set HELLOJOHN_DATA_DIR`),
  );
});

test("a folder given back can be taken again", () => {
  lockDirectory(folder)();

  expect(readdirSync(folder)).toEqual([]);
  expect(() => lockDirectory(folder)).not.toThrow();
});

const left: [string, string][] = [
  ["a process that is gone", JSON.stringify({ pid: 4_194_300, started: "1" })],
  ["an earlier process of the same number", JSON.stringify({ pid: process.pid, started: "1" })],
  ["a process killed while writing", '{"pid": 12'],
];

test.each(left)("a lock left by %s is taken over", (_, content) => {
  writeFileSync(file, content);

  expect(() => lockDirectory(folder)).not.toThrow();
  expect(() => lockDirectory(folder)).toThrow(/in use/);
});

/** Tries for the lock in a process of its own, which holds it until its input ends. */
function tryElsewhere() {
  const entry = new URL("../../dist/database/directory-lock.js", import.meta.url).href;
  const program = `import { lockDirectory } from ${JSON.stringify(entry)};
    lockDirectory(${JSON.stringify(folder)}); console.log("taken"); process.stdin.resume()`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program]);
  const taken = new Promise<boolean>((resolve) => {
    child.stdout.once("data", () => resolve(true));
    child.once("close", () => resolve(false));
  });
  return { taken, end: () => child.stdin.end() };
}

test("of five processes that find an abandoned lock at once, one gets the folder", async () => {
  writeFileSync(file, JSON.stringify({ pid: 4_194_300, started: "1" }));

  const attempts = [1, 2, 3, 4, 5].map(tryElsewhere);
  const taken = await Promise.all(attempts.map((attempt) => attempt.taken));
  for (const attempt of attempts) attempt.end();

  expect(taken.filter(Boolean)).toHaveLength(1);
});
