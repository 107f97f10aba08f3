/** A stop in its place to whether the sentence ends there, by what stands before and after it. */
import type { AbbreviationKind, SentenceWords } from "./sentence-words.js";

/** A place where a sentence may end, as offsets into the text. */
export interface StopPlace {
  /** Where the sentence so far begins. */
  readonly sentence: number;
  /** Where the stop stands. */
  readonly start: number;
  /** Behind the stop and the quotation marks and brackets that close after it. */
  readonly end: number;
  /** End of the paragraph. */
  readonly limit: number;
  /** The stops themselves: `.`, `?!`, `...`. */
  readonly mark: string;
  /** Whether quotation marks or brackets close after the stops. */
  readonly closed: boolean;
}

/** How far the rules look to each side, in code units: keeps the work linear in the text. */
const REACH = 48;
const PARENTHESIS = 200;

/** Whether a stop ends its sentence. */
export function endsSentence(text: string, place: StopPlace, words: SentenceWords): boolean {
  const { sentence, start, end, limit, mark, closed } = place;
  if (end >= limit) return true;
  if (!isSpace(text.charCodeAt(end))) return isGlued(text, place, words);
  if (start - sentence < 4 && !/[\p{L}\p{N}]/u.test(text.slice(sentence, start))) return false;
  const next = startOfWord(text, end);
  if (next >= limit) return true;
  const wraps = hasBreak(text, end, next);
  if (wraps && isParagraphBreak(text, place)) return true;
  const isFullStop = mark === "." && !closed;
  if (isLowerCase(text, next)) {
    return wraps && !(isFullStop && isAbbreviated(text, place, next, words));
  }
  if (startsWithComma(text, end) || isInParentheses(text, place)) return false;
  if (/[!?؟！？;\u037e]/u.test(mark)) return !(closed && isAttributed(text, next, words));
  if (isFullStop) return !isAbbreviated(text, place, next, words);
  return !(isCaseless(text, next) && goesOn(text, place));
}

function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0x0a ||
    (code !== 0x2e && /[\s\p{Zs}]/u.test(String.fromCharCode(code)))
  );
}

/** Quotation marks, dashes and brackets that may stand before the first word of a sentence. */
const BEFORE_WORD = /[\s\p{Zs}"'“”‘’„«»‹›([{¿¡—–-]*/uy;

function startOfWord(text: string, from: number): number {
  const code = text.charCodeAt(from + 1);
  if ((code > 0x40 && code < 0x5b) || (code > 0x60 && code < 0x7b)) return from + 1;
  BEFORE_WORD.lastIndex = from;
  BEFORE_WORD.test(text);
  return BEFORE_WORD.lastIndex;
}

function hasBreak(text: string, from: number, to: number): boolean {
  return to > from + 1 ? text.slice(from, to).includes("\n") : text.charCodeAt(from) === 0x0a;
}

/** A line break before an indented line, or behind a line that had room for more words. */
function isParagraphBreak(text: string, { start, end }: StopPlace): boolean {
  if (/^[^\S\n]*\n(?: {2}|\t|\u3000)/.test(text.slice(end, end + REACH))) return true;
  return start > SHORT_LINE && text.slice(start - SHORT_LINE, start).includes("\n");
}

/** Code units: wrapped lines are longer. */
const SHORT_LINE = 30;

/** A name like `iPhone` and a web address open sentences as a capital does. */
function isLowerCase(text: string, at: number): boolean {
  if (isCapital(text.charCodeAt(at))) return false;
  return /^\p{Ll}(?!\p{Lu}|ttps?:|ww\.)/u.test(text.slice(at, at + 8));
}

function isCapital(code: number): boolean {
  return code > 0x40 && code < 0x5b;
}

function isCaseless(text: string, at: number): boolean {
  return /^\p{Lo}/u.test(text.slice(at, at + 2));
}

function startsWithComma(text: string, from: number): boolean {
  return /^\s*[,;:،؛]/u.test(text.slice(from, from + REACH));
}

/** `election.Turkey`: a lost space after a sentence, told from `example.com` by the letters' case. */
function isGlued(text: string, place: StopPlace, words: SentenceWords): boolean {
  const { sentence, start, end, mark, closed } = place;
  if (/^[。！？।]+$/u.test(mark)) return true;
  const code = text.charCodeAt(end);
  if (isCapital(text.charCodeAt(start - 1))) return false;
  if ((code > 0x2f && code < 0x3a) || (code > 0x60 && code < 0x7b) || code === 0x2c) return false;
  if (mark.length > 1 || mark === "…" || (closed && !/[”»]/.test(text.slice(start, end)))) {
    return false;
  }
  const before = text.slice(Math.max(sentence, start - REACH), start);
  const word = /[^\s"“”«»„(]*$/u.exec(before)?.[0] ?? "";
  const after = /^\S*/.exec(text.slice(end, end + REACH))?.[0] ?? "";
  if (/[/@_=]/.test(word) || /[/@_=]|\.\p{L}/u.test(after) || words.kinds.has(lower(word))) {
    return false;
  }
  if (/(?:\p{Lo}\p{M}*){2}$/u.test(word)) return !word.includes(".") && /^\p{Lo}{2}/u.test(after);
  if (!/(?:\p{Ll}{2}|\p{N}{2})$/u.test(word)) return false;
  return /^(?:\p{Lu}(?:\p{Ll}|$)|\p{Lo}{2})/u.test(after);
}

function isInParentheses(text: string, place: StopPlace): boolean {
  if (place.closed) return false;
  const before = text.slice(Math.max(place.sentence, place.start - PARENTHESIS), place.start);
  const open = Math.max(before.lastIndexOf("("), before.lastIndexOf("["));
  if (open < 0 || open < Math.max(before.lastIndexOf(")"), before.lastIndexOf("]"))) return false;
  const rest = text.slice(place.end, Math.min(place.limit, place.end + PARENTHESIS));
  const bracket = /[()[\]]/.exec(rest)?.[0];
  return bracket === ")" || bracket === "]";
}

/** `"Why?" Putin asked.`: the question ends, its sentence does not. */
function isAttributed(text: string, next: number, words: SentenceWords): boolean {
  const behind = text.slice(next, next + 2 * REACH).split(/\s+/u, LONGEST_SPEAKER);
  for (const [index, word] of behind.entries()) {
    const bare = word.replace(/[^\p{L}\p{M}]+$/u, "");
    if (words.speech.has(lower(bare))) return true;
    if (index === 0 && words.openers.has(lower(bare))) return false;
    if (bare !== word && !word.endsWith(".")) return false;
  }
  return false;
}

/** Words of a speaker and the verb: `Foreign Minister Anna Lind of Sweden asked`. */
const LONGEST_SPEAKER = 7;

/**
 * Without capitals to tell by: a bracket that opened within the sentence, and a pause inside a
 * quotation, do not end it.
 */
function goesOn(text: string, { sentence, start, end }: StopPlace): boolean {
  const before = text.slice(Math.max(sentence, start - PARENTHESIS), start);
  const marks = text.slice(start, end);
  if (marks.includes(")")) return before.trimStart().lastIndexOf("(") > 0;
  if (!/^(?:\.{2,}|…)$/u.test(marks)) return false;
  const opened = Math.max(before.lastIndexOf("«"), before.lastIndexOf("“"));
  return opened > Math.max(before.lastIndexOf("»"), before.lastIndexOf("”"));
}

/** Whether the full stop belongs to the word before it, as in `Dr.`, `3.`, `U.N.`, `z. B.` */
function isAbbreviated(
  text: string,
  place: StopPlace,
  next: number,
  words: SentenceWords,
): boolean {
  const { sentence, start, end } = place;
  const from = startOfUnit(text, Math.max(sentence, start - REACH), start);
  const word = text.slice(from, start);
  if (word.length > LONGEST_ABBREVIATION) return false;
  if (isListMark(word) && isFirst(text, sentence, from)) return true;
  const opens = () => isOpener(text, next, words);
  if (/^\p{N}+$/u.test(word)) return words.ordinals && word.length < 4 && !opens();
  if (words.ordinals && /^[IVX]+$/.test(word)) return !opens();
  switch (kindOf(text, from, word, words)) {
    case "title":
      return true;
    case "abbreviation":
      return !opens() && !/[“„«"]$/u.test(text.slice(end, next));
    case "unit":
      return /^\p{N}/u.test(text.slice(next, next + 2));
    case "closing":
      return false;
    case "counter":
      return NUMERAL.test(text.slice(next, next + 8)) || isLetter(word);
    default:
      return isLettered(text, { sentence, from, word, next }, opens, words);
  }
}

const LONGEST_ABBREVIATION = 14;
const NUMERAL = /^(?:\p{N}|[IVXL]{2,}(?!\p{L})|[VX](?!\p{L}))/u;

/** Where the letters, digits, points and hyphens before a stop begin. */
function startOfUnit(text: string, least: number, start: number): number {
  let from = start;
  while (from > least && isUnit(text.charCodeAt(from - 1))) from -= 1;
  return from;
}

function isUnit(code: number): boolean {
  if (code < 0x80) {
    const letter = code | 0x20;
    return (letter > 0x60 && letter < 0x7b) || (code > 0x2c && code < 0x3a && code !== 0x2f);
  }
  return code === 0x2116 || !/[\s\p{P}\p{S}\p{Zs}]/u.test(String.fromCharCode(code));
}

type Kind = Exclude<AbbreviationKind, "name"> | "unit" | null;

function kindOf(text: string, from: number, word: string, words: SentenceWords): Kind {
  const key = lower(word);
  if (word === key && words.units.has(key) && isMeasured(text, from)) return "unit";
  const kind = words.kinds.get(chainOf(text, from, key)) ?? words.kinds.get(lastPart(key));
  if (kind === "name") return word !== key || isMeasured(text, from) ? "abbreviation" : null;
  if (kind === undefined && CLIPPED.test(key) && /^\p{Lu}\p{Ll}/u.test(word)) return "abbreviation";
  return kind ?? null;
}

/** Whether a number stands before a word. */
function isMeasured(text: string, from: number): boolean {
  return /\p{N}[\s\p{Zs}]?$/u.test(text.slice(Math.max(0, from - 4), from));
}

/** `z. B` as one abbreviation, for the letter behind the space. */
function chainOf(text: string, from: number, key: string): string {
  if (key.length > 2) return key;
  const before = /\p{L}{1,2}\.[\s\p{Zs}]$/u.exec(text.slice(Math.max(0, from - 4), from))?.[0];
  return before === undefined ? key : `${lower(before.slice(0, -1))}${key}`;
}

/** What follows the last hyphen of `Dipl.-Ing`, but not of `J.-P`. */
function lastPart(key: string): string {
  const hyphen = key.lastIndexOf("-");
  return hyphen < 0 || key.length - hyphen < 3 ? key : key.slice(hyphen + 1);
}

/** Words without a vowel are written short: `Blvd`, `Sgt`, `млрд`. */
const CLIPPED =
  /^(?:[bcdfghjklmnpqrstvwxz]{2,5}|[бвгджзйклмнпрстфхцчшщ]{2,5}|[βγδζθκλμνξπρσςτφχψ]{2,5})$/u;

interface Letters {
  readonly sentence: number;
  readonly from: number;
  readonly word: string;
  readonly next: number;
}

/** Initials of a name, letters with points (`U.N.`), and pieces of a chain (`z. B.`, `EE. UU.`). */
function isLettered(
  text: string,
  { sentence, from, word, next }: Letters,
  opens: () => boolean,
  words: SentenceWords,
): boolean {
  if (/^(?:\p{L}\.-?)+\p{L}$/u.test(word)) return !opens();
  const following = text.slice(next, next + 4);
  if (/^(\p{Lu})\1$/u.test(word)) return /^(\p{Lu})\1\./u.test(following);
  if (!isLetter(word)) return false;
  if (/^\p{L}\./u.test(following)) return true;
  if (/^\p{Ll}/u.test(word)) return false;
  const before = text.slice(Math.max(sentence, from - REACH), from).trimEnd();
  const last = /[\p{L}\p{M}.]+$/u.exec(before)?.[0] ?? "";
  if (words.lettered.has(lower(last))) return false;
  return !(/(?:\p{Ll}{2}|(?:^|[^\p{L}])\p{Ll}\.)$/u.test(last) && opens());
}

/** `1.` or `a.` alone before the words of a list entry. */
function isListMark(word: string): boolean {
  return /^(?:\p{N}{1,3}|\p{Ll}|\p{Lo}|[IVX]+)$/u.test(word);
}

/** Whether nothing stands before but the bullet of a list. */
function isFirst(text: string, sentence: number, from: number): boolean {
  return from - sentence < REACH && /^[\s•▪◦‣●■*–—-]*$/u.test(text.slice(sentence, from));
}

/** One letter: of a name, or of an abbreviation. */
function isLetter(word: string): boolean {
  return /^[\p{Lu}\p{Ll}\p{Lo}]\p{M}*$/u.test(word);
}

function isOpener(text: string, next: number, words: SentenceWords): boolean {
  const word = OPENING_WORD.exec(text.slice(next, next + REACH))?.[0];
  return word !== undefined && words.openers.has(lower(word));
}

const OPENING_WORD = /^[\p{L}\p{M}]+(?![\p{L}\p{M}.])/u;

/** Lower case that Turkish capitals survive: `İ` and `I` both come out as table words have them. */
function lower(word: string): string {
  const lowered = word.toLowerCase();
  return ASCII.test(lowered) ? lowered : lowered.normalize("NFKC").replace("i̇", "i");
}

const ASCII = /^[\0-\x7f]*$/;
