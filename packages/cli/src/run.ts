import { basename } from "node:path";
import { CommanderError } from "commander";
import { tellFailure } from "./failure.js";
import { createProgram } from "./program.js";

/** Installed under two names, the program speaks of itself by the one it was called by. */
const nameOf = (path = ""): string => (basename(path).startsWith("hjctl") ? "hjctl" : "hj");

/** A reader that has seen enough, as `head` does, ends the program quietly. */
function endWithReader(stream: NodeJS.WriteStream): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
}

const isHelp = (code: string) => code === "commander.helpDisplayed" || code === "commander.version";

/** Runs the program and answers its exit code: 0 done, 1 refused or partly failed, 2 misused, 130 interrupted. */
export async function run(argv: readonly string[]): Promise<number> {
  endWithReader(process.stdout);
  endWithReader(process.stderr);
  const program = await createProgram(nameOf(argv[1]), argv.slice(2));
  try {
    await program.parseAsync(argv);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return isHelp(error.code) ? 0 : 2;
    return tellFailure(error, { verbose: program.opts()["verbose"] === true });
  }
}
