"use client";

import { useMemo, useSyncExternalStore } from "react";
import type { HelloJohnClient, SessionState } from "../client/index.js";
import { useHelloJohnContext } from "./context.js";

const loading: SessionState = { status: "loading" };
const onServer = () => loading;

function useSessionState({ session }: HelloJohnClient): SessionState {
  return useSyncExternalStore(session.subscribe, session.get, onServer);
}

/** The client of the nearest provider. Draws again when someone else acts, so that options made with it are hers. */
export function useHelloJohn(): HelloJohnClient {
  const { client } = useHelloJohnContext("useHelloJohn");
  useSessionState(client);
  return client;
}

/** Who acts now, and a way to leave. */
export function useSession(): SessionState & { signOut: () => Promise<void> } {
  const { client } = useHelloJohnContext("useSession");
  const state = useSessionState(client);
  return useMemo(() => ({ ...state, signOut: client.signOut }), [state, client]);
}
