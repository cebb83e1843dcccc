import { randomBytes } from "node:crypto";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export type IdPrefix = "tnt" | "key" | "usr" | "ses" | "fct" | "org" | "con" | "evt";

function encode(value: bigint, length: number): string {
  let text = "";
  for (let rest = value; text.length < length; rest >>= 5n)
    text = (alphabet[Number(rest & 31n)] ?? "0") + text;
  return text;
}

/** The last chance of each of the latest milliseconds. */
const latest = new Map<number, bigint>();
const remembered = 1000;

/** Chance that grows within a millisecond, so that ids made in one request sort as they were made. */
function chanceAt(time: number): bigint {
  const before = latest.get(time);
  const chance =
    before === undefined ? BigInt(`0x${randomBytes(10).toString("hex")}`) : before + 1n;
  // Requests of several milliseconds run side by side; the one that was used longest ago is forgotten.
  latest.delete(time);
  latest.set(time, chance);
  const [oldest] = latest.keys();
  if (latest.size > remembered && oldest !== undefined) latest.delete(oldest);
  return chance;
}

/** An opaque id that sorts by the time it was made: 48 bits of milliseconds, then 80 of chance. */
export function makeId(prefix: IdPrefix, now: Date = new Date()): string {
  const time = now.getTime();
  return `${prefix}_${encode(BigInt(time), 10)}${encode(chanceAt(time), 16)}`;
}

/** Where ids made at this time or later begin, whatever their chance. */
export const idsFrom = (prefix: IdPrefix, time: number): string =>
  `${prefix}_${encode(BigInt(Math.max(0, time)), 10)}`;

/** What an id may look like; anything else is no id and never reaches the database. */
export const isId = (text: string): boolean => /^[\w-]{1,64}$/.test(text);
