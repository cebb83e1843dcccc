/** A spreadsheet takes a cell that begins so for a formula, and runs it. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

const mustQuote = /[",\r\n]|^\s|\s$/;

/** What a cell shows: nothing for null, RFC 3339 for a time, JSON for an object. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/**
 * One cell. Text that a spreadsheet would run gets an apostrophe in front, phone numbers (`+1555…`) among it: who reads
 * the file by a program takes one leading apostrophe away.
 */
function cell(value: unknown): string {
  const text = textOf(value);
  const safe = typeof value === "string" && formula.test(text) ? `'${text}` : text;
  return mustQuote.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A row of a CSV file (RFC 4180). */
export const csvRow = (values: readonly unknown[]): string => `${values.map(cell).join(",")}\r\n`;
