// tsc over everything: sources, packages, and the tests with stories and examples.
import { bin, root, run } from "./process.mjs";

const projects = [
  "packages/contract",
  "packages/server",
  "packages/node",
  "packages/cli",
  ".",
  "test",
];
let failed = false;
for (const project of projects) {
  const info = `${root}/node_modules/.cache/hellojohn/${project.replace("/", "-")}.tsbuildinfo`;
  const args = ["-p", project, "--incremental", "--tsBuildInfoFile", info, "--pretty", "false"];
  const { code, output } = await run(bin("typescript", "tsc"), args);
  process.stdout.write(output);
  failed ||= code !== 0;
}
process.exitCode = failed ? 1 : 0;
