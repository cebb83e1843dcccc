import type { en } from "./en.js";

/** Every text of one language; `{name}` in a text stands for a value. A language that lacks one does not compile. */
export type Messages = {
  readonly [Part in keyof typeof en]: { readonly [Key in keyof (typeof en)[Part]]: string };
};

/** Texts that replace those of the language, one by one. */
export type MessageOverrides = { readonly [Part in keyof Messages]?: Partial<Messages[Part]> };
