/** A spreadsheet takes a cell that begins so for a formula, and runs it. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

const mustQuote = /[",\r\n]|^\s|\s$/;

/** What a terminal would obey has no business in a cell; a tab and a line's end have. */
const controls = /(?![\t\r\n])[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  const plain = text.replace(controls, "\ufffd");
  const safe = typeof value === "string" && formula.test(plain) ? `'${plain}` : plain;
  return mustQuote.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A row of a CSV file (RFC 4180). Text that a spreadsheet would run gets an apostrophe in front. */
export const csvRow = (values: readonly unknown[]): string => `${values.map(cell).join(",")}\r\n`;
