import { type Fragment, joined, part } from "./fragment.js";

const sign = "!-/:-@[-`{-~";
const startsWithSign = new RegExp(`^[${sign}]`);
const threeLetters = new RegExp(`[^${sign}]{3}`, "u");
/** Signs that few people have in a name or an address; the index knows who has which. */
const rareSigns = /[!-,/:-?[-^`{-~-]/g;

const literal = (word: string) => word.replace(/[\\%_]/g, "\\$&");
const literalInPattern = (word: string) => word.replace(new RegExp(`[${sign}]`, "g"), "\\$&");

/**
 * A word of three characters is found anywhere, a shorter one where a word begins, a sign wherever it stands. Without
 * three letters in a row the index of trigrams would be read from end to end, so `strpos` keeps it out.
 */
export function hasWord(word: string): Fragment {
  const { length } = [...word];
  const signs = word.match(rareSigns);
  const owners = signs ? part` and rare_signs(u.search_text) @> ${signs}::text[]` : part``;
  if (length < 3 && !startsWithSign.test(word))
    return part`u.search_text ~ fold_case(${`[\n ${sign}]${literalInPattern(word)}`})${owners}`;
  if (threeLetters.test(word) || (length === 1 && !signs))
    return part`u.search_text like fold_case(${`%${literal(word)}%`})`;
  return part`strpos(u.search_text, fold_case(${word})) > 0${owners}`;
}

const mostPieces = 6;

/** Pieces of three letters or digits from all over a word. Only ASCII: in a database of the locale C others are signs. */
function piecesOf(word: string): string[] {
  const runs = word.match(/[a-z0-9]{3,}/gi) ?? [];
  const all = runs.flatMap((run) => [...(run.match(/.../g) ?? []), run.slice(-3)]);
  const pieces = [...new Set(all.map((piece) => piece.toLowerCase()))];
  const { length } = pieces;
  if (length <= mostPieces) return pieces;
  const step = (length - 1) / (mostPieces - 1);
  return Array.from({ length: mostPieces }, (_, at) => pieces[Math.round(at * step)] as string);
}

export const isInPieces = (word: string): boolean => piecesOf(word).length > 1;

/**
 * The same as `hasWord`, quicker where few have the word. Of one condition GIN reads on in every list of trigrams for each
 * candidate; of several it leaps to where they meet: 80 ms against 4 for an address among a million. The planner would take
 * the pieces for independent, and longer to weigh them than GIN to find them: behind `select` it does not see them.
 */
export function hasWordByIndex(word: string): Fragment {
  const pieces = piecesOf(word);
  if (pieces.length < 2) return hasWord(word);
  const likes = pieces.map((piece) => part`u.search_text like (select ${`%${piece}%`})`);
  return joined([...likes, part`strpos(u.search_text, fold_case(${word})) > 0`], " and ");
}
