/** What moves a cursor, colours a screen or turns the order of letters: controls, bidi marks, line separators. */
const hidden =
  /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

const short: Record<string, string> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

const escaped = (letter: string): string =>
  short[letter] ?? `\\u${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;

/** Other people's text in one line that a terminal shows and does not obey. */
export const printable = (text: string): string => text.replace(hidden, escaped);

/** The same for JSON, whose own escapes cover only the controls below space; it reads back as it was. */
export const printableJson = (json: string): string =>
  json.replace(hidden, (letter) =>
    letter === "\n"
      ? letter
      : [...Array(letter.length).keys()].map((at) => unit(letter, at)).join(""),
  );

const unit = (letter: string, at: number): string =>
  `\\u${letter.charCodeAt(at).toString(16).padStart(4, "0")}`;

/** Whatever prints, no secret key does. */
export const hideKeys = (text: string): string => text.replace(/\bsk_[\x21-\x7e]+/g, "sk_…");
