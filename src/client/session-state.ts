/** Why there is no session: the person left, someone ended the session, or it lapsed. */
export type SignedOutReason = "signed_out" | "session_revoked" | "session_expired";

/** Who acts, as far as this device knows. */
export type SessionState =
  | { readonly status: "loading" }
  | { readonly status: "signed-out"; readonly reason?: SignedOutReason }
  | {
      readonly status: "signed-in";
      readonly userId: string;
      readonly sessionId: string;
      /** Someone else acts as this person. */
      readonly impersonated: boolean;
    };

/** Before anything is known; a page is rendered on a server in this state. */
export const loading: SessionState = { status: "loading" };

export const signedOut = (reason?: SignedOutReason): SessionState => ({
  status: "signed-out",
  ...(reason && { reason }),
});

export interface StateHolder {
  get(): SessionState;
  set(next: SessionState): void;
  subscribe(listener: () => void): () => void;
}

const same = (a: SessionState, b: SessionState) => JSON.stringify(a) === JSON.stringify(b);

/** Holds the state and tells who listens; `onUsed` hears of the first listener, `onUnused` of the last one's leaving. */
export function holdState(
  value: SessionState,
  onUsed: () => void,
  onUnused: () => void,
): StateHolder {
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (same(value, next)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      // Wrapped, so that one function may listen twice.
      const heard = () => listener();
      listeners.add(heard);
      if (listeners.size === 1) onUsed();
      return () => {
        if (listeners.delete(heard) && listeners.size === 0) onUnused();
      };
    },
  };
}
