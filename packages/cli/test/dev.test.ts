import { cpSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeHome, run, start } from "./support/program.js";

const home = makeHome();
afterAll(() => home.remove());

test("hj dev runs a server with people to try, and ends when it is told", async () => {
  const { child, ended } = start(["dev", "--port", "0", "--data-dir", "memory://"]);
  let told = "";
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (text) => {
      told += text;
      if (told.includes("Ctrl-C ends it.")) resolve();
    });
    child.once("exit", () => reject(new Error(told)));
  });
  const [, url = ""] = /running at (\S+)/.exec(told) ?? [];
  const [, key = ""] = /Secret key +(\S+)/.exec(told) ?? [];
  const env = { HELLOJOHN_API_URL: url, HELLOJOHN_SECRET_KEY: key };
  const { stdout } = await run(["users", "list"], { env });
  child.kill("SIGINT");
  const { code } = await ended();

  expect(told).toContain("grace@example.com");
  expect(stdout).toContain("ada@example.com");
  expect(code).toBe(0);
});

/** The program as it is when it was installed alone. */
function installAlone(): string {
  const own = join(import.meta.dirname, "..");
  const from = createRequire(join(own, "package.json"));
  const modules = join(home.path, "node_modules");
  const copy = (folder: string, name: string) =>
    cpSync(folder, join(modules, name), {
      recursive: true,
      dereference: true,
      filter: (path) => !path.slice(folder.length).includes("node_modules"),
    });
  for (const name of ["commander", "picocolors"]) copy(dirname(from.resolve(name)), name);
  copy(join(own, "../contract"), "@hellojohn/contract");
  copy(own, "@hellojohn/cli");
  return join(modules, "@hellojohn/cli/bin/hj.js");
}

test("where the server is not installed it says what to install", async () => {
  const { code, stdout, stderr } = await run(["dev"], { bin: installAlone() });

  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toBe("error: The server is not installed: npm install @hellojohn/server\n");
});
