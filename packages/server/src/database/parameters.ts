/** An element of an SQL array: quoted, so that nothing in it reads as a sign of the array. */
function element(value: unknown): string {
  if (value === null || value === undefined) return "NULL";
  return `"${(toText(value) ?? "").replace(/[\\"]/g, "\\$&")}"`;
}

/** A parameter as PostgreSQL reads it, whatever type it turns out to have. */
export function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `{${value.map(element).join(",")}}`;
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString("hex")}`;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
