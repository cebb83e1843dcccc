import { type Colors, colorsFor } from "./colors.js";
import { printable } from "./printable.js";
import { padTo, widthOf } from "./width.js";

export interface Column<Row> {
  head: string;
  text(row: Row): string;
  /** The least width, the gap to the next column included. */
  width?: number;
  color?(row: Row): "red" | "yellow" | "green" | "dim" | undefined;
}

const gap = 2;
/** As many rows decide how wide the columns are; the rest is printed as it comes. */
const sample = 100;

const cellsOf = <Row>(row: Row, columns: readonly Column<Row>[]): string[] =>
  columns.map((column) => printable(column.text(row)));

function lineOf(cells: readonly string[], widths: readonly number[], paint = plainly): string {
  const last = cells.length - 1;
  const line = cells.map((cell, at) => {
    // A cell wider than its column keeps its distance from the next one.
    const width = Math.max(widths[at] ?? 0, widthOf(cell) + gap);
    return paint(at === last ? cell : padTo(cell, width), at);
  });
  return `${line.join("").trimEnd()}\n`;
}

const plainly = (text: string, _at: number): string => text;

function painter<Row>(row: Row, columns: readonly Column<Row>[], colors: Colors) {
  return (text: string, at: number): string => {
    const color = columns[at]?.color?.(row);
    return color ? colors[color](text) : text;
  };
}

/** A table as lines. It begins once enough rows are there to tell its widths, and keeps none after that. */
export async function* tableOf<Row>(
  rows: AsyncIterable<Row> | Iterable<Row>,
  columns: readonly Column<Row>[],
): AsyncGenerator<string, void, undefined> {
  const colors = colorsFor(process.stdout);
  const heads = columns.map(({ head }) => head);
  let waiting: Row[] | undefined = [];
  let widths: number[] = [];
  const draw = (row: Row) => lineOf(cellsOf(row, columns), widths, painter(row, columns, colors));
  function* begin(first: readonly Row[]): Generator<string> {
    const all = [heads, ...first.map((row) => cellsOf(row, columns))];
    widths = columns.map(({ width = 0 }, at) =>
      Math.max(width, ...all.map((cells) => widthOf(cells[at] ?? "") + gap)),
    );
    yield lineOf(heads, widths, (text) => colors.bold(text));
    for (const row of first) yield draw(row);
  }

  for await (const row of rows) {
    if (!waiting) {
      yield draw(row);
      continue;
    }
    waiting.push(row);
    if (waiting.length < sample) continue;
    yield* begin(waiting);
    waiting = undefined;
  }
  if (waiting) yield* begin(waiting);
}
