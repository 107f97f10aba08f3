/** Passages to the events they tell: who, what and when, in a form that can be compared. */
import type {
  ArticleAnalysis,
  ArticleRange,
  DateMention,
  NameUse,
  Passage,
} from "../../model/analysis.js";
import type { Article } from "../../model/article.js";
import { splitWords } from "../../text/words.js";
import { spansIn } from "../spans.js";
import { type Clause, clauseOf } from "./clauses.js";
import {
  DENIES,
  holdsWord,
  NEGATES,
  type PassageTerms,
  readPassageTerms,
} from "./passage-terms.js";
import { type Tongue, tongueOf } from "./tongue.js";

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
  /** Says of something that it is denied. */
  readonly isDenied: boolean;
  readonly isQuoted: boolean;
  readonly dates: readonly EventDate[];
  /** Whether one of its terms has one of the hashes. */
  readonly holds: (hashes: ReadonlySet<number>) => boolean;
}

/**
 * Nothing of an event is read before it is asked for: most passages are never compared.
 * @param day the article's day, where it is known
 */
export function readEvents(
  article: Article,
  analysis: ArticleAnalysis,
  day: string | null,
): readonly EventPassage[] {
  const kept = read.get(analysis);
  if (kept !== undefined && kept.day === day) return kept.events;
  const source = {
    analysis,
    day,
    tongue: tongueOf(article.language),
    terms: readPassageTerms(article, analysis),
  };
  const events = analysis.passages.map((passage, index) => new ReadEvent(passage, index, source));
  read.set(analysis, { day, events });
  return events;
}

/** Stories, timeline and conflicts read the same events. */
const read = new WeakMap<
  ArticleAnalysis,
  { readonly day: string | null; readonly events: readonly EventPassage[] }
>();

/** What the events of an article are read from. */
interface Source {
  readonly analysis: ArticleAnalysis;
  readonly day: string | null;
  readonly tongue: Tongue;
  readonly terms: PassageTerms;
}

class ReadEvent implements EventPassage {
  readonly passage: Passage;
  readonly #index: number;
  readonly #source: Source;
  #entities: ReadonlySet<string> | null = null;
  #speakers: ReadonlySet<string> | null = null;
  #terms: ReadonlySet<string> | null = null;
  #numbers: ReadonlySet<string> | null = null;
  #dates: readonly EventDate[] | null = null;

  constructor(passage: Passage, index: number, source: Source) {
    this.passage = passage;
    this.#index = index;
    this.#source = source;
  }

  get article(): string {
    return this.#source.analysis.article;
  }

  get start(): number {
    return this.passage.start;
  }

  get end(): number {
    return this.passage.end;
  }

  get day(): string | null {
    return this.#source.day;
  }

  get entities(): ReadonlySet<string> {
    this.#entities ??= setOf([...this.#names().map(({ entity }) => entity), ...this.speakers]);
    return this.#entities;
  }

  get speakers(): ReadonlySet<string> {
    this.#speakers ??= setOf(
      spansIn(this.#source.analysis.attributions, this).flatMap(({ entity }) => entity ?? []),
    );
    return this.#speakers;
  }

  get terms(): ReadonlySet<string> {
    this.#terms ??= setOf(this.#words().flatMap(({ term }) => term ?? []));
    return this.#terms;
  }

  get numbers(): ReadonlySet<string> {
    this.#numbers ??= setOf(
      this.#words()
        .filter((word) => !word.isDated && NUMBER.test(word.folded))
        .map(numberOf),
    );
    return this.#numbers;
  }

  get isNegated(): boolean {
    return this.#turns(NEGATES);
  }

  get isDenied(): boolean {
    return this.#turns(DENIES);
  }

  get isQuoted(): boolean {
    return /^["“«„]/.test(this.passage.text);
  }

  get dates(): readonly EventDate[] {
    const { tongue, day } = this.#source;
    this.#dates ??= this.#mentions().map(
      (mention) => new ReadDate(mention, this.passage, tongue, day, () => this.#words()),
    );
    return this.#dates;
  }

  holds(words: ReadonlySet<number>): boolean {
    return holdsWord(this.#source.terms, this.#index, words);
  }

  #turns(way: number): boolean {
    return ((this.#source.terms.negated[this.#index] ?? 0) & way) !== 0;
  }

  #names(): NameUse[] {
    return spansIn(this.#source.analysis.names, this).filter((span) => isInside(span, this));
  }

  #mentions(): DateMention[] {
    return spansIn(this.#source.analysis.dates, this).filter((span) => isInside(span, this));
  }

  #words(): readonly MarkedWord[] {
    const { passage } = this;
    if (last?.passage === passage) return last.words;
    const marks = { names: this.#names(), mentions: this.#mentions(), tongue: this.#source.tongue };
    last = { passage, words: markWords(passage, marks) };
    return last.words;
  }
}

/** The passage that was read last: its terms and each of its dates are asked for in turn. */
let last: { readonly passage: Passage; readonly words: readonly MarkedWord[] } | null = null;

function isInside(span: Range, range: Range): boolean {
  return span.start >= range.start && span.end <= range.end;
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

interface Marks {
  readonly names: readonly NameUse[];
  readonly mentions: readonly DateMention[];
  readonly tongue: Tongue;
}

/** The words of a passage, their offsets counted in the article's text. */
function markWords(passage: Passage, { names, mentions, tongue }: Marks): MarkedWord[] {
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
    const known = tongue.wordOf(folded);
    const term = tongue.termOf(known, passage.text, from, from, entity !== null);
    return { start, end, folded, entity, isDated, term: term?.term ?? null };
  });
}

function covers(range: Range, start: number, end: number): boolean {
  return range.start <= start && end <= range.end;
}

const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");
const CARDINALS = "one two three four five six seven eight nine ten eleven twelve".split(" ");
/** "One", "first" and their like seldom count. */
const COUNTING = [...ORDINALS.slice(2), ...CARDINALS.slice(2)];
const NUMBER = new RegExp(`^(?:\\d.*|${COUNTING.join("|")})$`);

function numberOf({ folded }: MarkedWord): string {
  const place = Math.max(ORDINALS.indexOf(folded), CARDINALS.indexOf(folded));
  return place < 0 ? folded.replace(/,(?=\d{3})/g, "") : String(place + 1);
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

class ReadDate implements EventDate {
  readonly mention: DateMention;
  readonly #passage: Passage;
  readonly #tongue: Tongue;
  readonly #day: string | null;
  readonly #wordsOf: () => readonly MarkedWord[];
  #bounds: Clause | null = null;
  #clause: ReadonlySet<string> | null = null;
  #actors: ReadonlySet<string> | null = null;

  constructor(
    mention: DateMention,
    passage: Passage,
    tongue: Tongue,
    day: string | null,
    wordsOf: () => readonly MarkedWord[],
  ) {
    this.mention = mention;
    this.#passage = passage;
    this.#tongue = tongue;
    this.#day = day;
    this.#wordsOf = wordsOf;
  }

  get isMain(): boolean {
    return this.#clauseBounds().isMain;
  }

  get isPlanned(): boolean {
    const day = this.#day;
    if (day !== null && this.mention.from > day) return true;
    if (day !== null && this.mention.to <= day) return false;
    const { future } = this.#tongue.words;
    return this.#words().some((word) => future.has(word.folded) && word.start < this.mention.start);
  }

  get clause(): ReadonlySet<string> {
    this.#clause ??= setOf(this.#words().flatMap(({ term }) => term ?? []));
    return this.#clause;
  }

  get actors(): ReadonlySet<string> {
    this.#actors ??= setOf(this.#words().flatMap(({ entity }) => entity ?? []));
    return this.#actors;
  }

  /** The clause around a date: from the word that opens it to the mark that closes it. */
  #clauseBounds(): Clause {
    this.#bounds ??= clauseOf(this.mention, this.#passage, this.#tongue.language);
    return this.#bounds;
  }

  #words(): readonly MarkedWord[] {
    const bounds = this.#clauseBounds();
    return spansIn(this.#wordsOf(), bounds).filter((word) => isInside(word, bounds));
  }
}
