/** Passages to the events they tell: who, what and when, in a form that can be compared. */
import type {
  ArticleAnalysis,
  ArticleRange,
  DateMention,
  NameUse,
  Passage,
} from "../../model/analysis.js";
import type { Article } from "../../model/article.js";
import { primaryLanguage } from "../../text/primary-language.js";
import { stem } from "../../text/stems.js";
import { splitWords } from "../../text/words.js";
import { spansIn } from "../spans.js";
import { clauseOf } from "./clauses.js";
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
  const tongue = tongueOf(language);
  const events = analysis.passages.map((passage) => readEvent(passage, analysis, tongue, day));
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
  tongue: Tongue,
  day: string | null,
): EventPassage {
  const { article } = analysis;
  const isInside = ({ start, end }: Range) => start >= passage.start && end <= passage.end;
  const names = spansIn(analysis.names, passage).filter(isInside);
  const speakers = spansIn(analysis.attributions, passage).flatMap(({ entity }) => entity ?? []);
  const mentions = spansIn(analysis.dates, passage).filter(isInside);
  const marked = markWords(passage, names, mentions, tongue);
  const numbers = marked.filter((word) => !word.isDated && NUMBER.test(word.folded));
  return {
    article,
    start: passage.start,
    end: passage.end,
    passage,
    day,
    entities: setOf([...names.map(({ entity }) => entity), ...speakers]),
    speakers: setOf(speakers),
    terms: setOf(marked.flatMap(({ term }) => term ?? [])),
    numbers: setOf(numbers.map(numberOf)),
    isNegated: marked.some((word) => tongue.words.negations.has(word.folded)),
    isQuoted: /^["“«„]/.test(passage.text),
    dates: mentions.map((mention) => readDate(mention, passage, marked, tongue, day)),
  };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Most passages have no names or numbers, and a set of its own is dear. */
const NONE: ReadonlySet<string> = new Set();

function setOf(items: readonly string[]): ReadonlySet<string> {
  return items.length === 0 ? NONE : new Set(items);
}

/** The words of a passage, their offsets counted in the article's text. */
function markWords(
  passage: Passage,
  names: readonly NameUse[],
  mentions: readonly DateMention[],
  tongue: Tongue,
): MarkedWord[] {
  let name = 0;
  let mention = 0;
  return splitWords(passage.text).map(({ start: from, end: to, folded }) => {
    const start = passage.start + from;
    const end = passage.start + to;
    while (name < names.length && (names[name]?.end ?? 0) <= start) name += 1;
    while (mention < mentions.length && (mentions[mention]?.end ?? 0) <= start) mention += 1;
    const use = names[name];
    const entity = use !== undefined && covers(use, start, end) ? use.entity : null;
    const dated = mentions[mention];
    const isDated = dated !== undefined && covers(dated, start, end);
    const term = termOf(folded, passage.text, from, entity !== null, tongue);
    return { start, end, folded, entity, isDated, term };
  });
}

function covers(range: Range, start: number, end: number): boolean {
  return range.start <= start && end <= range.end;
}

const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");
const NUMBER = new RegExp(`^(?:\\d.*|${ORDINALS.slice(2).join("|")})$`);

function numberOf({ folded }: MarkedWord): string {
  const ordinal = ORDINALS.indexOf(folded);
  return ordinal < 0 ? folded.replace(/,(?=\d{3})/g, "") : String(ordinal + 1);
}

interface MarkedWord extends Range {
  readonly folded: string;
  /** That the word is part of a name of. */
  readonly entity: string | null;
  /** Part of a date. */
  readonly isDated: boolean;
  /** What it adds to the passage's terms. */
  readonly term: string | null;
}

function termOf(
  folded: string,
  text: string,
  start: number,
  isName: boolean,
  tongue: Tongue,
): string | null {
  if (folded.length < 2 || tongue.words.empty.has(folded)) return null;
  const isCapital = startsWithCapital(text, start);
  // An entity may be named in plain words ("deal on maritime boundaries"), which count as such.
  if (isName && isCapital) return null;
  if (isCapital && start > 1) return nameTerm(folded, tongue);
  return rootOf(folded, tongue);
}

function startsWithCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
  return /^\p{Lu}/u.test(text.slice(at, at + 2));
}

/** The words of a language with the roots that were asked for. */
interface Tongue {
  readonly language: string;
  readonly words: ConceptWords;
  readonly roots: Map<string, string>;
  /** Words that stand for a name, marked as such. */
  readonly names: Map<string, string>;
}

const tongues = new Map<string, Tongue>();
const KEPT_ROOTS = 50_000;

function tongueOf(language: string): Tongue {
  const base = primaryLanguage(language);
  const known = tongues.get(base);
  if (known !== undefined) return known;
  const tongue: Tongue = {
    language: base,
    words: conceptWords(base),
    roots: new Map(),
    names: new Map(),
  };
  if (tongues.size < KEPT_TONGUES) tongues.set(base, tongue);
  return tongue;
}

/** Languages come with the articles and are nobody's promise. */
const KEPT_TONGUES = 100;

function nameTerm(folded: string, { names }: Tongue): string {
  const kept = names.get(folded);
  if (kept !== undefined) return kept;
  const term = `=${folded}`;
  if (names.size >= KEPT_ROOTS) names.clear();
  names.set(folded, term);
  return term;
}

function rootOf(folded: string, { language, words, roots }: Tongue): string {
  const kept = roots.get(folded);
  if (kept !== undefined) return kept;
  const stemmed = stem(folded, language);
  const root = words.concepts.get(stemmed) ?? stemmed;
  if (roots.size >= KEPT_ROOTS) roots.clear();
  roots.set(folded, root);
  return root;
}

/** The clause around a date: from the word that opens it to the mark that closes it. */
function readDate(
  mention: DateMention,
  passage: Passage,
  marked: readonly MarkedWord[],
  { language, words }: Tongue,
  day: string | null,
): EventDate {
  const { start, end, isMain } = clauseOf(mention, passage, language);
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
    clause: setOf(clause.flatMap(({ term }) => term ?? [])),
    actors: setOf(clause.flatMap(({ entity }) => entity ?? [])),
  };
}
