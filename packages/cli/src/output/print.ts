import { once } from "node:events";
import { type Format, formats, jsonOf, type View } from "./formats.js";

/** Writes to stdout as fast as it is read, and keeps nothing. */
export async function write(lines: AsyncIterable<string> | Iterable<string>): Promise<void> {
  for await (const line of lines)
    if (!process.stdout.write(line)) await once(process.stdout, "drain");
}

/** Prints things of one kind, one after the other. */
export const printRows = <Row>(
  rows: AsyncIterable<Row> | Iterable<Row>,
  format: Format,
  view: View<Row>,
): Promise<void> => write(formats[format](rows, view));

export const printJson = (value: unknown): Promise<void> => write([`${jsonOf(value)}\n`]);

/** An answer that is told on stderr; who asked for a format also gets it on stdout. */
export async function printAnswer(answer: object, format: Format): Promise<void> {
  if (format === "json") return printJson(answer);
  if (format === "table") return undefined;
  return printRows([answer], format, { columns: [], fields: Object.keys(answer) });
}
