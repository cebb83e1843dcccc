import { readFileSync } from "node:fs";
import { Command } from "commander";
import { completion } from "./commands/completion.js";
import { dev } from "./commands/dev.js";
import { login } from "./commands/login.js";
import { logout } from "./commands/logout.js";
import { profiles } from "./commands/profiles/profiles.js";
import { tenants } from "./commands/tenants/tenants.js";
import { users } from "./commands/users/users.js";
import { whoami } from "./commands/whoami.js";
import { say } from "./failure.js";
import { globalOptions } from "./options.js";
import { hideKeys, printable } from "./output/printable.js";

const version = (): string =>
  String(JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version);

/** Options whose value anyone on the machine may read in the list of processes. */
const secrets = ["password", "temporaryPassword", "secretKey"];

function warnOfSecrets(command: Command): void {
  const given = secrets.filter(
    (name) =>
      typeof command.optsWithGlobals()[name] === "string" && name in command.optsWithGlobals(),
  );
  if (given.length > 0)
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

/** The whole tree of commands, under the name the program was called by. */
export function createProgram(name: string): Command {
  const program = new Command(name)
    .description("HelloJohn from the terminal: the users of a tenant, by its secret key.")
    .version(version(), "--version", "print the version")
    .helpOption("-h, --help", "print what a command does and takes");
  for (const option of globalOptions()) program.addOption(option);
  for (const command of [users, login, logout, whoami, tenants, profiles, completion, dev])
    program.addCommand(command);
  program.hook("preAction", (_, command) => warnOfSecrets(command));
  program.addHelpText(
    "after",
    `\nTimes are UTC. Data goes to stdout, everything else to stderr.\nExit codes: 0 done, 1 refused or partly failed, 2 misused, 130 interrupted.`,
  );
  settle(program);
  return program;
}
