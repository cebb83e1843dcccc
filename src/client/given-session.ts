import { claimsOf } from "./claims.js";
import { refuseSecretKey, type SessionSource } from "./session-source.js";
import { holdState, loading, type SessionState, signedOut } from "./session-state.js";

/** An access token, or what answers one, for apps that keep the session themselves. */
export type Token = string | (() => string | null | Promise<string | null>);

export const signedInBy = (token: string): SessionState => {
  const { sub, session_id: sessionId, act } = claimsOf(token);
  return { status: "signed-in", userId: sub, sessionId, impersonated: Boolean(act) };
};

/** A session that the app keeps; the client only asks for its token. */
export function createGivenSession(given: Token): SessionSource {
  let ended: string | undefined;
  let last: string | undefined;
  const first = typeof given === "string" ? signedInBy(given) : loading;

  async function getToken() {
    const token = typeof given === "string" ? given : await given();
    refuseSecretKey(token, "token");
    if (token && token !== ended) {
      last = token;
      state.set(signedInBy(token));
      return token;
    }
    if (state.get().status !== "signed-out") state.set(signedOut());
    return null;
  }

  const start = () => {
    if (state.get().status === "loading")
      getToken().catch(() => {
        if (state.get().status === "loading") state.set(signedOut());
      });
  };
  const state = holdState(first, start, () => {});

  const end: SessionSource["end"] = (reason) => {
    ended = last;
    state.set(signedOut(reason));
  };

  return {
    get: state.get,
    subscribe: state.subscribe,
    getToken,
    async renew(refused) {
      const token = await getToken();
      if (token !== refused) return token;
      end("session_expired");
      return null;
    },
    end,
    close: () => {},
  };
}
