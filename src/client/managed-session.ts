import type { HelloJohnError, Tokens } from "@hellojohn/contract";
import { claimsOf } from "./claims.js";
import { signedInBy } from "./given-session.js";
import type { ServerClock } from "./server-clock.js";
import type { SessionSource } from "./session-source.js";
import { holdState, loading, signedOut, type SignedOutReason } from "./session-state.js";
import {
  isNewer,
  lasts,
  quietly,
  sessionIdOf,
  type SessionStore,
  type StoredSession,
} from "./session-store.js";
import { createTabs, oneAtATime, type TabMessage } from "./tabs.js";

export interface ManagedSession extends SessionSource {
  /** Begins a session, here and in every other tab. */
  begin(tokens: Tokens): void;
}

export interface ManagedSessionOptions {
  /** Tabs of the same name share the session. */
  name: string;
  clock: ServerClock;
  store: SessionStore | undefined;
  exchange: (refreshToken: string) => Promise<Tokens>;
}

/** A session that the client keeps, renews and shares with the other tabs. */
export function createManagedSession(options: ManagedSessionOptions): ManagedSession {
  const { name, clock, store, exchange } = options;
  let held: StoredSession | undefined;
  let started: Promise<void> | undefined;
  let renewing: Promise<string | null> | undefined;
  /** Past the lock: this tab's turn to renew, or everyone's where there are no locks. */
  let isOurTurn = false;

  const withStore = quietly(store);
  const token = () => held?.accessToken ?? null;

  function adopt(session: StoredSession) {
    held = session;
    clock.adopt(session.skew);
    state.set(signedInBy(session.accessToken));
    // Every tab's own store follows: a used refresh token found there after a reload would end the session.
    void withStore((place) => place.set(session));
  }

  function keep(tokens: Tokens, type: "renewed" | "began") {
    clock.hearToken(claimsOf(tokens.accessToken).iat);
    const { accessToken, refreshToken } = tokens;
    const session = { accessToken, refreshToken, skew: clock.skew() };
    adopt(session);
    tabs.post({ type, session });
  }

  function hear(message: TabMessage) {
    if (message.type === "ask") {
      if (isOurTurn && message.renewing && tabs.id < message.from)
        tabs.post({ type: "wait", to: message.from });
      else if (held) tabs.post({ type: "answer", session: held });
    } else if (message.type === "ended") {
      if (held && sessionIdOf(held) === message.sessionId) leave(message.reason);
    } else if (message.type !== "wait") {
      const { type, session } = message;
      const isFirst = !held && state.get().status === "loading";
      if (type === "began" || isFirst || (held && isNewer(session, held))) adopt(session);
    }
  }

  function leave(reason: SignedOutReason) {
    held = undefined;
    state.set(signedOut(reason));
    void withStore((place) => place.remove());
  }

  async function start() {
    tabs.open();
    const stored = await withStore((place) => place.get());
    if (stored?.accessToken && !held) adopt(stored);
    const isFound = state.get().status !== "loading" || (await tabs.ask(false, () => held));
    if (!isFound) state.set(signedOut());
  }

  const begun = () => (started ??= start());

  const tabs = createTabs(name, hear);
  const state = holdState(
    loading,
    () => {
      tabs.open();
      void begun();
    },
    tabs.close,
  );

  async function exchanged(stale: StoredSession) {
    isOurTurn = true;
    const newer = () => (held && isNewer(held, stale) ? held : undefined);
    const stored = await withStore((place) => place.get());
    if (stored?.accessToken && held === stale && isNewer(stored, stale)) adopt(stored);
    if (newer() ?? (await tabs.ask(true, newer))) return token();
    if (held !== stale) return null;
    if (!stale.refreshToken) return (end("session_expired"), null);
    try {
      const tokens = await exchange(stale.refreshToken);
      // Who left meanwhile stays away.
      if (held === stale) keep(tokens, "renewed");
    } catch (error) {
      const { status, code } = error as Partial<HelloJohnError>;
      if (status !== 401 && code !== "account_disabled") throw error;
      const isLapsed = code === "refresh_token_expired";
      if (held === stale) end(isLapsed ? "session_expired" : "session_revoked");
    }
    return token();
  }

  const exchangeOnce = (stale: StoredSession) =>
    (renewing ??= oneAtATime(name, () => exchanged(stale)).finally(() => {
      renewing = undefined;
      isOurTurn = false;
    }));

  function end(reason: SignedOutReason) {
    const ending = held;
    leave(reason);
    if (ending) tabs.post({ type: "ended", sessionId: sessionIdOf(ending), reason });
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    async getToken() {
      await begun();
      return held && !lasts(held, clock.now()) ? exchangeOnce(held) : token();
    },
    async renew(refused) {
      return held?.accessToken === refused ? exchangeOnce(held) : token();
    },
    begin: (tokens) => keep(tokens, "began"),
    end,
    close: tabs.close,
  };
}
