/** An article and a query to the words around the first place where most of it stands. */
import type { Article } from "../model/article.js";
import { articleText } from "../model/article.js";
import { arabicForms, withArabicClitics } from "../text/words.js";
import { type IndexedWord, placeIndexedWords } from "./indexed-words.js";
import type { TextClause, TextQuery } from "./text-query.js";

export interface Snippet {
  /** Words of the article on one line, cut where words end. */
  readonly text: string;
  /** Ranges of `text` that the query matches, UTF-16 code units, in order, none overlapping. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
  /** Whether words stand before it, and after it. */
  readonly isCut: readonly [boolean, boolean];
}

/** Words that are looked at; what stands deeper in a book is not shown. */
const MAX_TEXT = 100_000;
/** Words of a snippet. */
const LENGTH = 32;
/** Words before the first mark. */
const LEAD = 8;

export function snippetOf(article: Article, { clauses }: TextQuery): Snippet {
  const text = articleText(article).slice(0, MAX_TEXT);
  const words = placeIndexedWords(text);
  const matches = findMatches(words, clauses);
  const first = Math.max(0, (densest(matches) ?? 0) - LEAD);
  const last = Math.min(words.length, first + LENGTH) - 1;
  const start = words[first]?.start ?? 0;
  const next = words[last + 1]?.start;
  // With the signs that close the last word.
  const end = next === undefined ? text.length : text.slice(0, next).trimEnd().length;
  const from = first === 0 ? 0 : start;
  const shown = oneLine(text.slice(from, end));
  const marks = matches
    .filter((match) => match.first >= first && match.last <= last)
    .map((match) => ({
      start: (words[match.first]?.start ?? 0) - from,
      end: (words[match.last]?.end ?? 0) - from,
    }));
  return { text: shown, marks: withoutOverlaps(marks), isCut: [from > 0, end < text.length] };
}

/** As long as before, so that offsets stay. */
function oneLine(text: string): string {
  return text.replace(/\s/g, " ");
}

interface Match {
  readonly clause: number;
  /** Of the words of the text. */
  readonly first: number;
  readonly last: number;
}

function findMatches(words: readonly IndexedWord[], clauses: readonly TextClause[]): Match[] {
  const wanted = clauses.map(wantedBy);
  const matches: Match[] = [];
  for (let first = 0; first < words.length; first += 1) {
    for (const [clause, one] of wanted.entries()) {
      if (standsAt(words, first, one))
        matches.push({ clause, first, last: first + one.rest.length });
    }
  }
  return matches;
}

/** What a clause finds in the index: its first word with all that Arabic writes together with it. */
interface Wanted {
  readonly first: ReadonlySet<string>;
  readonly rest: readonly string[];
  readonly runsOn: boolean;
}

function wantedBy({ words: [first = "", ...rest], runsOn }: TextClause): Wanted {
  return { first: new Set(arabicForms(first).flatMap(withArabicClitics)), rest, runsOn };
}

function standsAt(words: readonly IndexedWord[], at: number, wanted: Wanted): boolean {
  const { first, rest, runsOn } = wanted;
  const word = words[at]?.word ?? "";
  if (rest.length === 0 && runsOn) return [...first].some((form) => word.startsWith(form));
  if (!first.has(word)) return false;
  return rest.every((form, offset) => {
    const next = words[at + offset + 1]?.word ?? "";
    return runsOn && offset === rest.length - 1 ? next.startsWith(form) : next === form;
  });
}

/** The first word of the stretch that holds the most different parts of the query. */
function densest(matches: readonly Match[]): number | null {
  let best: { readonly first: number; readonly parts: number } | null = null;
  for (const [index, { first }] of matches.entries()) {
    const parts = new Set<number>();
    for (const match of matches.slice(index, index + LENGTH)) {
      if (match.last - first < LENGTH - LEAD) parts.add(match.clause);
    }
    if (best === null || parts.size > best.parts) best = { first, parts: parts.size };
  }
  return best?.first ?? null;
}

function withoutOverlaps(marks: Snippet["marks"]): Snippet["marks"] {
  let end = -1;
  return marks.filter((mark) => {
    if (mark.start < end) return false;
    end = mark.end;
    return true;
  });
}
