import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { buildServer } from "../support/server-process.js";

beforeAll(buildServer, 120_000);

/** Runs a few lines with the program's log and answers what came out on stderr. */
async function logged(code: string) {
  const entry = new URL("../../dist/log.js", import.meta.url);
  const program = `import { createLog } from ${JSON.stringify(entry.href)}; const log = createLog("info"); ${code}`;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [
    ...["--input-type=module", "--eval", program],
  ]);
  expect(stdout).toBe("");
  return stderr;
}

test("an event is one line of JSON with its time and level", async () => {
  const line = JSON.parse(await logged(`log.info({ port: 1 }, "hello")`));

  expect(line).toEqual({ level: "info", time: expect.any(String), port: 1, msg: "hello" });
});

test("secrets are hidden by name, at the top and below", async () => {
  const line = JSON.parse(
    await logged(`log.info({ password: "p1", headers: { authorization: "p2", cookie: "p3" },
      body: { user: { new_password: "p4" } }, refreshToken: "p5" }, "x")`),
  );

  expect(JSON.stringify(line)).not.toMatch(/p[1-5]/);
});

test("an error is told without its properties, its causes, or the keys and tokens in its text", async () => {
  const out = await logged(`
    const cause = Object.assign(new Error("connect postgres://hj:hunter2@db/x failed"), { parameters: ["hunter3"] });
    const text = "refused sk_live_abc_def123456 and eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIx.sig";
    log.error({ err: Object.assign(new Error(text, { cause }), { code: "23505", body: "hunter4" }) }, "failed");`);

  expect(out).not.toMatch(/hunter\d|sk_live|eyJ/);
  expect(JSON.parse(out).err).toMatchObject({
    type: "Error",
    code: "23505",
    cause: { type: "Error" },
  });
});
