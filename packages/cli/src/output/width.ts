const plain = /^[\x20-\x7e]*$/;
const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const invisible = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;

/** How many cells of a terminal a text takes: two for a wide letter, none for a mark upon another. */
export function widthOf(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const { segment } of letters.segment(text))
    if (!invisible.test(segment)) width += wide.test(segment) ? 2 : 1;
  return width;
}

export const padTo = (text: string, width: number): string =>
  text + " ".repeat(Math.max(0, width - widthOf(text)));
