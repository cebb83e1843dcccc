import type { Check, Metadata } from "@hellojohn/contract";
import { metadata } from "@hellojohn/contract/metadata";
import { differs } from "../../react/index.js";

const isObject = (value: unknown): value is Metadata =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const ordered = (_key: string, value: unknown): unknown =>
  isObject(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** The same text for the same metadata: a database keeps no order of keys. */
export const textOf = (value: unknown): string => JSON.stringify(value, ordered, 2);

/** How much of the limit it takes. */
export const bytesOf = (value: Metadata): number =>
  new TextEncoder().encode(JSON.stringify(value)).length;

/** Reads what was typed, within the limits of the API. */
export function parse(text: string, notJson: string): ReturnType<Check<Metadata>> {
  try {
    return metadata(JSON.parse(text.trim() || "{}"));
  } catch {
    return { refused: { code: "not_json", message: notJson } };
  }
}

/** The merge patch (RFC 7396) that makes one document of another; `null` removes a key. */
export function patchBetween(before: Metadata, after: Metadata): Metadata {
  const patch: Metadata = {};
  for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) patch[key] = null;
  for (const [key, value] of Object.entries(after)) {
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    if (differs(old, value))
      patch[key] = isObject(old) && isObject(value) ? patchBetween(old, value) : value;
  }
  return patch;
}
