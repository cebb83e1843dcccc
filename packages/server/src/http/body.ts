import { refusal } from "@hellojohn/contract";
import { parseStrictJson } from "./strict-json.js";

const mostBytes = 64 * 1024;

const tooLarge = () => refusal("payload_too_large", `Send at most ${mostBytes} bytes`);

/** JSON, said so, in UTF-8. */
const jsonType = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

async function readBytes(request: Request): Promise<Uint8Array> {
  const length = request.headers.get("content-length");
  if (Number(length) > mostBytes) throw tooLarge();
  // Node takes no more than it was told of, so there is nothing to count; and it need not make a stream of it.
  if (length !== null) return new Uint8Array(await request.arrayBuffer());
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a stream is read in order
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    size += value.length;
    if (size > mostBytes) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(value);
  }
}

export interface Body {
  /** As it came, to tell a repeated call from another one. */
  bytes: Uint8Array;
  value: Record<string, unknown>;
}

/** The body of a call; none at all is an empty object. */
export async function readBody(request: Request): Promise<Body> {
  const bytes = await readBytes(request);
  if (bytes.length === 0) return { bytes, value: {} };
  if (!jsonType.test(request.headers.get("content-type") ?? ""))
    throw refusal("unsupported_media_type", "Send application/json in UTF-8");
  return { bytes, value: parseStrictJson(bytes) };
}
