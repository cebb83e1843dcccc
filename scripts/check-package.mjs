// What npm would publish: the manifest, the entry points, and the types behind them.
import { join } from "node:path";
import { build } from "./build.mjs";
import { bin, root, run } from "./process.mjs";

await build(["contract", "server", "node", "cli", "react"]);

let failed = false;
const types = ["--pack", ".", "--profile", "esm-only", "--no-emoji"];
const folders = ["packages/contract", "packages/server", "packages/node", "packages/cli", "."];
for (const folder of folders) {
  const checks = [[bin("publint"), ["--strict"]]];
  // The programs have no entry point to import, hence no types.
  if (folder !== "packages/cli") checks.push([bin("@arethetypeswrong/cli", "attw"), types]);
  for (const [file, args] of checks) {
    const { code, output } = await run(file, args, { cwd: join(root, folder) });
    console.log(`${folder}: ${args.join(" ")} ${code === 0 ? "ok" : "failed"}`);
    if (code === 0) continue;
    console.log(output);
    failed = true;
  }
}
process.exitCode = failed ? 1 : 0;
