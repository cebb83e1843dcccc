import { readFileSync } from "node:fs";
import { Command } from "commander";
import { commands } from "./commands/commands.js";
import { say } from "./failure.js";
import { addCommands, type Words } from "./lazy.js";
import { globalOptions } from "./options.js";
import { hideKeys, printable } from "./output/printable.js";

const version = (): string =>
  String(JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version);

/** Options whose value anyone on the machine may read in the list of processes. */
const secrets = ["password", "temporaryPassword", "secretKey"];

function warnOfSecrets(command: Command): void {
  const given = command.optsWithGlobals();
  if (secrets.some((name) => given[name] !== undefined))
    say(
      "warning: a secret on the command line is seen by others on this machine and kept in the shell's history",
    );
}

/** A refusal of words tells them again; they may hold a key, or what a terminal obeys. */
const told = (text: string): string => hideKeys(text.split("\n").map(printable).join("\n"));

function settle(command: Command): void {
  command
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ outputError: (text, write) => write(told(text)) });
  for (const inner of command.commands) settle(inner);
}

/** The tree of commands, under the name the program was called by, as far as the words need it. */
export async function createProgram(name: string, words?: Words): Promise<Command> {
  const program = new Command(name)
    .description("HelloJohn from the terminal: the users of a tenant, by its secret key.")
    .version(version(), "--version", "print the version")
    .helpOption("-h, --help", "print what a command does and takes");
  for (const option of globalOptions()) program.addOption(option);
  // A script that completes every command is made from every command.
  await addCommands(program, commands, words?.includes("completion") ? undefined : words);
  program.hook("preAction", (_, command) => warnOfSecrets(command));
  program.addHelpText(
    "after",
    `\nTimes are UTC. Data goes to stdout, everything else to stderr.\nExit codes: 0 done, 1 refused or partly failed, 2 misused, 130 interrupted.`,
  );
  settle(program);
  return program;
}
