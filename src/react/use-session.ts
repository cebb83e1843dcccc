"use client";

import { useMemo, useSyncExternalStore } from "react";
import type { SessionState } from "../client/index.js";
import { useHelloJohnContext } from "./context.js";

const loading: SessionState = { status: "loading" };
const onServer = () => loading;

/** Who acts now, and a way to leave. */
export function useSession(): SessionState & { signOut: () => Promise<void> } {
  const { session, signOut } = useHelloJohnContext("useSession").client;
  const state = useSyncExternalStore(session.subscribe, session.get, onServer);
  return useMemo(() => ({ ...state, signOut }), [state, signOut]);
}
