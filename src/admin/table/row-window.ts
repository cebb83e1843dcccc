/** What a list draws of itself, in rows. */
export interface RowWindow {
  start: number;
  length: number;
}

interface View {
  /** In pixels, like `height` and `row`. */
  top: number;
  height: number;
  row: number;
}

/** By how many rows the window moves at a time, and how many are drawn beyond each edge at least. */
const step = 4;

/** Which rows to draw, so that a scrolled screen is never empty. Most scrolling stays within a step and draws nothing. */
export function windowOf({ top, height, row }: View): RowWindow {
  const first = Math.floor(Math.max(0, top) / row / step) * step;
  const start = Math.max(0, first - step);
  return { start, length: first - start + Math.ceil(height / row) + 2 * step };
}

/** The rows to draw of a list this long, in order; `kept` stays, wherever it is. */
export function rowsIn({ start, length }: RowWindow, count: number, kept: number): number[] {
  const from = Math.max(0, Math.min(start, count - length));
  const to = Math.min(count, from + length);
  const rows = Array.from({ length: to - from }, (_, at) => from + at);
  if (kept >= 0 && kept < from) rows.unshift(kept);
  if (kept >= to && kept < count) rows.push(kept);
  return rows;
}
