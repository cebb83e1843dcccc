import type { Flag, Node } from "./tree.js";

/** In a single-quoted specification of `_arguments` or `_describe`. */
const quoted = (text: string): string =>
  text.replace(/[[\]:\\]/g, (letter) => `\\${letter}`).replaceAll("'", "'\\''");

function action({ takesValue, choices, isFile }: Flag): string {
  if (!takesValue) return "";
  if (isFile) return ":file:_files";
  return choices.length > 0 ? `:value:(${choices.join(" ")})` : ":value: ";
}

const specification = (flag: Flag): string[] =>
  flag.names.map((name) => `'${name}[${quoted(flag.description)}]${action(flag)}'`);

function branch({ path, commands, options }: Node): string {
  const flags = options.flatMap(specification).join(" ");
  if (commands.length === 0) return `    '${path}') _arguments ${flags} '*: :' ;;`;
  const listed = commands
    .map((command) => `'${quoted(command.name)}:${quoted(command.description)}'`)
    .join(" ");
  return `    '${path}') choices=(${listed}); _describe command choices; _arguments ${flags} ;;`;
}

/** For a file \`_hj\` in \`$fpath\`, or \`source <(hj completion zsh)\`. */
export function zsh(name: string, nodes: readonly Node[]): string {
  const paths = nodes.map(({ path }) => path).filter(Boolean);
  return `#compdef ${name}
_${name}() {
  local -a choices
  local route="" word next
  for word in \${words[2,CURRENT-1]}; do
    [[ "$word" == -* ]] && continue
    next="\${route:+$route }$word"
    case "$next" in
      ${paths.map((path) => `'${path}'`).join(" | ")}) route="$next" ;;
    esac
  done
  case "$route" in
${nodes.map(branch).join("\n")}
  esac
}
compdef _${name} ${name}
`;
}
