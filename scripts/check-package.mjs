// What npm would publish: the manifest, the entry points, and the types behind them.
import { join } from "node:path";
import { build } from "./build.mjs";
import { bin, root, run } from "./process.mjs";

await build(["contract", "server", "node", "react"]);

let failed = false;
for (const folder of ["packages/contract", "packages/server", "packages/node", "."]) {
  const checks = [
    [bin("publint"), ["--strict"]],
    [bin("@arethetypeswrong/cli", "attw"), ["--pack", ".", "--profile", "esm-only", "--no-emoji"]],
  ];
  for (const [file, args] of checks) {
    const { code, output } = await run(file, args, { cwd: join(root, folder) });
    console.log(`${folder}: ${args.join(" ")} ${code === 0 ? "ok" : "failed"}`);
    if (code === 0) continue;
    console.log(output);
    failed = true;
  }
}
process.exitCode = failed ? 1 : 0;
