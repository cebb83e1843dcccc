import type { SignedOutReason } from "./session-state.js";
import type { StoredSession } from "./session-store.js";

/** What tabs of one app tell each other. It never leaves the browser, nor the origin. */
export type TabMessage =
  | { type: "ask"; renewing: boolean; from: number }
  | { type: "answer"; session: StoredSession }
  | { type: "wait"; to: number }
  | { type: "renewed" | "began"; session: StoredSession }
  | { type: "ended"; sessionId: string; reason: SignedOutReason };

export interface Tabs {
  readonly id: number;
  post(message: TabMessage): void;
  /** Asks the other tabs; waits until `found` has an answer, but not for long. */
  ask<T>(renewing: boolean, found: () => T | undefined): Promise<T | undefined>;
  open(): void;
  close(): void;
}

const askMs = 100;
const renewMs = 10_000;

/** Tabs that share one account. Without `BroadcastChannel`, or outside a browser, each stands alone. */
export function createTabs(name: string, hear: (message: TabMessage) => void): Tabs {
  const id = Math.random();
  let channel: BroadcastChannel | undefined;
  /** Looks again for what was asked for; true prolongs the wait. */
  const waiting = new Set<(prolong: boolean) => void>();

  function open() {
    if (channel || !globalThis.window || !globalThis.BroadcastChannel) return;
    channel = new BroadcastChannel(name);
    channel.addEventListener("message", ({ data }: MessageEvent<TabMessage>) => {
      hear(data);
      for (const look of waiting) look(data.type === "wait" && data.to === id);
    });
  }

  const post = (message: TabMessage) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
    channel?.postMessage(message);
  };

  return {
    id,
    post,
    open,
    ask<T>(renewing: boolean, found: () => T | undefined) {
      post({ type: "ask", renewing, from: id });
      if (!channel) return Promise.resolve(found());
      return new Promise<T | undefined>((resolve) => {
        let timer = setTimeout(done, askMs);
        function done() {
          clearTimeout(timer);
          waiting.delete(look);
          resolve(found());
        }
        function look(prolong: boolean) {
          if (found() !== undefined) return done();
          if (!prolong) return;
          clearTimeout(timer);
          timer = setTimeout(done, renewMs);
        }
        waiting.add(look);
      });
    },
    close() {
      channel?.close();
      channel = undefined;
    },
  };
}

/** One tab at a time, where the browser can say so. */
export async function oneAtATime<T>(name: string, act: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks;
  return locks ? await locks.request(name, act) : await act();
}
