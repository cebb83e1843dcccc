import { randomBytes } from "node:crypto";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export type IdPrefix = "tnt" | "key" | "usr" | "ses" | "fct" | "org" | "con" | "evt";

function encode(value: bigint, length: number): string {
  let text = "";
  for (let rest = value; text.length < length; rest >>= 5n)
    text = (alphabet[Number(rest & 31n)] ?? "0") + text;
  return text;
}

/** An opaque id that sorts by the time it was made: 48 bits of milliseconds, then 80 of chance. */
export function makeId(prefix: IdPrefix, now: Date = new Date()): string {
  const chance = BigInt(`0x${randomBytes(10).toString("hex")}`);
  return `${prefix}_${encode(BigInt(now.getTime()), 10)}${encode(chance, 16)}`;
}

/** What an id may look like; anything else is no id and never reaches the database. */
export const isId = (text: string): boolean => /^[\w-]{1,64}$/.test(text);
