"use client";

import type { Me } from "@hellojohn/contract";
import { createContext, useContext } from "react";
import type { HelloJohnClient } from "../client/index.js";
import type { MessageOverrides } from "../locales/messages.js";

/** What a provider gives to everything under it. */
export interface HelloJohnContextValue {
  client: HelloJohnClient;
  locale: string;
  messages: MessageOverrides | undefined;
  initialUser: Me | undefined;
}

export const HelloJohnContext = createContext<HelloJohnContextValue | null>(null);

export function useHelloJohnContext(name: string): HelloJohnContextValue {
  const value = useContext(HelloJohnContext);
  if (!value)
    throw new Error(`${name} needs a provider. Put <HelloJohnProvider> around what uses it.`);
  return value;
}
