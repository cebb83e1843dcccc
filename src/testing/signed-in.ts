import type { Tokens } from "@hellojohn/contract";
import type { FakeUser } from "./make-user.js";
import { type SessionGiven, startSession } from "./sessions.js";
import type { State } from "./state.js";
import { issueAccessToken, issueTokens } from "./tokens.js";

/** A place in memory where a client keeps its session. */
export interface FakeSessionStore {
  get(): Tokens | null;
  set(session: Tokens): void;
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
  sessionStore: FakeSessionStore;
}

function memoryStore(first: Tokens | null): FakeSessionStore {
  let held = first;
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
  return { ...connection, sessionStore: memoryStore(issueTokens(state, session)) };
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
