import type { Metadata } from "@hellojohn/contract";

/** One key of the public metadata, and how a person sets it. */
export interface PreferenceDescription {
  key: string;
  label: string;
  type: "text" | "number" | "boolean" | "select";
  hint?: string;
  /** The choices of a `select`. */
  options?: readonly { value: string; label: string }[];
}

/** What a control shows for a stored value; nothing stored is an empty text, or off. */
export function textOf({ key, type }: PreferenceDescription, metadata: Metadata): string {
  const value = Object.hasOwn(metadata, key) ? metadata[key] : undefined;
  if (type === "boolean") return String(value === true);
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** What to store for a control's text; an empty one removes the key. */
export function valueOf({ type }: PreferenceDescription, text: string): unknown {
  if (type === "boolean") return text === "true";
  if (text === "") return null;
  return type === "number" ? Number(text) : text;
}
