import { expect, test } from "vitest";
import { files, type Import, importsOf } from "./sources.js";

const code = files.filter((file) => /^(packages\/\w+\/)?src\/.*\.tsx?$/.test(file));
const imports = code.flatMap(importsOf);
const say = ({ from, name }: Import) => `${from} imports ${name}`;

/** Who may import whom at run time: the first row that matches a file speaks for it. */
const layers: [layer: RegExp, may: RegExp][] = [
  [/^packages\/contract\/src\/schemas\//, /^(packages\/contract\/src\/|zod\/mini$)/],
  [/^packages\/contract\/src\//, /^packages\/contract\/src\/(?!schemas\/)/],
  [
    /^packages\/server\/src\//,
    /^(packages\/server\/src\/|@hellojohn\/contract|(?!@hellojohn\/)[a-z@])/,
  ],
  [
    /^packages\/node\/src\//,
    /^(packages\/node\/src\/|@hellojohn\/contract(\/(?!schemas)[\w-]+)?$|jose$)/,
  ],
  // The server only where it is started.
  [
    /^packages\/cli\/src\/commands\/dev\.ts$/,
    /^(packages\/cli\/src\/|node:|commander$|@hellojohn\/server$)/,
  ],
  [
    /^packages\/cli\/src\//,
    /^(packages\/cli\/src\/|node:|@hellojohn\/(contract(\/(?!schemas)[\w-]+)?|node)$|commander$|picocolors$|@clack\/prompts$)/,
  ],
  [/^src\/locales\//, /^src\/locales\//],
  [/^src\/client\//, /^(src\/client\/|@hellojohn\/contract(\/(?!schemas)[\w-]+)?$)/],
  [
    /^src\/react\//,
    /^(src\/(client|react)\/|@hellojohn\/contract(\/(?!schemas)[\w-]+)?$|react$|@tanstack\/react-query$)/,
  ],
  [
    /^src\/components\//,
    /^(src\/(react|components|locales)\/|@hellojohn\/contract(\/(?!schemas)[\w-]+)?$|react(-dom)?$|@tanstack\/react-query$)/,
  ],
  [
    /^src\/admin\//,
    /^(src\/(client|react|components|locales|admin)\/|@hellojohn\/contract(\/(?!schemas)[\w-]+)?$|react(-dom)?$|@tanstack\/react-query$)/,
  ],
  [/^src\/testing\//, /^(src\/testing\/|@hellojohn\/contract(\/schemas)?$|msw$)/],
  [
    /^src\/index\.ts$/,
    /^(src\/(client|react|components|admin)\/|@hellojohn\/contract(\/(?!schemas)[\w-]+)?$)/,
  ],
];

test("imports go one way, and only where the picture shows an arrow", () => {
  const wrong = imports.filter(({ from, name, to, typeOnly }) => {
    const row = layers.find(([layer]) => layer.test(from));
    return !typeOnly && !row?.[1].test(to ?? name);
  });

  expect(wrong.map(say)).toEqual([]);
});

test("types, too, are never taken from a server or from a layer above", () => {
  const order = ["src/client/", "src/react/", "src/components/", "src/admin/", "src/index.ts"];
  const height = (file: string | undefined) => order.findIndex((it) => file?.startsWith(it));
  const wrong = imports.filter(
    ({ from, name, to }) =>
      (from.startsWith("src/") && name.includes("hellojohn/server")) ||
      (height(from) >= 0 && height(to) > height(from)),
  );

  expect(wrong.map(say)).toEqual([]);
});

test("what a browser loads never asks for a Node module", () => {
  const wrong = imports.filter(
    ({ from, name }) => /^(src|packages\/contract)\//.test(from) && name.startsWith("node:"),
  );

  expect(wrong.map(say)).toEqual([]);
});

test("tests, stories and examples of the React package use its public entry points", () => {
  const outside = files.filter((file) =>
    /^(test|stories|examples|\.storybook)\/.*\.tsx?$/.test(file),
  );
  const wrong = outside
    .flatMap(importsOf)
    .filter(({ to }) => to && /^(src|packages\/\w+\/src)\//.test(to));

  expect(wrong.map(say)).toEqual([]);
});

test("no import comes back to where it began", () => {
  const targets = new Map<string, string[]>();
  for (const { from, to, typeOnly, later } of imports)
    if (to && !typeOnly && !later) targets.set(from, [...(targets.get(from) ?? []), to]);
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(" → "));
    if (done.has(file) || path.includes(file)) return;
    for (const next of targets.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };

  for (const file of code) visit(file, []);

  expect(circles).toEqual([]);
});

test("what starts in a fresh clone needs nothing that is built only then", () => {
  const read = new Set(["scripts/start.mjs", "scripts/test.mjs", "test/e2e/start.ts"]);
  for (const file of read)
    for (const { to, later } of importsOf(file)) if (to && !later) read.add(to);
  const built = [...read]
    .flatMap(importsOf)
    .filter(({ name, later, typeOnly }) => !later && !typeOnly && name.startsWith("@hellojohn/"));

  expect(read).toContain("scripts/serve-demo.mjs");
  expect(built.map(say)).toEqual([]);
});
