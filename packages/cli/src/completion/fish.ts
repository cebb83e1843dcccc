import type { Flag, Node } from "./tree.js";

const quoted = (text: string): string =>
  `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

/** Where a node's words count: its own words are there, and none of the commands that lead further. */
function condition({ path, commands }: Node): string {
  const seen = path.split(" ").filter(Boolean);
  const parts = seen.map((word) => `__fish_seen_subcommand_from ${word}`);
  const further = commands.map(({ name }) => name).join(" ");
  if (further) parts.push(`not __fish_seen_subcommand_from ${further}`);
  return quoted(parts.join("; and "));
}

function flagWords({ names, choices, takesValue, isFile, description }: Flag): string {
  const spelled = names.map((name) =>
    name.startsWith("--") ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`,
  );
  if (takesValue)
    spelled.push(isFile ? "-rF" : choices.length > 0 ? `-xa ${quoted(choices.join(" "))}` : "-x");
  return `${spelled.join(" ")} -d ${quoted(description)}`;
}

/** For \`hj completion fish | source\`. */
export function fish(name: string, nodes: readonly Node[]): string {
  const lines = nodes.flatMap((node) => {
    const where = `complete -c ${name} -n ${condition(node)}`;
    return [
      ...node.commands.map(
        (command) => `${where} -a ${command.name} -d ${quoted(command.description)}`,
      ),
      ...node.options.map((flag) => `${where} ${flagWords(flag)}`),
    ];
  });
  return `# ${name} completion for fish\ncomplete -c ${name} -f\n${lines.join("\n")}\n`;
}
