import { randomBytes } from "node:crypto";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export type IdPrefix = "tnt" | "key" | "usr" | "ses" | "fct" | "org" | "con" | "evt";

function encode(value: bigint, length: number): string {
  let text = "";
  for (let rest = value; text.length < length; rest >>= 5n)
    text = (alphabet[Number(rest & 31n)] ?? "0") + text;
  return text;
}

let last = { time: 0, chance: 0n };

/** Chance that grows within a millisecond, so that ids made in one request sort as they were made. */
function chanceAt(time: number): bigint {
  const fresh = BigInt(`0x${randomBytes(10).toString("hex")}`);
  last = { time, chance: time === last.time ? last.chance + 1n : fresh };
  return last.chance;
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
