import type { Logger } from "pino";
import type { Stream } from "../services/call.js";
import { tellRate } from "./answer.js";
import type { Request } from "./env.js";

export const isStream = (reply: unknown): reply is Stream =>
  typeof reply === "object" && reply !== null && "chunks" in reply;

/** Sends chunks as fast as they are taken. A fault ends the answer early, so that nobody takes a part for the whole. */
export function streamWith(c: Request, { contentType, filename, chunks }: Stream, log: Logger) {
  tellRate(c);
  c.set("told", true);
  const texts = chunks[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await texts.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        log.error({ err: error, request_id: c.get("origin").requestId }, "stream cut");
        controller.error(error);
      }
    },
    async cancel() {
      await texts.return?.();
    },
  });
  return new Response(body, {
    headers: {
      ...c.get("headers"),
      "Content-Type": contentType,
      "Content-Disposition": `attachment; filename="${filename}"`,
    },
  });
}
