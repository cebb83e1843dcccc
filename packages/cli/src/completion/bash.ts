import type { Flag, Node } from "./tree.js";

const words = (values: readonly string[]): string => values.join(" ");

const valueCases = (flags: readonly Flag[]): string[] =>
  flags
    .filter(({ takesValue }) => takesValue)
    .map(({ names, choices, isFile }) => {
      const reply = isFile
        ? `IFS=$'\\n'; COMPREPLY=($(compgen -f -- "$current"))`
        : `COMPREPLY=($(compgen -W "${words(choices)}" -- "$current"))`;
      return `      "${names.join('" | "')}") ${reply}; return ;;`;
    });

const distinct = (nodes: readonly Node[]): Flag[] => [
  ...new Map(nodes.flatMap(({ options }) => options.map((flag) => [flag.names[0], flag]))).values(),
];

const branch = ({ path, commands, options }: Node): string =>
  `    "${path}") words="${words(commands.map(({ name }) => name))}"; flags="${words(options.flatMap(({ names }) => names))}" ;;`;

/** For `source <(hj completion bash)`, bash 3.2 too. */
export function bash(name: string, nodes: readonly Node[]): string {
  const paths = nodes.map(({ path }) => path).filter(Boolean);
  const values = distinct(nodes).filter(({ takesValue }) => takesValue);
  return `# ${name} completion for bash
_${name}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  local path="" words="" flags="" word next skip=0 at IFS=$' \\t\\n'
  COMPREPLY=()
  for ((at = 1; at < COMP_CWORD; at++)); do
    word="\${COMP_WORDS[at]}"
    if ((skip)); then skip=0; continue; fi
    case "$word" in
      ${values.flatMap(({ names }) => names).join(" | ")}) skip=1; continue ;;
      -*) continue ;;
    esac
    next="\${path:+$path }$word"
    case "$next" in
      ${paths.map((path) => `"${path}"`).join(" | ")}) path="$next" ;;
    esac
  done
  if ((skip)); then
    case "$previous" in
${valueCases(values).join("\n")}
    esac
  fi
  case "$path" in
${nodes.map(branch).join("\n")}
  esac
  case "$current" in
    -*) COMPREPLY=($(compgen -W "$flags" -- "$current")) ;;
    *) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
  esac
}
complete -F _${name} ${name}
`;
}
