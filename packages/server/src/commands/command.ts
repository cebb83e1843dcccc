import { type ParseArgsConfig, parseArgs } from "node:util";

/** Where a command's words go: data to stdout, talk to stderr. */
export interface Terminal {
  env: Record<string, string | undefined>;
  print(line: string): void;
  say(line: string): void;
}

export interface Command {
  /** One line for `--help`. */
  summary: string;
  usage: string;
  /** Answers the exit code. */
  run(args: string[], terminal: Terminal): Promise<number>;
}

/** The command was written wrongly; exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

type Options = NonNullable<ParseArgsConfig["options"]>;

interface Strict<T extends Options> {
  args: string[];
  options: T;
  strict: true;
  allowPositionals: false;
}

type Values<T extends Options> = ReturnType<typeof parseArgs<Strict<T>>>["values"];

/** Reads options strictly: an unknown one, a missing value or a stray word is refused. */
export function readOptions<const T extends Options>(args: string[], options: T): Values<T> {
  try {
    const strict: Strict<T> = { args, options, strict: true, allowPositionals: false };
    return parseArgs(strict).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** An option that must be there. */
export function required(value: string | undefined, option: string): string {
  if (value?.trim()) return value.trim();
  throw new UsageError(`${option} is missing`);
}

/** The word of a list that was probably meant. */
export function closest(word: string, words: readonly string[]): string | undefined {
  const ranked = words
    .map((known) => ({ known, far: distance(word, known) }))
    .sort((a, b) => a.far - b.far);
  const [best] = ranked;
  return best && best.far <= 3 ? best.known : undefined;
}

/** How many letters to change, add or drop (Levenshtein). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries())
      next.push(
        Math.min(
          (next[j] ?? 0) + 1,
          (row[j + 1] ?? 0) + 1,
          (row[j] ?? 0) + (letter === other ? 0 : 1),
        ),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}
