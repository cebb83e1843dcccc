import { claimsOf } from "./claims.js";

/** A session as it may be kept and shared: nothing but JSON. */
export interface StoredSession {
  accessToken: string;
  /** Absent when the session cannot be renewed. */
  refreshToken?: string | undefined;
  /** How far the server's clock is ahead of this device's, in milliseconds. */
  skew?: number | undefined;
}

type Awaitable<T> = T | Promise<T>;

/** Where a session outlives the page. Whoever can read this place can act as the person. */
export interface SessionStore {
  get(): Awaitable<StoredSession | null>;
  set(session: StoredSession): Awaitable<void>;
  remove(): Awaitable<void>;
}

export const sessionIdOf = ({ accessToken }: StoredSession): string =>
  claimsOf(accessToken).session_id;

/** The same session with younger tokens. */
export function isNewer(next: StoredSession, than: StoredSession): boolean {
  const [a, b] = [claimsOf(next.accessToken), claimsOf(than.accessToken)];
  return (
    a.session_id === b.session_id &&
    next.accessToken !== than.accessToken &&
    (a.iat ?? 0) >= (b.iat ?? 0)
  );
}

/** Whether the token is good for a while: not in its last half minute, nor in the last tenth of a short life. */
export function lasts({ accessToken }: StoredSession, now: number): boolean {
  const { exp = Infinity, iat = exp - 900 } = claimsOf(accessToken);
  return (exp - Math.min(30, (exp - iat) / 10)) * 1000 > now;
}

/** Uses a store that may be missing, full or forbidden: that costs a session its next reload, not this page. */
export const quietly =
  (store: SessionStore | undefined) =>
  async <T>(act: (place: SessionStore) => T): Promise<Awaited<T> | undefined> => {
    try {
      return store && (await act(store));
    } catch {
      return undefined;
    }
  };
