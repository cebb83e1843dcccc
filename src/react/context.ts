"use client";

import type { Me } from "@hellojohn/contract";
import { type Context, createContext, useContext, useMemo, useSyncExternalStore } from "react";
import type { HelloJohnClient, SessionState } from "../client/index.js";
import type { MessageOverrides } from "../locales/messages.js";

/** What a provider gives to everything under it. */
export interface HelloJohnContextValue {
  client: HelloJohnClient;
  locale: string;
  messages: MessageOverrides | undefined;
  initialUser: Me | undefined;
}

export const HelloJohnContext = createContext<HelloJohnContextValue | null>(null);

/** What the nearest provider of a context gives. Without one it throws, and names what is missing. */
export function useNearest<T>(context: Context<T | null>, provider: string): T {
  const value = useContext(context);
  if (!value) throw new Error(`This needs a <${provider}> around it.`);
  return value;
}

export const useHelloJohnContext = (): HelloJohnContextValue =>
  useNearest(HelloJohnContext, "HelloJohnProvider");

const loading: SessionState = { status: "loading" };
const onServer = () => loading;

function useSessionState({ session }: HelloJohnClient): SessionState {
  return useSyncExternalStore(session.subscribe, session.get, onServer);
}

/** The client of the nearest provider. Draws again when someone else acts, so that options made with it are hers. */
export function useHelloJohn(): HelloJohnClient {
  const { client } = useHelloJohnContext();
  useSessionState(client);
  return client;
}

/** Who acts now, and a way to leave. */
export function useSession(): SessionState & { signOut: () => Promise<void> } {
  const { client } = useHelloJohnContext();
  const state = useSessionState(client);
  return useMemo(() => ({ ...state, signOut: client.signOut }), [state, client]);
}

/** The language to write dates and numbers in. */
export function useLocale(): { locale: string } {
  return { locale: useHelloJohnContext().locale };
}

/** The texts of one part: the provider's, where it has them, else those given. */
export function useMessages<
  Part extends keyof MessageOverrides,
  Texts extends NonNullable<MessageOverrides[Part]>,
>(part: Part, texts: Texts): Texts & MessageOverrides[Part] {
  const own = useHelloJohnContext().messages?.[part];
  return useMemo(() => ({ ...texts, ...own }), [texts, own]);
}
