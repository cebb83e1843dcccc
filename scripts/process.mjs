import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

const require = createRequire(import.meta.url);

/** The file behind a package's command, so that no shell and no npx stands between. */
export function bin(name, command = name) {
  const file = join(root, "node_modules", name, "package.json");
  const commands = require(file).bin;
  return join(dirname(file), typeof commands === "string" ? commands : commands[command]);
}

/** Runs a Node program to its end and answers its exit code and everything it said. */
export function run(file, args = [], options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], { cwd: root, ...options });
    let output = "";
    child.stdout?.on("data", (text) => (output += text));
    child.stderr?.on("data", (text) => (output += text));
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code: signal ? 1 : code, output }));
  });
}
