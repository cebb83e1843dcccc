// `npm test`: everything that proves the product. `npm test -- --only server,e2e` runs parts of it.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bin, root, run } from "./process.mjs";

const reports = mkdtempSync(join(tmpdir(), "hellojohn-test-"));
const script = (name) => [join(root, "scripts", name), []];
const vitest = (name, ...projects) => [
  bin("vitest"),
  [
    ...["run", "--config", "test/vitest.config.ts", "--reporter=default", "--reporter=json"],
    `--outputFile.json=${join(reports, `${name}.json`)}`,
    ...projects.map((project) => `--project=${project}`),
  ],
];

/** In this order: what fails soonest comes first. */
const stages = {
  lint: [bin("oxlint"), []],
  format: [bin("oxfmt"), ["--check", "."]],
  unused: [bin("knip"), ["--no-progress", "--no-config-hints"]],
  types: script("typecheck.mjs"),
  build: script("build.mjs"),
  package: script("check-package.mjs"),
  packed: vitest("packed", "packed"),
  size: script("size.mjs"),
  contract: vitest("contract", "contract"),
  node: vitest("node", "node"),
  dom: vitest("dom", "dom"),
  "react-18": vitest("react-18", "react-18"),
  server: vitest("server", "server"),
  sdk: vitest("sdk", "sdk"),
  cli: vitest("cli", "cli"),
  stories: vitest("stories", "storybook", "storybook-forced-colors"),
  e2e: vitest("e2e", "e2e"),
};

/** A stage without a report is one check; in a suite that broke before its tests, the break counts. */
function count(name, code) {
  try {
    const report = JSON.parse(readFileSync(join(reports, `${name}.json`), "utf8"));
    const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests } = report;
    // A test that is skipped proves nothing.
    const failed = numFailedTests + numPendingTests + numTodoTests;
    return { passed, failed: code === 0 ? failed : Math.max(failed, 1), tests: true };
  } catch {
    return { passed: 0, failed: code === 0 ? 0 : 1, tests: false };
  }
}

function asked(words) {
  const at = words.indexOf("--only");
  const names = at < 0 ? Object.keys(stages) : (words[at + 1] ?? "").split(",");
  const unknown = names.filter((name) => !(name in stages));
  if (unknown.length === 0) return names;
  console.error(
    `No such stage: ${unknown.join(", ")}. There are ${Object.keys(stages).join(", ")}.`,
  );
  return process.exit(2);
}

const env = {
  ...process.env,
  NO_COLOR: "1",
  FORCE_COLOR: undefined,
  STORYBOOK_DISABLE_TELEMETRY: "1",
};
const began = Date.now();
const totals = { passed: 0, failed: 0 };
const broken = [];

for (const name of asked(process.argv.slice(2))) {
  const start = Date.now();
  const [file, args] = stages[name];
  const { code, output } = await run(file, args, { env });
  const { passed, failed, tests } = count(name, code);
  totals.passed += passed;
  totals.failed += failed;
  const seconds = ((Date.now() - start) / 1000).toFixed(1).padStart(6);
  const say = tests ? `${passed} tests` : "";
  console.log(
    `${failed === 0 ? "ok    " : "FAILED"} ${name.padEnd(10)} ${seconds} s  ${say}`.trimEnd(),
  );
  if (failed === 0 && name === "size") console.log(output.trimEnd().replace(/^/gm, "       "));
  if (failed === 0) continue;
  broken.push(name);
  console.log(`\n${output.trimEnd()}\n`);
}

rmSync(reports, { recursive: true });
const seconds = Math.round((Date.now() - began) / 1000);
console.log(
  broken.length > 0 ? `\nFailed: ${broken.join(", ")}` : "\nAll is well.",
  `(${seconds} s)`,
);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;
