import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

test("npm start prints an address that works, and ends when it is told to", async () => {
  const folder = await mkdtemp(join(tmpdir(), "hellojohn-start-"));
  const env = {
    ...process.env,
    PORT: "0",
    DEMO_PORT: "0",
    HELLOJOHN_DATA_DIR: join(folder, "data"),
  };
  const child = spawn(process.execPath, [join(root, "scripts/start.mjs")], { env });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (said += text));

  await expect.poll(() => said, { timeout: 30_000 }).toContain("Ctrl-C");
  const address = (name: string) => new RegExp(`${name} +(http://\\S+)`).exec(said)?.[1] ?? "";
  const page = await fetch(address("App"));
  const ready = await fetch(`${address("API")}/readyz`);
  child.kill("SIGINT");

  expect(await page.text()).toContain('<div id="root">');
  expect(ready.status).toBe(200);
  expect(said).toContain("ada@example.com");
  expect(await ended).toBe(0);
  await rm(folder, { recursive: true });
});
