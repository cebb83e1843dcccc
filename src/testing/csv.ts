/** A spreadsheet takes a cell that begins so for a formula, and runs it. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

const mustQuote = /[",\r\n]|^\s|\s$/;

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function cell(value: unknown): string {
  const text = textOf(value);
  const safe = typeof value === "string" && formula.test(text) ? `'${text}` : text;
  return mustQuote.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A row of a CSV file (RFC 4180); text that a spreadsheet would run gets an apostrophe in front. */
export const csvRow = (values: readonly unknown[]): string => `${values.map(cell).join(",")}\r\n`;
