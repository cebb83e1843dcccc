"use client";

import type { Me } from "@hellojohn/contract";
import {
  hashKey,
  QueryClient,
  QueryClientContext,
  QueryClientProvider,
} from "@tanstack/react-query";
import { type ReactElement, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { type ClientOptions, createClient, type HelloJohnClient } from "../client/index.js";
import type { MessageOverrides } from "../locales/messages.js";
import { HelloJohnContext } from "./context.js";
import { keys } from "./keys.js";

export interface HelloJohnProviderProps extends ClientOptions {
  /** A client made with `createClient`; without it, one is made from the other options, once. */
  client?: HelloJohnClient | undefined;
  /** The language to write dates and numbers in; `en` unless said otherwise. */
  locale?: string | undefined;
  /** Texts of another language, or some of your own. */
  messages?: MessageOverrides | undefined;
  /** The person your server knows already, so that the first page shows her. */
  initialUser?: Me | undefined;
  children?: ReactNode;
}

/** The app's cache when it has one, else one of our own. */
function useCache(): { cache: QueryClient; isOwn: boolean } {
  const host = useContext(QueryClientContext);
  const [own] = useState(() => new QueryClient());
  return { cache: host ?? own, isOwn: !host };
}

/** Empties the cache of a person as soon as she leaves or someone else comes, in this tab or another. */
function useForgetting({ session }: HelloJohnClient, cache: QueryClient): void {
  useEffect(() => {
    let queryKey = keys.branch(session.get());
    return session.subscribe(() => {
      const next = keys.branch(session.get());
      if (hashKey(next) === hashKey(queryKey)) return;
      void cache.cancelQueries({ queryKey });
      cache.removeQueries({ queryKey });
      queryKey = next;
      // What she had asked for holds her names, and perhaps her password.
      const mutations = cache.getMutationCache();
      for (const mutation of mutations.findAll({ mutationKey: keys.all }))
        if (mutation.state.status !== "pending") mutations.remove(mutation);
    });
  }, [session, cache]);
}

/** Gives everything under it the signed-in person. Joins the app's QueryClient, or brings its own. */
export function HelloJohnProvider(props: HelloJohnProviderProps): ReactElement {
  const { client: given, locale = "en", messages, initialUser, children, ...options } = props;
  const [first] = useState(() => given ?? createClient(options));
  const client = given ?? first;
  const { cache, isOwn } = useCache();
  useForgetting(client, cache);
  // A client of the app's own is the app's to close.
  useEffect(() => (given ? undefined : first.close), [given, first]);

  const value = useMemo(
    () => ({ client, locale, messages, initialUser }),
    [client, locale, messages, initialUser],
  );
  const content = <HelloJohnContext.Provider value={value}>{children}</HelloJohnContext.Provider>;
  return isOwn ? <QueryClientProvider client={cache}>{content}</QueryClientProvider> : content;
}
