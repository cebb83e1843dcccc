import { refuseFields } from "@hellojohn/contract";

/** The versions a change may be based on; nothing when any will do. What cannot be read is refused, not ignored. */
export function parseIfMatch(header: string | undefined): number[] | undefined {
  if (header === undefined || header.trim() === "*") return undefined;
  const tags = header.split(",").map((tag) => tag.trim());
  // A weak tag never matches, but it is one.
  if (!tags.every((tag) => /^(?:W\/)?"[^"\s]{0,64}"$/.test(tag)))
    throw refuseFields({
      ifMatch: [{ code: "invalid_format", message: 'Write the version as "7"' }],
    });
  return tags.filter((tag) => /^"\d{1,9}"$/.test(tag)).map((tag) => Number(tag.slice(1, -1)));
}

export const etag = (version: number): string => `"${version}"`;

/** The version of what is answered, when it has one. */
export const versionOf = (reply: unknown): number | undefined => {
  const version = (reply as { version?: unknown } | null | undefined)?.version;
  return typeof version === "number" ? version : undefined;
};
