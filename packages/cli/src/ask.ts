import { isCancel, password, text } from "@clack/prompts";
import { NotDone } from "./usage-error.js";

const required = (value: string | undefined) => (value?.trim() ? undefined : "It is needed.");

function answered(answer: string | symbol): string {
  if (isCancel(answer) || typeof answer === "symbol") throw new NotDone("Nothing was changed");
  return answer.trim();
}

// Talk goes to stderr, questions included.
const output = process.stderr;

export const ask = async (message: string, usual: string): Promise<string> =>
  answered(await text({ message, initialValue: usual, validate: required, output }));

/** What is typed is not shown. */
export const askSecret = async (message: string): Promise<string> =>
  answered(await password({ message, validate: required, output }));
