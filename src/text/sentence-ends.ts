/** A stop in its place to whether the sentence ends there, by what stands before and after it. */
import { isAbbreviated } from "./is-abbreviated.js";
import { lowerWord, type SentenceWords } from "./sentence-words.js";
import { REACH, type StopPlace } from "./stop-place.js";

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
  if (/[/@_=]/.test(word) || /[/@_=]|\.\p{L}/u.test(after) || words.kinds.has(lowerWord(word))) {
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
    if (words.speech.has(lowerWord(bare))) return true;
    if (index === 0 && words.openers.has(lowerWord(bare))) return false;
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
