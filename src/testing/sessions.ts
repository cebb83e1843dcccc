import { refusal, type Session, type Tokens } from "@hellojohn/contract";
import { audit, type Logged } from "./audit.js";
import type { FakeUser } from "./make-user.js";
import type { SessionRecord } from "./records.js";
import type { State } from "./state.js";
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

export const isLive = (state: State, session: SessionRecord) =>
  !session.ended && session.expiresAt > state.clock.now();

export const liveSessions = (state: State, userId: string): SessionRecord[] =>
  sessionsOf(state, userId)
    .filter((session) => isLive(state, session))
    .toSorted((one, other) => other.lastActiveAt - one.lastActiveAt);

/** All her sessions, those that ended too, newest first. */
export const sessionsOf = (state: State, userId: string): SessionRecord[] =>
  [...state.sessions.values()].filter((session) => session.userId === userId).toReversed();

export const sessionView = (session: SessionRecord, currentId?: string): Session => ({
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

/** Ends a person's sessions but for one; says how many, and tells the log. */
export function endSessions(call: Logged, userId: string, exceptId?: string): number {
  const ending = liveSessions(call.state, userId).filter((session) => session.id !== exceptId);
  for (const session of ending) session.ended = true;
  tellEnded(call, userId, ending);
  return ending.length;
}

/** Tells the log which sessions of a person ended; the end of an impersonation is an event of its own. */
export function tellEnded(
  call: Logged,
  userId: string,
  ended: readonly SessionRecord[],
  type = "session.revoked",
): void {
  const own = ended.filter(({ impersonatorId }) => impersonatorId === null);
  const metadata = { session_ids: own.map(({ id }) => id) };
  if (own.length > 0) audit(call, { type, resourceId: userId, metadata });
  for (const { id, impersonatorId } of ended)
    if (impersonatorId !== null)
      audit(call, {
        type: "user.impersonation_ended",
        resourceId: userId,
        metadata: { session_id: id, impersonated: true },
      });
}

const graceMs = 10_000;

/** Exchanges a refresh token; one that was used before ends the session. */
export function refresh(call: Logged, refreshToken: string): Tokens {
  const { state } = call;
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
    audit(call, {
      type: "session.refresh_token_reused",
      resourceId: user.id,
      metadata: { session_id: session.id },
    });
    throw refusal("refresh_token_invalid", "This refresh token was used before; sign in again");
  }
  const tokens = issueTokens(state, session);
  held.used = { at: now, tokens };
  return tokens;
}
