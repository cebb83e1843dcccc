import { hideKeys, printable } from "./output/printable.js";
import { NotDone, UsageError } from "./usage-error.js";

/** Asks a person. Without one it fails rather than waits. */
export async function confirm(question: string, accepted: readonly string[]): Promise<void> {
  if (!process.stdin.isTTY)
    throw new UsageError("This cannot be undone, and nobody is here to be asked: say --yes");
  const { createInterface } = await import("node:readline/promises");
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  const asked = lines.question(hideKeys(printable(question)));
  const gone = new Promise<string>((resolve) => lines.once("close", () => resolve("")));
  const answer = await Promise.race([asked, gone]);
  lines.close();
  if (!accepted.includes(answer.trim().toLowerCase())) throw new NotDone("Nothing was deleted");
}
