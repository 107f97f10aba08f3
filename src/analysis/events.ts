/** Passages to the events they tell: who, what and when, in a form that can be compared. */
import type { ArticleAnalysis, ArticleRange, DateMention, Passage } from "../model/analysis.js";
import type { Article } from "../model/article.js";
import { stem } from "../text/stems.js";
import { splitWords, type Word } from "../text/words.js";
import { type ConceptWords, conceptWords } from "./concept-words.js";

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
  const names = analysis.names.filter(isInside);
  const speakers = analysis.attributions
    .filter(({ start, end }) => start < passage.end && passage.start < end)
    .flatMap(({ entity }) => entity ?? []);
  const marked = splitWords(passage.text).map((word): MarkedWord => {
    const start = passage.start + word.start;
    const end = passage.start + word.end;
    const name = names.find((use) => use.start <= start && end <= use.end);
    return { ...word, start, end, entity: name?.entity ?? null };
  });
  const mentions = analysis.dates.filter(isInside);
  const isDated = (word: MarkedWord) =>
    mentions.some(({ start, end }) => start <= word.start && word.end <= end);
  const termOf = (word: MarkedWord) => termsOf(word, passage, words, language);
  const dates = mentions.map((mention) => readDate(mention, passage, marked, words, termOf, day));
  return {
    article,
    start: passage.start,
    end: passage.end,
    passage,
    day,
    entities: new Set([...names.map(({ entity }) => entity), ...speakers]),
    speakers: new Set(speakers),
    terms: new Set(marked.flatMap(termOf)),
    numbers: new Set(
      marked.filter((word) => NUMBER.test(word.folded) && !isDated(word)).map(numberOf),
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

interface MarkedWord extends Word {
  readonly entity: string | null;
}

function termsOf(
  word: MarkedWord,
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
  termOf: (word: MarkedWord) => string[],
  day: string | null,
): EventDate {
  const { start, end, isMain } = clauseOf(mention, passage);
  const clause = marked.filter((word) => word.start >= start && word.end <= end);
  const isAhead = day !== null && mention.from > day;
  const isFuture = clause.some(
    (word) => words.future.has(word.folded) && word.start < mention.start,
  );
  return {
    mention,
    isMain,
    isPlanned: isAhead || (isFuture && (day === null || mention.to > day)),
    clause: new Set(clause.flatMap(termOf)),
    actors: new Set(clause.flatMap(({ entity }) => entity ?? [])),
  };
}

interface Clause {
  readonly start: number;
  readonly end: number;
  readonly isMain: boolean;
}

/** Offsets count in the article's text. */
function clauseOf(mention: DateMention, passage: Passage): Clause {
  const before = passage.text.slice(0, mention.start - passage.start);
  const behind = passage.text.slice(mention.end - passage.start);
  const start = passage.start + Math.max(0, before.lastIndexOf(", but "));
  if (SPOKEN.test(before)) return { start, end: passage.end, isMain: true };
  const opensClause = /\b(?:after|before)$/i.test(mention.text);
  if (opensClause) return beside(mention.end, mention.end, passage);
  const isAttribute = ATTRIBUTE.test(before) && /^\s[\p{Ll}]/u.test(behind);
  if (isAttribute) return beside(mention.start, mention.end, passage);
  const reduced = lastMatch(before, REDUCED);
  if (reduced !== null && !/[,;]/.test(before.slice(reduced.at))) {
    return beside(passage.start + reduced.at, mention.end, passage);
  }
  const opener = lastMatch(before, OPENERS);
  if (opener !== null && !isClosed(before, opener)) {
    return beside(passage.start + opener.at, mention.end, passage);
  }
  return { start, end: mainEnd(mention, passage), isMain: true };
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
function isClosed(before: string, { at, word }: Opener): boolean {
  if (word === "that" && REPORTS_THAT.test(before.slice(0, at))) return true;
  const since = before.slice(at + 1);
  if (at <= 1) return since.includes(",");
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

/** A clause beside the main one, up to the mark that ends it. */
function beside(start: number, from: number, passage: Passage): Clause {
  const behind = passage.text.slice(from - passage.start);
  const stop = /[,;]\s/.exec(behind);
  return { start, end: stop === null ? passage.end : from + stop.index, isMain: false };
}

function mainEnd(mention: DateMention, passage: Passage): number {
  const behind = passage.text.slice(mention.end - passage.start);
  const stop = /; |, but |, which |, who |, after |\s(?:before|after|when)\s/.exec(behind);
  return stop === null ? passage.end : mention.end + stop.index;
}
