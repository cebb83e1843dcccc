import type { en } from "./en.js";

/** Texts by key; `{name}` stands for a value. */
export type Texts = Record<string, string>;

/** Every text of one language. A language that lacks one does not compile. */
export type Messages = {
  readonly [Part in keyof typeof en]: { readonly [Key in keyof (typeof en)[Part]]: string };
};

/** Texts that replace those of the language, one by one. */
export type MessageOverrides = { readonly [Part in keyof Messages]?: Partial<Messages[Part]> };
