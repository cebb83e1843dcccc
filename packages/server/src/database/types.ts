/** Types that the two drivers read differently, by their number in PostgreSQL. */
const numbers = { int8: 20, numeric: 1700 };
const numberLists = { int2: 1005, int4: 1007, int8: 1016, numeric: 1231 };
const textLists = { text: 1009, varchar: 1015 };
const dates = { timestamp: 1114, timestamptz: 1184 };

const plainDate = 1082;

/** How a value is read, on both drivers. */
export const parsers: Record<number, (text: string) => unknown> = {
  [numbers.int8]: Number,
  [numbers.numeric]: Number,
  [numberLists.int2]: readNumbers,
  [numberLists.int4]: readNumbers,
  [numberLists.int8]: readNumbers,
  [numberLists.numeric]: readNumbers,
  [textLists.text]: readTexts,
  [textLists.varchar]: readTexts,
  [plainDate]: (text) => text,
  [dates.timestamp]: (text) => new Date(`${text.replace(" ", "T")}Z`),
  [dates.timestamptz]: readTimestamp,
};

/** PostgreSQL writes `2026-01-02 03:04:05.678901+00`, thousands of them in a list: no pattern is tried where none is needed. */
function readTimestamp(text: string): Date {
  if (text.endsWith("+00") && text[10] === " ")
    return new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`);
  return new Date(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"));
}

/** PostgreSQL writes `{1,2,NULL}`. */
function readNumbers(text: string): (number | null)[] {
  const items = text.slice(1, -1).split(",").filter(Boolean);
  return items.map((item) => (item === "NULL" ? null : Number(item)));
}

/** PostgreSQL writes `{plain,"with, sign",NULL}`. */
function readTexts(text: string): (string | null)[] {
  const items = text.slice(1, -1).matchAll(/"((?:[^"\\]|\\.)*)"|([^",]+)/g);
  return Array.from(items, ([, quoted, plain]) => {
    if (quoted !== undefined) return quoted.replace(/\\(.)/g, "$1");
    return plain === undefined || plain === "NULL" ? null : plain;
  });
}
