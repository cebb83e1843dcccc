import { type Check } from "./checks.js";

/** A JSON object of the tenant's own making. */
export type Metadata = Record<string, unknown>;

/** Limits of each kind of metadata, after the change as well as in it. */
export const metadataLimits = { bytes: 8192, depth: 5, keyLength: 64 } as const;

const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);
const refused = (code: string, message: string) => ({ refused: { code, message } });

type Refusal = ReturnType<typeof refused> | undefined;

const isText = (text: string) => !/[\0\p{Cs}]/u.test(text);

function scan(value: unknown, depth: number): Refusal {
  if (typeof value === "string")
    return isText(value)
      ? undefined
      : refused("invalid_characters", "Remove NUL and broken characters");
  if (typeof value === "number")
    return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))
      ? undefined
      : refused("invalid_number", "Send large numbers as text; this one would be changed");
  if (value === null || typeof value === "boolean") return undefined;
  if (typeof value !== "object") return refused("invalid_type", "Send JSON");
  if (depth > metadataLimits.depth)
    return refused("metadata_too_large", `Nest at most ${metadataLimits.depth} levels`);
  for (const [key, inner] of Object.entries(value)) {
    if (
      !Array.isArray(value) &&
      (forbiddenKeys.has(key) || !isText(key) || !key || [...key].length > metadataLimits.keyLength)
    )
      return refused(
        "invalid_key",
        `Keys are 1 to ${metadataLimits.keyLength} characters and none of JavaScript's own`,
      );
    const found = scan(inner, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** Metadata, or a merge patch of it (RFC 7396): within the limits and safe to hand to JavaScript. */
export const metadata: Check<Metadata> = (value) => {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return refused("invalid_type", "Send a JSON object");
  const found = scan(value, 1);
  if (found) return found;
  const bytes = new TextEncoder().encode(JSON.stringify(value)).length;
  if (bytes > metadataLimits.bytes)
    return refused(
      "metadata_too_large",
      `Use at most ${metadataLimits.bytes} bytes; this is ${bytes}`,
    );
  return { value: value as Metadata };
};
