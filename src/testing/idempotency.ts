import { refusal } from "@hellojohn/contract";

/** Gives the first answer again to a call that carries the same key and body. */
export interface Replays {
  find(key: string, body: string): Response | undefined;
  keep(key: string, body: string, response: Response): void;
}

export function createReplays(): Replays {
  const kept = new Map<string, { body: string; response: Response }>();
  return {
    find(key, body) {
      const first = kept.get(key);
      if (first && first.body !== body)
        throw refusal("idempotency_key_reused", "This key went with another body before");
      return first?.response.clone();
    },
    keep: (key, body, response) => void kept.set(key, { body, response: response.clone() }),
  };
}
