import type { Metadata } from "./metadata.js";
import { isObject } from "./wire.js";

/** RFC 7396: a value replaces, `null` removes, objects merge at every depth. */
export function mergePatch(target: unknown, patch: Metadata): Metadata {
  const merged: Metadata = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = isObject(value) ? mergePatch(merged[key], value) : value;
  }
  return merged;
}
