import type { en } from "./english.js";

/** Faults whose message is English as it is. */
interface Faults {
  errors:
    | "invalid_email"
    | "invalid_phone_number"
    | "invalid_avatar_url"
    | "invalid_characters"
    | "too_long"
    | "common"
    | "invalid_key"
    | "invalid_number"
    | "invalid_type"
    | "metadata_too_large";
  /** The rules of a password. */
  passwordForm: "too_short" | "needs_uppercase" | "needs_number" | "needs_symbol";
}

type FaultOf<Part> = Part extends keyof Faults ? Faults[Part] : never;

/** Every text of one language; `{name}` in a text stands for a value. A language that lacks one does not compile. */
export type Messages = {
  readonly [Part in keyof typeof en]: {
    readonly [Key in keyof (typeof en)[Part] | FaultOf<Part>]: string;
  };
};

/** Texts that replace those of the language, one by one. */
export type MessageOverrides = { readonly [Part in keyof Messages]?: Partial<Messages[Part]> };
