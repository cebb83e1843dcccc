import { refusal } from "@hellojohn/contract";

/** As much as the API itself takes. */
export const mostBytes = 64 * 1024;

const jsonType = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

async function readBytes({ headers, body }: Request): Promise<Uint8Array> {
  const tooLarge = () => refusal("payload_too_large", `Send at most ${mostBytes} bytes`);
  if (Number(headers.get("content-length")) > mostBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = (body ?? new Blob().stream()).getReader();
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a stream is read in order
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > mostBytes) {
      // Not waited for: another copy of the body may never be read.
      reader.cancel().catch(() => {});
      throw tooLarge();
    }
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer());
}

/** A JSON object as it came, to be sent on, and as it is understood, to be looked at. */
export interface Body {
  text: string | undefined;
  value: Record<string, unknown>;
}

export async function readBody(request: Request): Promise<Body> {
  const bytes = await readBytes(request);
  if (bytes.length === 0) return { text: undefined, value: {} };
  if (!jsonType.test(request.headers.get("content-type") ?? ""))
    throw refusal("unsupported_media_type", "Send application/json in UTF-8");
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return { text, value: value as Body["value"] };
  } catch {
    // Told below, with the rest of what is no object.
  }
  throw refusal("malformed_json", "Send a JSON object");
}
