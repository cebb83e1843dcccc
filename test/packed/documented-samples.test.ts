import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");

const rows = read("docs/samples.md")
  .split("\n")
  .flatMap((line) => {
    const [, sample = "", file = "", title = ""] =
      /^\| (.+) \| .+ \| `([^`]+)` \| (.+) \|$/.exec(line) ?? [];
    return file ? [{ sample, file, title }] : [];
  });

/** The titles of the tests in a file, those of tables of cases as they are written. */
const titlesOf = (file: string): string[] =>
  [...read(file).matchAll(/(?:\btest|\]\))\(\s*"([^"]+)"/g)].map(([, title = ""]) => title);

test("each documented sample names a test that is there", () => {
  const lost = rows.filter(
    ({ file, title }) => !existsSync(join(root, file)) || !titlesOf(file).includes(title),
  );

  expect(rows.length).toBeGreaterThan(80);
  expect(lost).toEqual([]);
});

test("each line of the tables is read as a sample", () => {
  const lines = read("docs/samples.md")
    .split("\n")
    .filter((line) => line.startsWith("|") && !/^\|(---| sample )/.test(line));

  expect(lines).toHaveLength(rows.length);
});

test("each plain HTTP call that is tried here is in the tables", () => {
  const tried = readdirSync(import.meta.dirname)
    .filter((file) => /^http-.*\.test\.ts$/.test(file))
    .flatMap((file) => titlesOf(`test/packed/${file}`));
  const told = new Set(rows.map(({ title }) => title));

  expect(tried.length).toBeGreaterThan(20);
  expect(tried.filter((title) => !told.has(title))).toEqual([]);
});
