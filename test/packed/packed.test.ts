import { existsSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { app, filesOf, folderOf, manifestOf, modulesOf, names } from "./installed.js";
import { importsOf, reachedFrom } from "./modules.js";
import { linked, runProgram } from "./programs.js";

const importAll = `
const told = {};
for (const entry of process.argv.slice(1)) told[entry] = Object.keys(await import(entry)).length;
console.log(JSON.stringify(told));`;

describe.each(names)("%s", (name) => {
  test("every entry is imported by plain Node and names something", async () => {
    const entries = modulesOf(name);
    const words = ["--input-type=module", "--eval", importAll, "--", ...entries];
    const { stdout, stderr } = await runProgram(process.execPath, words, { cwd: app });

    const told: Record<string, number> = JSON.parse(stdout || "{}");
    expect(stderr).toBe("");
    expect(Object.keys(told)).toEqual(entries);
    expect(entries.filter((entry) => !told[entry])).toEqual([]);
  });

  test("npm runs nothing of its own when it is installed", () => {
    const { scripts = {} } = manifestOf(name);
    const hooks = Object.keys(scripts).filter((hook) => /install|prepare|publish/.test(hook));

    expect(hooks).toEqual([]);
  });

  test("relative imports stay within the package and find their file", () => {
    const files = filesOf(name).filter((file) => /\.(js|d\.ts)$/.test(file));
    const lost = files.flatMap((file) =>
      importsOf(file)
        .filter((to) => to.startsWith("."))
        .map((to) => join(dirname(file), to))
        .filter((to) => relative(folderOf(name), to).startsWith("..") || !existsSync(to))
        .map((to) => `${relative(app, file)} imports ${relative(app, to)}`),
    );

    expect(files.length).toBeGreaterThan(0);
    expect(lost).toEqual([]);
  });

  test("neither sources nor tests are published", () => {
    const published = filesOf(name).map((file) => relative(folderOf(name), file));

    expect(published.filter((file) => /^(src|test)\/|\.test\.|^tsconfig/.test(file))).toEqual([]);
  });
});

test("an app's page reaches React, its query client, and nothing else", () => {
  const entries = modulesOf("@hellojohn/react").filter((entry) => !entry.includes("/testing"));
  const reached = new Set(entries.flatMap(reachedFrom));

  expect(entries.length).toBeGreaterThan(3);
  expect([...reached].sort()).toEqual(["@tanstack/react-query", "react"]);
});

test("the schemas are reached by the testing entry alone", () => {
  expect(reachedFrom("@hellojohn/react/testing")).toContain("zod");
  expect(reachedFrom("@hellojohn/contract")).toEqual([]);
  expect(reachedFrom("@hellojohn/node")).toEqual(["jose"]);
});

test.each(["hj", "hjctl", "hellojohn-server"])("%s helps from where npm links it", async (name) => {
  const { code, stdout, stderr } = await runProgram(linked(app, name), ["--help"], { cwd: app });

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain(name);
  expect(statSync(linked(app, name)).mode & 0o111).toBeGreaterThan(0);
});

test.each(["hj", "hjctl"])("%s lists the users of the installed server", async (name) => {
  const { url, secretKey, tenantId } = inject("api");
  const env = { HELLOJOHN_API_URL: url, HELLOJOHN_SECRET_KEY: secretKey, HOME: app };
  const words = ["users", "list", "--search", "grace@", "--tenant", tenantId];
  const { code, stdout } = await runProgram(linked(app, name), words, { cwd: app, env });

  expect(code).toBe(0);
  expect(stdout).toMatch(/grace@example\.com +active/);
});
