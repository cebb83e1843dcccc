import { expect, test } from "vitest";
import { files, textOf } from "./sources.js";

const written = files.filter(
  (file) => /\.(tsx?|m?js|css)$/.test(file) && !file.startsWith(".storybook/public/"),
);
const linesOf = (file: string) => textOf(file).trimEnd().split("\n").length;

/** What may be longer than its kind, and why. */
const longer: Record<string, string> = {
  "packages/server/src/database/migrations/0001-users.ts":
    "a migration is one step and is never taken apart",
  "src/styles/styles.css": "an app links one stylesheet, and one is one request",
};

function limitOf(file: string): number {
  if (/(^|\/)test\/|^stories\//.test(file)) return 250;
  if (/\.css$|^src\/locales\/|\/migrations\//.test(file)) return 200;
  return 150;
}

test("a file is short enough to be read at once", () => {
  const long = written
    .filter((file) => !(file in longer) && linesOf(file) > limitOf(file))
    .map((file) => `${file} has ${linesOf(file)} lines, ${limitOf(file)} are the limit`);

  expect(long).toEqual([]);
});

test("files are named in kebab-case, and none is a drawer", () => {
  const odd = written.filter((file) => {
    const name =
      file
        .split("/")
        .at(-1)
        ?.replace(/\.[a-z-]+(\.[a-z]+)?$/, "") ?? "";
    return /[A-Z_]/.test(name) || /^(utils?|helpers?|misc|common|manager)$/.test(name);
  });

  expect(odd).toEqual([]);
});

test("every test file belongs to a project that runs it", () => {
  const places =
    /^(packages\/(cli|contract|node|server)\/test|test\/(react|components|admin|client|seeds|contract|client-node|ssr|architecture|e2e|packed))\//;
  const lost = files.filter((file) => /\.test\.tsx?$/.test(file) && !places.test(file));

  expect(lost).toEqual([]);
});

test("the repository speaks of itself alone and leaves nothing for later", () => {
  const words = /\.\.\/shared\/|[T]ODO|[F]IXME|\/work[/]main/;
  const texts = files.filter((file) => /\.(tsx?|m?js|css|md|json|html|yml)$|\/run$/.test(file));
  const said = texts.filter((file) => file !== "package-lock.json" && words.test(textOf(file)));

  expect(said).toEqual([]);
});

test("no secret key is written where a browser could load it", () => {
  const found = files.filter(
    (file) => /^(src|examples)\//.test(file) && /sk_(live|test)_\w{8}/.test(textOf(file)),
  );

  expect(found).toEqual([]);
});
