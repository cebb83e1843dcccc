import { refusal, refuseFields } from "@hellojohn/contract";

/** A key belongs to whoever sent it. */
interface KeyedCall {
  owner: string;
  key: string;
}

/** Gives the first answer again to a call that carries the same key and body. */
export interface Replays {
  find(call: KeyedCall, body: string): Response | undefined;
  keep(call: KeyedCall, body: string, response: Response): void;
}

export function createReplays(): Replays {
  const kept = new Map<string, { body: string; response: Response }>();
  return {
    find({ owner, key }, body) {
      if (!/^[\x20-\x7e]{1,255}$/.test(key))
        throw refuseFields({
          idempotencyKey: [
            { code: "invalid_format", message: "Send 1 to 255 printable characters" },
          ],
        });
      const first = kept.get(`${owner} ${key}`);
      if (first && first.body !== body)
        throw refusal("idempotency_key_reused", "This key went with another body before");
      return first?.response.clone();
    },
    keep: ({ owner, key }, body, response) =>
      void kept.set(`${owner} ${key}`, { body, response: response.clone() }),
  };
}
