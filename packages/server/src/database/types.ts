/** Types that the two drivers read differently, by their number in PostgreSQL. */
const numbers = { int8: 20, numeric: 1700 };
const dates = { timestamp: 1114, timestamptz: 1184 };

const plainDate = 1082;

/** How a value is read, on both drivers. */
export const parsers: Record<number, (text: string) => unknown> = {
  [numbers.int8]: Number,
  [numbers.numeric]: Number,
  [plainDate]: (text) => text,
  [dates.timestamp]: (text) => new Date(`${text.replace(" ", "T")}Z`),
  [dates.timestamptz]: (text) => readTimestamp(text),
};

/** PostgreSQL writes `2026-01-02 03:04:05.678901+00`. */
function readTimestamp(text: string): Date {
  return new Date(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"));
}
