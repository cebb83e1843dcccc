import { types } from "@electric-sql/pglite";
import { parsers } from "./types.js";

export interface Field {
  name: string;
  dataTypeID: number;
}

export type Row = Record<string, unknown>;

/** What each message of PostgreSQL's protocol begins with. */
const kinds = { dataRow: 0x44, error: 0x45 };

const asText = (text: string): unknown => text;
const readerOf = (type: number) => parsers[type] ?? types.parsers[type] ?? asText;

/** Where each message of a kind begins, of those that stand one behind the other. */
function placesOf(kind: number, bytes: Buffer): number[] {
  const places: number[] = [];
  for (let at = 0; at < bytes.length; at += 1 + bytes.readInt32BE(at + 1))
    if (bytes[at] === kind) places.push(at);
  return places;
}

export const holdsError = (bytes: Buffer): boolean => placesOf(kinds.error, bytes).length > 0;

/** What comes before the first row; it tells of the columns. */
export const beforeRows = (bytes: Buffer): Buffer =>
  bytes.subarray(0, placesOf(kinds.dataRow, bytes)[0]);

/** The rows in an answer, each value read where it lies: PGlite's own reader copies it twice first. */
export function readRows(fields: readonly Field[], bytes: Buffer): Row[] {
  const readers = fields.map(({ name, dataTypeID }) => ({ name, read: readerOf(dataTypeID) }));
  return placesOf(kinds.dataRow, bytes).map((place) => {
    const row: Row = {};
    let at = place + 7;
    for (const { name, read } of readers) {
      const length = bytes.readInt32BE(at);
      at += 4;
      row[name] = length < 0 ? null : read(bytes.toString("utf8", at, at + length));
      at += Math.max(length, 0);
    }
    return row;
  });
}
