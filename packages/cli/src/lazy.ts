import { Command } from "commander";

/** What was typed; nothing when the whole tree is wanted. */
export type Words = readonly string[] | undefined;

/** A command that is loaded when it is named: reading all of them would be most of a start. */
export interface Lazy {
  summary: string;
  load(words: Words): Promise<Command>;
}

/** Adds commands by name. Those that nobody named are there by name and summary alone. */
export async function addCommands(
  to: Command,
  commands: Readonly<Record<string, Lazy>>,
  words: Words,
): Promise<Command> {
  for (const [name, { summary, load }] of Object.entries(commands)) {
    // oxlint-disable-next-line no-await-in-loop -- one is loaded, seldom more
    const command = !words || words.includes(name) ? await load(words) : new Command(name);
    to.addCommand(command.description(summary));
  }
  return to;
}

/** A group of commands. Its help tells of them all, so all are loaded unless one is named. */
export function group(
  name: string,
  commands: Readonly<Record<string, Lazy>>,
): (words: Words) => Promise<Command> {
  const isNamed = (word: string) => Object.hasOwn(commands, word);
  return (words) =>
    addCommands(new Command(name), commands, words?.some(isNamed) ? words : undefined);
}
