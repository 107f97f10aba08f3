/** The analysed articles as the rules for conflicts read them: passages with events, themes, speakers. */
import type {
  ArticleAnalysis,
  ArticleRange,
  Attribution,
  Conflict,
  FindingKind,
  Passage,
} from "../../model/analysis.js";
import { type Article, articleDay } from "../../model/article.js";
import type { Lexicon } from "../../model/lexicon.js";
import { splitWords } from "../../text/words.js";
import { type EventPassage, readEvents } from "../events/events.js";
import type { Stories } from "../events/stories.js";
import { spansIn } from "../spans.js";

export interface ReportedPassage extends EventPassage {
  readonly attributions: readonly Attribution[];
  /** Day of the passage's main clause, or of its article. */
  readonly at: string | null;
}

export interface EventReports {
  /** In the order of the articles' days, undated ones last. */
  readonly passages: readonly ReportedPassage[];
  readonly byArticle: ReadonlyMap<string, readonly ReportedPassage[]>;
  readonly analyses: ReadonlyMap<string, ArticleAnalysis>;
  /** How many passages carry each theme. */
  readonly spread: ReadonlyMap<string, number>;
  readonly stories: Stories;
  /** House names by entity; of speakers that the lexicon lacks, their words. */
  readonly names: ReadonlyMap<string, string>;
  /** Place of each article's story among the stories. */
  readonly storyOf: ReadonlyMap<string, number>;
  /** Whether passages without a theme count, and names that the lexicon lacks. */
  readonly offTheme: boolean;
}

export type ReportOptions = Partial<Pick<EventReports, "storyOf" | "offTheme">>;

export function readReports(
  articles: readonly Article[],
  analyses: ReadonlyMap<string, ArticleAnalysis>,
  stories: Stories,
  lexicon: Pick<Lexicon, "entities">,
  { storyOf = new Map(), offTheme = false }: ReportOptions = {},
): EventReports {
  const names = new Map(lexicon.entities.entities.map(({ id, name }) => [id, name]));
  const byArticle = new Map<string, readonly ReportedPassage[]>();
  for (const article of [...articles].sort(byDay)) {
    const analysis = analyses.get(article.id);
    if (analysis === undefined) continue;
    const events = readEvents(article, analysis, articleDay(article));
    const { attributions } = analysis;
    byArticle.set(
      article.id,
      events.map((event) =>
        offTheme
          ? new NamingReport(event, attributions, names)
          : new EventReport(event, attributions),
      ),
    );
  }
  const passages = [...byArticle.values()].flat();
  const spread = spreadOf(analyses);
  return { passages, byArticle, analyses, spread, stories, names, storyOf, offTheme };
}

/** An event with who speaks in it; nothing of it is read before it is asked for. */
class EventReport implements ReportedPassage {
  readonly event: EventPassage;
  readonly #spans: readonly Attribution[];
  #attributions: readonly Attribution[] | null = null;

  constructor(event: EventPassage, spans: readonly Attribution[]) {
    this.event = event;
    this.#spans = spans;
  }

  get attributions(): readonly Attribution[] {
    this.#attributions ??= spansIn(this.#spans, this.event);
    return this.#attributions;
  }

  get at(): string | null {
    return this.dates.find(({ isMain }) => isMain)?.mention.from ?? this.day;
  }

  get article(): string {
    return this.event.article;
  }

  get start(): number {
    return this.event.start;
  }

  get end(): number {
    return this.event.end;
  }

  get passage(): Passage {
    return this.event.passage;
  }

  get day(): string | null {
    return this.event.day;
  }

  get entities(): ReadonlySet<string> {
    return this.event.entities;
  }

  get speakers(): ReadonlySet<string> {
    return this.event.speakers;
  }

  get terms(): ReadonlySet<string> {
    return this.event.terms;
  }

  get numbers(): ReadonlySet<string> {
    return this.event.numbers;
  }

  get isNegated(): boolean {
    return this.event.isNegated;
  }

  get isDenied(): boolean {
    return this.event.isDenied;
  }

  get isQuoted(): boolean {
    return this.event.isQuoted;
  }

  get dates(): EventPassage["dates"] {
    return this.event.dates;
  }

  holds(hashes: ReadonlySet<number>): boolean {
    return this.event.holds(hashes);
  }
}

/** Speakers and names that the lexicon lacks count by the last word of a name, behind `=`. */
class NamingReport extends EventReport {
  readonly #unknown: readonly string[];
  #allEntities: ReadonlySet<string> | null = null;
  #allSpeakers: ReadonlySet<string> | null = null;

  /** @param names takes in the speakers that the lexicon lacks */
  constructor(event: EventPassage, spans: readonly Attribution[], names: Map<string, string>) {
    super(event, spans);
    this.#unknown = unknownSpeakers(this.attributions, names);
  }

  override get entities(): ReadonlySet<string> {
    this.#allEntities ??= new Set([
      ...this.event.entities,
      ...[...this.terms].filter((term) => term.startsWith("=")),
      ...this.#unknown,
    ]);
    return this.#allEntities;
  }

  override get speakers(): ReadonlySet<string> {
    this.#allSpeakers ??= new Set([...this.event.speakers, ...this.#unknown]);
    return this.#allSpeakers;
  }
}

function unknownSpeakers(
  attributions: readonly Attribution[],
  names: Map<string, string>,
): readonly string[] {
  return attributions.flatMap(({ entity, speaker }) => {
    const last = splitWords(speaker).at(-1);
    if (entity !== null || last === undefined) return [];
    if (/^\p{Ll}/u.test(speaker.slice(last.start, last.end))) return [];
    const key = `=${last.folded}`;
    if (!names.has(key)) names.set(key, speaker);
    return key;
  });
}

function spreadOf(analyses: ReadonlyMap<string, ArticleAnalysis>): ReadonlyMap<string, number> {
  const spread = new Map<string, number>();
  for (const { passages } of analyses.values()) {
    for (const { themes } of passages) {
      for (const { id } of themes) spread.set(id, (spread.get(id) ?? 0) + 1);
    }
  }
  return spread;
}

function byDay(first: Article, second: Article): number {
  const key = (article: Article) => `${articleDay(article) ?? "9999"} ${article.id}`;
  return key(first) < key(second) ? -1 : 1;
}

/** A conflict about passages, under the theme that they share or the first one's. */
export function conflictOf(
  kind: FindingKind,
  passages: readonly ReportedPassage[],
  params: Conflict["params"],
  reports: EventReports,
  ranges: readonly ArticleRange[] = passages,
): Conflict | null {
  const theme = themeOf(passages, reports);
  if (theme === null && !reports.offTheme) return null;
  return {
    kind,
    theme,
    params,
    ranges: ranges.map(({ article, start, end }) => ({ article, start, end })),
    articles: [],
  };
}

/** The theme of most of the passages, of equals the one that fewest passages have. */
function themeOf(
  passages: readonly ReportedPassage[],
  { analyses, spread }: EventReports,
): string | null {
  const labels = passages.flatMap(({ passage }) => passage.themes);
  const counts = new Map<string, number>();
  for (const { id } of labels) counts.set(id, (counts.get(id) ?? 0) + 1);
  const [best] = [...counts.keys()].sort(
    (a, b) =>
      (counts.get(b) ?? 0) - (counts.get(a) ?? 0) ||
      (spread.get(a) ?? 0) - (spread.get(b) ?? 0) ||
      (a < b ? -1 : 1),
  );
  const ofArticle = analyses.get(passages[0]?.article ?? "")?.themes ?? [];
  const [strongest] = ofArticle
    .filter(({ assigned }) => assigned)
    .sort((a, b) => b.score - a.score);
  return best ?? strongest?.id ?? null;
}

export function sharesTheme(first: EventPassage, second: EventPassage): boolean {
  return first.passage.themes.some(({ id }) =>
    second.passage.themes.some((other) => other.id === id),
  );
}

/** Both on one theme; where themes do not count, three words of content that both hold. */
export function isSameSubject(
  first: EventPassage,
  second: EventPassage,
  { offTheme }: EventReports,
): boolean {
  return (
    sharesTheme(first, second) || (offTheme && sharedWords(first.terms, second.terms).length >= 3)
  );
}

export function sharedWords(first: ReadonlySet<string>, second: ReadonlySet<string>): string[] {
  return [...first].filter((term) => second.has(term) && !term.startsWith("="));
}
