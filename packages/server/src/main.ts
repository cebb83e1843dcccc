import { run } from "./commands/run.js";

const code = await run(process.argv.slice(2), {
  env: process.env,
  print: (line) => process.stdout.write(`${line}\n`),
  say: (line) => process.stderr.write(`${line}\n`),
});
// Whatever a driver left open must not keep a program that is done.
process.exit(code);
