/** Date expressions in running text: patterns of the language, near the words that dates hold. */
import type { DateExpression, DateFields, RangeEnd, Tense } from "./date-fields.js";
import { type Grammar, grammarOf } from "./grammar.js";
import { joinRange, readFields } from "./read-fields.js";
import { tenseOf } from "./tense.js";
import { findWindows, type Window } from "./windows.js";

/**
 * Finds the date expressions of a text, first to last, none overlapping. None runs over a blank
 * line; one line's end may stand in one, as where lines are wrapped.
 * @param language BCP 47 tag; for a language without a table only numeric dates are found
 */
export function findDateExpressions(text: string, language: string): DateExpression[] {
  const grammar = grammarOf(language);
  return findIn(text, "\n\n", grammar, (found) => tenseOf(text, found, grammar));
}

/** Expressions within lines, for callers who need no tense: to look for verbs costs as much again. */
export function findPlainDates(text: string, language: string): DateExpression[] {
  return findIn(text, "\n", grammarOf(language), () => "unknown");
}

/** The same with the tense of those alone that hang on it. */
export function findDatesToResolve(text: string, language: string): DateExpression[] {
  const grammar = grammarOf(language);
  return findIn(text, "\n\n", grammar, (found) =>
    hangsOnTense(found) ? tenseOf(text, found, grammar) : "unknown",
  );
}

type Found = DateFields & { readonly start: number; readonly end: number };

function hangsOnTense(fields: DateFields): boolean {
  switch (fields.kind) {
    case "day":
    case "month":
    case "week-of-month":
      return fields.year === null && fields.yearOffset === null;
    case "weekday":
    case "weekend":
      return true;
    case "range":
      return hangsOnTense(fields.last);
    default:
      return false;
  }
}

function findIn(
  text: string,
  separator: string,
  grammar: Grammar,
  tenseIn: (found: Found) => Tense,
): DateExpression[] {
  const expressions: DateExpression[] = [];
  for (let start = 0; start <= text.length; ) {
    const next = text.indexOf(separator, start);
    const end = next === -1 ? text.length : next;
    for (const window of findWindows(text, start, end, grammar)) {
      for (const found of findInWindow(text, window, grammar)) {
        const words = text.slice(found.start, found.end);
        expressions.push({ ...found, text: words, tense: tenseIn(found) });
      }
    }
    start = end + separator.length;
  }
  return expressions;
}

/** On one place the longest counts. */
function findInWindow(text: string, { start, end, seen }: Window, grammar: Grammar): Found[] {
  const found = findInPiece(text.slice(start, end), seen, grammar).map((one) => ({
    ...one,
    start: start + one.start,
    end: start + one.end,
  }));
  return found.length < 2 ? found : joinRanges(found, text, grammar);
}

/** Reading, dating and analysis look at the same few words: what was found in them is kept a while. */
const known = new WeakMap<Grammar, Map<string, readonly Found[]>>();
const MOST_KNOWN = 1024;
/** Code units: longer pieces are rare, and seldom come again. */
const LONGEST_KNOWN = 400;

/** Counted from the start of the piece. */
function findInPiece(piece: string, seen: number, grammar: Grammar): readonly Found[] {
  if (piece.length > LONGEST_KNOWN) return matchPatterns(piece, seen, grammar);
  const pieces = known.get(grammar) ?? new Map<string, readonly Found[]>();
  known.set(grammar, pieces);
  const key = `${seen} ${piece}`;
  const before = pieces.get(key);
  if (before !== undefined) return before;
  const found = matchPatterns(piece, seen, grammar);
  if (pieces.size >= MOST_KNOWN) pieces.clear();
  pieces.set(key, found);
  return found;
}

function matchPatterns(piece: string, seen: number, grammar: Grammar): readonly Found[] {
  const found: Found[] = [];
  for (const { kind, regex, needs } of grammar.patterns) {
    if ((needs & seen) !== needs) continue;
    regex.lastIndex = 0;
    for (let match = regex.exec(piece); match !== null; match = regex.exec(piece)) {
      const fields = readFields(kind, match, grammar);
      if (fields === null) continue;
      found.push({ ...fields, start: match.index, end: match.index + match[0].length });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return withoutOverlaps(found);
}

function withoutOverlaps(found: readonly Found[]): Found[] {
  let last = 0;
  return found.filter(({ start, end }) => {
    if (start < last) return false;
    last = end;
    return true;
  });
}

/** `from April 28 to May 2`: two dates with nothing but a word of ranges between them. */
function joinRanges(found: readonly Found[], text: string, grammar: Grammar): Found[] {
  const joined: Found[] = [];
  for (const next of found) {
    const previous = joined.at(-1);
    const range = previous === undefined ? null : rangeOf(previous, next, text, grammar);
    if (range === null) joined.push(next);
    else joined.splice(-1, 1, range);
  }
  return joined;
}

/** How much may stand between the ends of a range, or open it, code units. */
const GAP = 24;

function rangeOf(first: Found, last: Found, text: string, grammar: Grammar): Found | null {
  if (last.start - first.end > GAP || !isEnd(first) || !isEnd(last)) return null;
  const gap = text.slice(first.end, last.start);
  for (const { open, between } of grammar.spans) {
    if (!between.test(gap)) continue;
    const before = text.slice(Math.max(0, first.start - GAP), first.start);
    const opener = open?.exec(before);
    if (opener === null) continue;
    const fields = joinRange(first, last);
    if (fields === null) continue;
    const start = first.start - (opener?.[0].length ?? 0);
    return { ...fields, start, end: last.end };
  }
  return null;
}

function isEnd(found: Found): found is Found & RangeEnd {
  return found.kind === "day" || (found.kind === "month" && found.shift === 0);
}
