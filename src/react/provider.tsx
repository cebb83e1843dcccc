"use client";

import type { Me } from "@hellojohn/contract";
import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactElement, type ReactNode, useEffect, useMemo, useState } from "react";
import { type ClientOptions, createClient, type HelloJohnClient } from "../client/index.js";
import type { MessageOverrides } from "../locales/messages.js";
import { HelloJohnContext } from "./context.js";
import { useCache, useForgetting } from "./cache.js";

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
