/** Passages to the events they tell: who, what and when, in a form that can be compared. */
import type { ArticleAnalysis, ArticleRange, DateMention, Passage } from "../model/analysis.js";
import type { Article } from "../model/article.js";
import { stem } from "../text/stems.js";
import { splitWords, type Word } from "../text/words.js";
import { type ConceptWords, conceptWords } from "./concept-words.js";
import { spansIn } from "./spans.js";

/** A date of a passage and how it stands there. */
export interface EventDate {
  readonly mention: DateMention;
  /** Says when the main clause happened, not what a noun or subordinate clause tells beside it. */
  readonly isMain: boolean;
  /** Spoken of as still to come. */
  readonly isPlanned: boolean;
  /** Concepts of the clause that the date stands in. */
  readonly clause: ReadonlySet<string>;
  /** Entities of that clause. */
  readonly actors: ReadonlySet<string>;
}

export interface EventPassage extends ArticleRange {
  readonly passage: Passage;
  readonly day: string | null;
  /** Entities named in it or speaking in it. */
  readonly entities: ReadonlySet<string>;
  /** Entities that speak in it. */
  readonly speakers: ReadonlySet<string>;
  /** Stems and concepts of what it tells, names aside; unknown names under `=`. */
  readonly terms: ReadonlySet<string>;
  /** Numbers and ordinals, those of dates aside. */
  readonly numbers: ReadonlySet<string>;
  readonly isNegated: boolean;
  readonly isQuoted: boolean;
  readonly dates: readonly EventDate[];
}

/** @param day the article's day, where it is known */
export function readEvents(
  { language }: Pick<Article, "language">,
  analysis: ArticleAnalysis,
  day: string | null,
): readonly EventPassage[] {
  const kept = read.get(analysis);
  if (kept !== undefined && kept.day === day) return kept.events;
  const words = conceptWords(language);
  const events = analysis.passages.map((passage) =>
    readEvent(passage, analysis, words, language, day),
  );
  read.set(analysis, { day, events });
  return events;
}

/** Stories, timeline and conflicts read the same events. */
const read = new WeakMap<
  ArticleAnalysis,
  { readonly day: string | null; readonly events: readonly EventPassage[] }
>();

function readEvent(
  passage: Passage,
  analysis: ArticleAnalysis,
  words: ConceptWords,
  language: string,
  day: string | null,
): EventPassage {
  const { article } = analysis;
  const isInside = ({ start, end }: { start: number; end: number }) =>
    start >= passage.start && end <= passage.end;
  const names = spansIn(analysis.names, passage).filter(isInside);
  const speakers = spansIn(analysis.attributions, passage).flatMap(({ entity }) => entity ?? []);
  const mentions = spansIn(analysis.dates, passage).filter(isInside);
  const marked = splitWords(passage.text).map((word): MarkedWord => {
    const range = { start: passage.start + word.start, end: passage.start + word.end };
    const covers = ({ start, end }: { start: number; end: number }) =>
      start <= range.start && range.end <= end;
    const entity = spansIn(names, range).find(covers)?.entity ?? null;
    const named = { ...word, ...range, entity, isDated: spansIn(mentions, range).some(covers) };
    return { ...named, terms: termsOf(named, passage, words, language) };
  });
  const dates = mentions.map((mention) => readDate(mention, passage, marked, words, day));
  return {
    article,
    start: passage.start,
    end: passage.end,
    passage,
    day,
    entities: new Set([...names.map(({ entity }) => entity), ...speakers]),
    speakers: new Set(speakers),
    terms: new Set(marked.flatMap(({ terms }) => terms)),
    numbers: new Set(
      marked.filter((word) => NUMBER.test(word.folded) && !word.isDated).map(numberOf),
    ),
    isNegated: marked.some((word) => words.negations.has(word.folded)),
    isQuoted: /^["“«„]/.test(passage.text),
    dates,
  };
}

const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");
const NUMBER = new RegExp(`^(?:\\d.*|${ORDINALS.slice(2).join("|")})$`);

function numberOf({ folded }: MarkedWord): string {
  const ordinal = ORDINALS.indexOf(folded);
  return ordinal < 0 ? folded.replace(/,(?=\d{3})/g, "") : String(ordinal + 1);
}

interface NamedWord extends Word {
  readonly entity: string | null;
  /** Part of a date. */
  readonly isDated: boolean;
}

interface MarkedWord extends NamedWord {
  readonly terms: readonly string[];
}

function termsOf(
  word: NamedWord,
  passage: Passage,
  { concepts, empty }: ConceptWords,
  language: string,
): string[] {
  if (empty.has(word.folded) || word.folded.length < 2) return [];
  const written = passage.text.slice(word.start - passage.start, word.end - passage.start);
  const isCapital = /^\p{Lu}/u.test(written);
  // An entity may be named in plain words ("deal on maritime boundaries"), which count as such.
  if (word.entity !== null && isCapital) return [];
  if (isCapital && word.start > passage.start + 1) return [`=${word.folded}`];
  const root = stem(word.folded, language);
  return [concepts.get(root) ?? root];
}

/** The clause around a date: from the word that opens it to the mark that closes it. */
function readDate(
  mention: DateMention,
  passage: Passage,
  marked: readonly MarkedWord[],
  words: ConceptWords,
  day: string | null,
): EventDate {
  const { start, end, isMain } = clauseOf(mention, passage);
  const clause = spansIn(marked, { start, end }).filter(
    (word) => word.start >= start && word.end <= end,
  );
  const isAhead = day !== null && mention.from > day;
  const isFuture = clause.some(
    (word) => words.future.has(word.folded) && word.start < mention.start,
  );
  return {
    mention,
    isMain,
    isPlanned: isAhead || (isFuture && (day === null || mention.to > day)),
    clause: new Set(clause.flatMap(({ terms }) => terms)),
    actors: new Set(clause.flatMap(({ entity }) => entity ?? [])),
  };
}

interface Clause {
  readonly start: number;
  readonly end: number;
  readonly isMain: boolean;
}

/** How far from a date its clause reaches to either side, code units: keeps the work linear. */
const REACH = 400;

/** Offsets count in the article's text. */
function clauseOf(mention: DateMention, passage: Passage): Clause {
  const from = Math.max(passage.start, mention.start - REACH);
  const before = passage.text.slice(from - passage.start, mention.start - passage.start);
  const behind = passage.text.slice(mention.end - passage.start).slice(0, REACH);
  const start = from + Math.max(0, before.lastIndexOf(", but "));
  const ahead = { start: mention.end, text: behind };
  if (SPOKEN.test(before)) return { start, end: mention.end + behind.length, isMain: true };
  const opensClause = /\b(?:after|before)$/i.test(mention.text);
  if (opensClause) return beside(mention.end, ahead);
  const isAttribute = ATTRIBUTE.test(before) && /^\s[\p{Ll}]/u.test(behind);
  if (isAttribute) return beside(mention.start, ahead);
  const reduced = lastMatch(before, REDUCED);
  if (reduced !== null && !/[,;]/.test(before.slice(reduced.at))) {
    return beside(from + reduced.at, ahead);
  }
  const opener = lastMatch(before, OPENERS);
  const opensSentence = opener !== null && from + opener.at <= passage.start + 1;
  if (opener !== null && !isClosed(before, opener, opensSentence)) {
    return beside(from + opener.at, ahead);
  }
  return { start, end: mainEnd(ahead), isMain: true };
}

/** "… said on | Saturday": the day on which it was said. */
const SPOKEN =
  /\b(?:said|told|stated|announced|declared|added|warned|confirmed)\s(?:on\s|late\s|early\s)*$/i;
/** "under a | November 2019 deal". */
const ATTRIBUTE = /\b(?:a|an|the|its|their|of)\s$/i;
/** Words that open a clause beside the main one. */
const OPENERS =
  /(?:^|[\s,;(—–-])(which|who|whom|whose|where|when|after|before|since|while|following|until|that|because|although|though)\s/giu;
/** A noun with what was done to it: "an accord brokered … in November". */
const REDUCED =
  /\s(?:a|an|the|its|their|his|her|another)(?:\s[\p{L}’'-]+){1,4}?\s([\p{L}]+(?:ed|ught|eld))\s(?:with|by|in|on|at|to|between|last|next|under)\b/giu;
/** A reporting verb with nothing but an adverbial between it and its "that". */
const REPORTS_THAT =
  /\b(?:said|says?|stated|agreed|added|warned|stressed|announced|reported|denied|confirmed)\s?(?:(?!\bthat\b)[^,]){0,60}$/i;

/**
 * Whether the clause that a word opens is over before the date: what opens the sentence ends with
 * a comma, a relative clause with a comma and a verb, and what is said to be is no clause beside.
 */
function isClosed(before: string, { at, word }: Opener, opensSentence: boolean): boolean {
  if (word === "that" && REPORTS_THAT.test(before.slice(0, at))) return true;
  const since = before.slice(at + 1);
  if (opensSentence) return since.includes(",");
  if (/,\s(?:and|but)\s/.test(since)) return true;
  return /^(?:which|who|whom|whose|where)$/.test(word) && RESUMED.test(since);
}

const RESUMED = /,\s(?:(?:is|was|are|were|has|have|had|will)\b|[a-z]+ed\b|said\b)/;

interface Opener {
  readonly at: number;
  readonly word: string;
}

function lastMatch(text: string, pattern: RegExp): Opener | null {
  let found: Opener | null = null;
  for (const match of text.matchAll(pattern)) {
    found = { at: match.index, word: (match[1] ?? "").toLowerCase() };
  }
  return found;
}

/** What follows a date, as far as its clause may reach. */
interface Ahead {
  readonly start: number;
  readonly text: string;
}

/** A clause beside the main one, up to the mark that ends it. */
function beside(start: number, ahead: Ahead): Clause {
  return { start, end: endAt(/[,;]\s/, ahead), isMain: false };
}

function mainEnd(ahead: Ahead): number {
  return endAt(/; |, but |, which |, who |, after |\s(?:before|after|when)\s/, ahead);
}

function endAt(stop: RegExp, { start, text }: Ahead): number {
  return start + (stop.exec(text)?.index ?? text.length);
}
