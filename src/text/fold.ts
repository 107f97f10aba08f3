/**
 * Text to a folded copy for matching, with a map back to the original (UTF-16 code units): case,
 * Latin accents, Arabic vowel signs and hamza carriers, apostrophes, hyphens and white space fold.
 */

/** A folded text; code unit `i` of `folded` stands for `[starts[i], ends[i])` of the original. */
export interface FoldedText {
  readonly folded: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Folds a text and keeps, for each code unit of the result, the range that it came from. */
export function foldText(text: string): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  const folded = foldPieces(text, (piece, start, end) => {
    if (piece === "" && ends.length > 0) ends[ends.length - 1] = end;
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
  });
  return { folded, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/** The folded copy alone: equal for two spellings that differ only in what folding ignores. */
export function fold(text: string): string {
  return PLAIN.test(text) ? text.toLowerCase() : foldPieces(text, () => {});
}

/** The range of the original text that `[start, end)` of the folded text stands for. */
export function originalRange(
  map: FoldedText,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  const first = map.starts[start];
  const last = map.ends[end - 1];
  if (first === undefined || last === undefined || end <= start) {
    throw new RangeError(`[${start}, ${end}) is not a range of the folded text`);
  }
  return { start: first, end: last };
}

/** Folds character by character and tells `seen` what each range of the text gave. */
function foldPieces(
  text: string,
  seen: (piece: string, start: number, end: number) => void,
): string {
  let folded = "";
  let afterSpace = false;
  for (let start = 0; start < text.length; ) {
    const character = characterAt(text, start);
    const whole = foldCharacter(character);
    const piece = whole === " " && afterSpace ? "" : whole;
    seen(piece, start, start + character.length);
    if (whole !== "") afterSpace = whole === " ";
    folded += piece;
    start += character.length;
  }
  return folded;
}

/** Letters and digits of which only the case folds. */
const PLAIN = /^[A-Za-z0-9]*$/;
const BREVE = "\u0306";

/** The code point at an offset; `и` takes a combining breve along, as `й` is a letter of its own. */
function characterAt(text: string, offset: number): string {
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  const isShortI = (character === "и" || character === "И") && text[offset + 1] === BREVE;
  return isShortI ? character + BREVE : character;
}

const known = new Map<string, string>();

function foldCharacter(character: string): string {
  const kept = known.get(character);
  if (kept !== undefined) return kept;
  const piece = foldAnew(character);
  known.set(character, piece);
  return piece;
}

/** Upper-casing first folds `ß`, final sigma and dotless `ı`, which lower-casing alone keeps. */
function foldAnew(character: string): string {
  if (SPACE_LIKE.test(character)) return " ";
  if (APOSTROPHE_LIKE.test(character)) return "'";
  const cased = character.normalize("NFKD").toLowerCase().toUpperCase().toLowerCase();
  const isShortI = character.normalize("NFC").toLowerCase() === "й";
  const bare = isShortI ? "й" : cased.normalize("NFKD").replace(DROPPED, "").normalize("NFC");
  return bare.replace(/./gsu, (letter) => LETTERS[letter] ?? letter);
}

/** White space, hyphens and dashes. */
const SPACE_LIKE = /^[\s\p{Zs}\p{Pd}\u2212\u2043\u0085]$/u;
const APOSTROPHE_LIKE = /^['‘’‚‛ʼʻʹ′`´＇]$/u;
/** Combining accents, Arabic vowel signs, hamza and madda above or below, tatweel, invisible marks. */
const DROPPED =
  /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\p{Cf}]/gu;

/** Letters that no decomposition brings together. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  æ: "ae",
  œ: "oe",
  ٱ: "ا",
  ى: "ي",
  ی: "ي",
  ک: "ك",
  "٠": "0",
  "١": "1",
  "٢": "2",
  "٣": "3",
  "٤": "4",
  "٥": "5",
  "٦": "6",
  "٧": "7",
  "٨": "8",
  "٩": "9",
};
