import { refusal, refuseFields } from "@hellojohn/contract";

const maxBytes = 65_536;

/** The JSON object in a body; nothing counts as an empty one. */
export function readObject(text: string, contentType: string | null): object {
  if (text === "") return {};
  if (!/^application\/json\s*(?:;|$)/i.test(contentType ?? ""))
    throw refusal("unsupported_media_type", "Send application/json");
  if (new TextEncoder().encode(text).length > maxBytes)
    throw refusal("payload_too_large", "Send at most 64 KiB");
  const value = parseJson(text);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw refuseFields({ body: [{ code: "invalid_type", message: "Send a JSON object" }] });
  return value;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw refusal("malformed_json", "The body is not JSON", { cause });
  }
}

/** What a body says, as far as it can be read. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
