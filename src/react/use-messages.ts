"use client";

import { useMemo } from "react";
import type { Messages } from "../locales/messages.js";
import { useHelloJohnContext } from "./context.js";

/** The language to write dates and numbers in. */
export function useLocale(): { locale: string } {
  return { locale: useHelloJohnContext("useLocale").locale };
}

/** The texts of one part: the provider's, where it has them, else those given. */
export function useMessages<Part extends keyof Messages>(
  part: Part,
  texts: Messages[Part],
): Messages[Part] {
  const own = useHelloJohnContext("useMessages").messages?.[part];
  return useMemo(() => ({ ...texts, ...own }), [texts, own]);
}
