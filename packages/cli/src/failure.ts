import { HelloJohnError } from "@hellojohn/contract/errors";
import { colorsFor } from "./output/colors.js";
import { hideKeys, printable } from "./output/printable.js";
import { NotDone, UsageError } from "./usage-error.js";

/** The message with what is wrong with each field, and the code, in one line. */
export function lineOf(error: HelloJohnError): string {
  const fields = Object.entries(error.fields).map(
    ([name, reasons]) => `${name}: ${reasons.map(({ message }) => message).join(", ")}`,
  );
  return `${[error.message, ...fields].join("; ")} (${error.code})`;
}

export function say(line: string): void {
  process.stderr.write(`${hideKeys(printable(line))}\n`);
}

const messageOf = (error: unknown): string => {
  if (HelloJohnError.is(error)) return lineOf(error);
  return error instanceof Error ? error.message : String(error);
};

/** Tells on stderr what went wrong; answers the exit code. */
export function tellFailure(error: unknown, { verbose }: { verbose: boolean }): number {
  const colors = colorsFor(process.stderr);
  const message = hideKeys(printable(messageOf(error)));
  process.stderr.write(
    error instanceof NotDone ? `${message}\n` : `${colors.red("error:")} ${message}\n`,
  );
  if (verbose && HelloJohnError.is(error) && error.requestId) say(`request: ${error.requestId}`);
  if (verbose && !HelloJohnError.is(error) && error instanceof Error && error.cause)
    say(`cause: ${messageOf(error.cause)}`);
  return error instanceof UsageError ? 2 : 1;
}
