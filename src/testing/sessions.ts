import { refusal, type Session, type Tokens } from "@hellojohn/contract";
import type { FakeUser } from "./make-user.js";
import type { SessionRecord, State } from "./state.js";
import { issueTokens } from "./tokens.js";

/** What may be said of a sign-in that was not made through `fetch`. */
export interface SessionGiven {
  device?: string;
  ip?: string;
  userAgent?: string;
  signedInAt?: Date;
  lastActiveAt?: Date;
  /** Someone else acts as the person: an administrator, or a key. */
  impersonatorId?: string;
}

export function startSession(
  state: State,
  user: FakeUser,
  given: SessionGiven = {},
): SessionRecord {
  const now = state.clock.now();
  const session: SessionRecord = {
    id: state.makeId("ses"),
    userId: user.id,
    createdAt: given.signedInAt?.getTime() ?? now,
    // Nobody who acts as another has ever proved to be her.
    provenAt: given.impersonatorId ? 0 : (given.signedInAt?.getTime() ?? now),
    lastActiveAt: given.lastActiveAt?.getTime() ?? now,
    expiresAt: now + state.config.sessionConfig.refreshTokenTtl * 1000,
    ip: given.ip ?? "203.0.113.7",
    userAgent: given.userAgent ?? "Mozilla/5.0 (Macintosh) Chrome/140.0",
    device: given.device ?? "Chrome on macOS",
    impersonatorId: given.impersonatorId ?? null,
    ended: false,
  };
  state.sessions.set(session.id, session);
  return session;
}

const isLive = (state: State, session: SessionRecord) =>
  !session.ended && session.expiresAt > state.clock.now();

export const liveSessions = (state: State, userId: string): SessionRecord[] =>
  [...state.sessions.values()]
    .filter((session) => session.userId === userId && isLive(state, session))
    .toReversed();

export const sessionView = (session: SessionRecord, currentId: string): Session => ({
  id: session.id,
  userId: session.userId,
  current: session.id === currentId,
  createdAt: new Date(session.createdAt),
  lastActiveAt: new Date(session.lastActiveAt),
  expiresAt: new Date(session.expiresAt),
  ip: session.ip,
  userAgent: session.userAgent,
  device: session.device,
  impersonated: session.impersonatorId !== null,
});

/** Ends a person's sessions but for one; says how many. */
export function endSessions(state: State, userId: string, exceptId?: string): number {
  const ending = liveSessions(state, userId).filter((session) => session.id !== exceptId);
  for (const session of ending) session.ended = true;
  return ending.length;
}

const graceMs = 10_000;

/** Exchanges a refresh token; one that was used before ends the session. */
export function refresh(state: State, refreshToken: string): Tokens {
  const held = state.refreshTokens.get(refreshToken);
  const session = held && state.sessions.get(held.sessionId);
  const user = session && state.users.get(session.userId);
  if (!held || !session || !user)
    throw refusal("refresh_token_invalid", "This refresh token is not known; sign in again");
  if (session.ended) throw refusal("session_revoked", "This session was ended; sign in again");
  const now = state.clock.now();
  if (held.expiresAt <= now)
    throw refusal("refresh_token_expired", "The session has expired; sign in again");
  if (user.disabled) throw refusal("account_disabled", "This account is disabled");
  if (held.used) {
    const next = state.refreshTokens.get(held.used.tokens.refreshToken);
    if (now - held.used.at <= graceMs && !next?.used) return held.used.tokens;
    session.ended = true;
    throw refusal("refresh_token_invalid", "This refresh token was used before; sign in again");
  }
  const tokens = issueTokens(state, session);
  held.used = { at: now, tokens };
  return tokens;
}
