import { csvRow } from "@hellojohn/contract";

/** What a terminal would obey has no business in a cell; a tab and a line's end have. */
const controls = /(?![\t\r\n])[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

function plain(value: unknown): unknown {
  if (value === null || (typeof value !== "object" && typeof value !== "string")) return value;
  const text = typeof value === "object" ? JSON.stringify(value) : value;
  return text.replace(controls, "\ufffd");
}

/** A row of a CSV file that is safe to print. */
export const printableRow = (values: readonly unknown[]): string => csvRow(values.map(plain));
