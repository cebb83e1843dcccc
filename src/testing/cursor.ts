import { refusal } from "@hellojohn/contract";

/** FNV-1a: enough to tell a cursor that was carried elsewhere or made up by hand. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}

const bytesOf = (text: string) =>
  [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

const textOf = (hex: string) =>
  new TextDecoder().decode(
    Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
  );

/** Where the next page begins, as text that holds for this subject alone. */
export function sealCursor(subject: unknown, position: unknown): string {
  const where = JSON.stringify(position);
  return `${digest(JSON.stringify(subject) + where)}_${bytesOf(where)}`;
}

/** Reads what `sealCursor` wrote for the same subject, and refuses any other text. */
export function openCursor<Position>(subject: unknown, cursor: string): Position {
  const [seal, hex = ""] = cursor.split("_");
  const where = textOf(hex);
  if (seal !== digest(JSON.stringify(subject) + where) || bytesOf(where) !== hex)
    throw refusal("invalid_cursor", "Start again without this cursor: it belongs to another list");
  return JSON.parse(where) as Position;
}
