import type { Command, Option } from "commander";

/** What may follow the words of a command. */
export interface Node {
  /** Such as `users sessions list`; empty for the program itself. */
  path: string;
  description: string;
  commands: { name: string; description: string }[];
  options: Flag[];
}

export interface Flag {
  names: string[];
  description: string;
  takesValue: boolean;
  choices: readonly string[];
  isFile: boolean;
}

const files = new Set(["--from-file", "--output", "--data-dir"]);

const flagOf = (option: Option): Flag => ({
  names: [option.long, option.short].filter((name) => name !== undefined && name !== null),
  description: option.description,
  takesValue: Boolean(option.required || option.optional),
  choices: option.argChoices ?? [],
  isFile: files.has(option.long ?? ""),
});

const help: Flag = {
  names: ["--help", "-h"],
  description: "print what a command does and takes",
  takesValue: false,
  choices: [],
  isFile: false,
};

const own = (command: Command): Flag[] =>
  command.options.filter(({ hidden }) => !hidden).map(flagOf);

/** Every command of the program, with the options that are understood everywhere. */
export function nodesOf(program: Command): Node[] {
  const everywhere = [...own(program), help];
  const visit = (command: Command, path: string[]): Node[] => [
    {
      path: path.join(" "),
      description: command.description(),
      commands: command.commands.map((inner) => ({
        name: inner.name(),
        description: inner.description(),
      })),
      options: command === program ? everywhere : [...own(command), ...everywhere],
    },
    ...command.commands.flatMap((inner) => visit(inner, [...path, inner.name()])),
  ];
  return visit(program, []);
}
