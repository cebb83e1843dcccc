import type { FakeUser } from "./make-user.js";
import { displayName } from "./users.js";

const texts = new WeakMap<FakeUser, { version: number; text: string }>();

/** What of a person is searched, made anew when she changes. */
export function searchText(user: FakeUser): string {
  const kept = texts.get(user);
  if (kept?.version === user.version) return kept.text;
  const text = `\n${user.email}\n${displayName(user) ?? ""}\n${user.id}\n`.toLowerCase();
  texts.set(user, { version: user.version, text });
  return text;
}

/** What an ASCII sign is, and what comes before the first letter of a word. */
const sign = /^[!-/:-@[-`{-~]/;
const gap = /[\n -/:-@[-`{-~]/;

function beginsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (gap.test(text[at - 1] ?? "\n")) return true;
  return false;
}

/** Whether every word is found: one of three characters anywhere, a shorter one where a word begins, a sign wherever it stands. */
export const holdsWords = (text: string, words: readonly string[]): boolean =>
  words.every((word) =>
    [...word].length < 3 && !sign.test(word) ? beginsWord(text, word) : text.includes(word),
  );
