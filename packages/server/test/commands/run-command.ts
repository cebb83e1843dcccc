import { run } from "../../src/commands/run.js";

/** Runs the program in this process and answers what it said and its exit code. */
export async function runCommand(words: string[], env: Record<string, string> = {}) {
  const out: string[] = [];
  const talk: string[] = [];
  const code = await run(words, {
    env: { HELLOJOHN_DATA_DIR: "memory://", ...env },
    print: (line) => out.push(line),
    say: (line) => talk.push(line),
  });
  return { code, out: out.join("\n"), talk: talk.join("\n") };
}
