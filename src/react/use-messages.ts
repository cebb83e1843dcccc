"use client";

import { useMemo } from "react";
import type { MessageOverrides } from "../locales/messages.js";
import { useHelloJohnContext } from "./context.js";

/** The language to write dates and numbers in. */
export function useLocale(): { locale: string } {
  return { locale: useHelloJohnContext("useLocale").locale };
}

/** The texts of one part: the provider's, where it has them, else those given. */
export function useMessages<
  Part extends keyof MessageOverrides,
  Texts extends NonNullable<MessageOverrides[Part]>,
>(part: Part, texts: Texts): Texts & MessageOverrides[Part] {
  const own = useHelloJohnContext("useMessages").messages?.[part];
  return useMemo(() => ({ ...texts, ...own }), [texts, own]);
}
