import type { Check, Metadata } from "@hellojohn/contract";
import { isObject } from "@hellojohn/contract/wire";
import { differs } from "../../react/index.js";

const ordered = (_key: string, value: unknown): unknown =>
  isObject(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** The same text for the same metadata: a database keeps no order of keys. */
export const textOf = (value: unknown): string => JSON.stringify(value, ordered, 2);

/** Reads what was typed. A number that reading would change is refused here, where it is still seen. */
export function parse(text: string, message: string): ReturnType<Check<Metadata>> {
  try {
    const value: unknown = JSON.parse(text.trim() || "{}", (_key, each) => {
      if (typeof each === "number" && !Number.isSafeInteger(Math.trunc(each))) throw each;
      return each;
    });
    if (isObject(value)) return { value };
  } catch {
    // It is told below.
  }
  return { refused: { code: "not_json", message } };
}

const own = (document: Metadata, key: string) =>
  Object.hasOwn(document, key) ? document[key] : undefined;

/** The merge patch (RFC 7396) that makes one document of another; `null` removes a key. */
export const patchBetween = (before: Metadata, after: Metadata): Metadata =>
  Object.fromEntries(
    Object.keys({ ...before, ...after }).flatMap((key) => {
      const old = own(before, key);
      const now = own(after, key) ?? null;
      if (!differs(old, now)) return [];
      return [[key, isObject(old) && isObject(now) ? patchBetween(old, now) : now]];
    }),
  );
