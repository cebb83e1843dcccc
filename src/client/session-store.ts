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
