import { mkdtempSync, rmSync, writeFileSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockDirectory } from "../../src/database/directory-lock.js";

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

  expect(existsSync(file)).toBe(false);
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
