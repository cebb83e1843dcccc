import type { FakeUser } from "./make-user.js";
import { type SessionGiven, startSession } from "./sessions.js";
import type { State } from "./state.js";
import { issueAccessToken, issueTokens } from "./tokens.js";

/** A session as a client keeps it. */
export interface FakeSession {
  accessToken: string;
  refreshToken?: string | undefined;
  /** How far the fake's clock is ahead of the machine's, in milliseconds. */
  skew?: number | undefined;
}

/** A place in memory where a client keeps its session. */
export interface FakeSessionStore {
  get(): FakeSession | null;
  set(session: FakeSession): void;
  remove(): void;
}

/** Options for a client or provider that talks to the fake. */
export interface FakeConnection {
  apiUrl: string;
  publishableKey: string;
  fetch: typeof fetch;
}

/** The same, with a session that has begun. */
export interface FakeSignIn extends FakeConnection {
  sessionId: string;
  sessionStore: FakeSessionStore;
}

function memoryStore(first: FakeSession): FakeSessionStore {
  let held: FakeSession | null = first;
  return {
    get: () => held,
    set: (session) => void (held = session),
    remove: () => void (held = null),
  };
}

export function signInAs(
  state: State,
  user: FakeUser,
  connection: FakeConnection,
  given: SessionGiven,
): FakeSignIn {
  const session = startSession(state, user, given);
  const { accessToken, refreshToken } = issueTokens(state, session);
  const skew = state.clock.now() - Date.now();
  const sessionStore = memoryStore({ accessToken, refreshToken, skew });
  return { ...connection, sessionId: session.id, sessionStore };
}

/** What someone who acts as another holds: an access token and nothing to refresh it with. */
export function impersonate(
  state: State,
  user: FakeUser,
  connection: FakeConnection,
): FakeConnection & { token: string } {
  const session = startSession(state, user, { impersonatorId: "usr_support" });
  return { ...connection, token: issueAccessToken(state, session).token };
}
