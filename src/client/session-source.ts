import type { SessionState, SignedOutReason } from "./session-state.js";

/** Where access tokens come from. */
export interface SessionSource {
  get(): SessionState;
  subscribe(listener: () => void): () => void;
  /** A token to call with, or null when nobody is signed in. */
  getToken(): Promise<string | null>;
  /** Another token in place of one the server refused, or null when there is none. */
  renew(refused: string): Promise<string | null>;
  /** Ends the session here; nothing is told to the server. */
  end(reason: SignedOutReason): void;
  close(): void;
}

/** Refuses a secret key wherever a browser would hold one; the message never repeats it. */
export function refuseSecretKey(value: unknown, place: string): void {
  if (typeof value === "string" && /^\s*(?:bearer\s+)?sk_/i.test(value))
    throw new Error(
      `The ${place} is a secret key (sk_…), and every visitor has it. Revoke it; only servers hold one, with @hellojohn/node.`,
    );
}
