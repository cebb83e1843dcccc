import { type ErrorCode, type FieldMessage } from "./errors.js";

/** Reads one input value: the value to store, or why not, in English that a form may show. Needs no library. */
export type Check<T> = (value: unknown) => { value: T } | { refused: FieldMessage };

const refused = (code: ErrorCode | (string & {}), message: string) => ({
  refused: { code, message },
});

/** Control characters, lone surrogates, and the marks that turn text around. */
const unprintable = /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u;

const textOf = (value: unknown) => (typeof value === "string" ? value.trim() : "");

/** One line of text; surrounding space is dropped. */
export const line =
  (maxLength: number): Check<string> =>
  (value) => {
    if (typeof value !== "string") return refused("invalid_type", "Send text");
    const text = value.trim();
    if (unprintable.test(text))
      return refused("invalid_characters", "Remove control and direction characters.");
    if ([...text].length > maxLength)
      return refused("too_long", `Use at most ${maxLength} characters.`);
    return { value: text };
  };

/** Refuses what is blank. */
export const filled =
  (check: Check<string>): Check<string> =>
  (value) => {
    const answer = check(value);
    return "value" in answer && answer.value === ""
      ? refused("required", "This cannot be empty")
      : answer;
  };

export const oneOf =
  <T extends string>(...choices: readonly T[]): Check<T> =>
  (value) => {
    const choice = choices.find((each) => each === value);
    return choice ? { value: choice } : refused("invalid_choice", `Use ${choices.join(" or ")}`);
  };

/** Takes `null` and the empty text for "none". */
export const optional =
  <T>(check: Check<T>): Check<T | null> =>
  (value) =>
    value === null || (typeof value === "string" && !textOf(value))
      ? { value: null }
      : check(value);

export const boolean: Check<boolean> = (value) =>
  typeof value === "boolean" ? { value } : refused("invalid_type", "Send true or false");

const address =
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d](?:[a-z\d-]{0,61}[a-z\d])$/i;

/** An address as typed; ASCII alone, so that no look-alike sign passes for another. */
export const email: Check<string> = (value) => {
  const text = textOf(value);
  const dots = /^\.|\.\.|\.@/;
  return text.length <= 254 && address.test(text) && !dots.test(text)
    ? { value: text }
    : refused("invalid_email", "Enter an e-mail address such as ada@example.com.");
};

/** E.164; spaces, dots, dashes, brackets and a leading 00 are normalised away. */
export const phoneNumber: Check<string> = (value) => {
  const text = textOf(value)
    .replace(/[\s().-]/g, "")
    .replace(/^00/, "+");
  return /^\+[1-9]\d{6,14}$/.test(text)
    ? { value: text }
    : refused("invalid_phone_number", "Start with + and the country code.");
};

/** No name or password before the host; `http:` only on this machine. */
const webAddress =
  /^(?:https:\/\/[^\s\\/?#@]+|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?)(?:[/?#][^\s\\]*)?$/i;

/** An address a page may load a picture from: `https:`, or `http:` on this machine. */
export const avatarUrl: Check<string> = (value) => {
  const text = textOf(value);
  const isSafe = text.length <= 2048 && webAddress.test(text) && !unprintable.test(text);
  return isSafe && URL.canParse(text)
    ? { value: text }
    : refused("invalid_avatar_url", "Enter a full web address that starts with https://.");
};
