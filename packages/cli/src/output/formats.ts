import { toWire } from "@hellojohn/contract/wire";
import { printableRow } from "./csv.js";
import { printableJson } from "./printable.js";
import { type Column, tableOf } from "./table.js";

/** How things of one kind are shown. */
export interface View<Row> {
  columns: readonly Column<Row>[];
  /** The columns of a CSV file, in the wire's spelling. */
  fields: readonly string[];
}

type Rows<Row> = AsyncIterable<Row> | Iterable<Row>;
type Lines = AsyncGenerator<string, void, undefined>;

async function* table<Row>(rows: Rows<Row>, { columns }: View<Row>): Lines {
  yield* tableOf(rows, columns);
}

async function* csv<Row>(rows: Rows<Row>, { fields }: View<Row>): Lines {
  yield printableRow(fields);
  for await (const row of rows) {
    const wire = toWire(row) as Record<string, unknown>;
    yield printableRow(fields.map((field) => wire[field]));
  }
}

async function* ndjson<Row>(rows: Rows<Row>): Lines {
  for await (const row of rows) yield `${printableJson(JSON.stringify(toWire(row)))}\n`;
}

/** One array, element by element. */
async function* json<Row>(rows: Rows<Row>): Lines {
  let before = "[\n";
  for await (const row of rows) {
    yield before + jsonOf(row).replace(/^/gm, "  ");
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}

/** As the API answers it. */
export const jsonOf = (value: unknown): string =>
  printableJson(JSON.stringify(toWire(value), null, 2));

export const formats = { table, json, csv, ndjson };

export type Format = keyof typeof formats;
