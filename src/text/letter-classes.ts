/** Code points to what they are in a text that is cut into words; Unicode is asked once for each. */

export const LETTER = 1;
export const MARK = 2;
export const NUMBER = 4;
/** Invisible: soft hyphens, directional marks. */
export const FORMAT = 8;
/** A phrase may run over it. */
export const SOFT = 16;
/** White space; a line that holds nothing else is blank. */
export const WHITE = 32;
const KNOWN = 128;

const table = new Uint8Array(0x10000);

/** The sum of the classes that hold a code point. */
export function classesOf(codePoint: number): number {
  const known = table[codePoint];
  if (known === undefined) return classify(codePoint);
  if (known !== 0) return known;
  const classes = classify(codePoint) | KNOWN;
  table[codePoint] = classes;
  return classes;
}

/**
 * Apostrophes, the half rings and turned commas of transliteration among them: letters by their
 * category, yet `Hafter` stands alone before the one in `Hafterʼin`.
 */
export const APOSTROPHE_LIKE = /^['‘’‚‛ʼʻʹʾʿ′`´＇]$/u;
/** Space, hyphens, apostrophes, quotation marks; `*` parts the words of a term and of marked-up text. */
const SOFT_MARK = /^[*\s\p{Zs}\p{Pd}\p{Cf}"“”„«»‹›]$/u;

function classify(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  if (APOSTROPHE_LIKE.test(character)) return SOFT;
  const white = /^\s$/.test(character) ? WHITE : 0;
  const soft = SOFT_MARK.test(character) ? SOFT | white : white;
  if (/^\p{L}$/u.test(character)) return LETTER;
  if (/^\p{M}$/u.test(character)) return MARK;
  if (/^\p{N}$/u.test(character)) return NUMBER;
  if (/^\p{Cf}$/u.test(character)) return FORMAT | soft;
  return soft;
}
