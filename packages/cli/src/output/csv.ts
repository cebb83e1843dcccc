/** A spreadsheet takes a cell that begins so for a formula, and runs it. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

const mustQuote = /[",\r\n]|^\s|\s$/;

/** Controls have no business in a cell, and on a terminal they would be obeyed. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  const plain = text.replace(controls, "\ufffd");
  const safe = typeof value === "string" && formula.test(plain) ? `'${plain}` : plain;
  return mustQuote.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A row of a CSV file (RFC 4180). Text that a spreadsheet would run gets an apostrophe in front. */
export const csvRow = (values: readonly unknown[]): string => `${values.map(cell).join(",")}\r\n`;
