/** What is known of an article besides its text, as a person reads it, with the words that state it. */
import type { Article, Evidence, Inferred, Published } from "../../model/article.js";

export interface Fact {
  readonly name: string;
  readonly value: string;
  /** How sure it is, or how it came about. */
  readonly note?: string;
  /** Quotations of raw texts. */
  readonly evidence: readonly Evidence[];
}

export interface Facts {
  readonly known: readonly Fact[];
  /** Names of what the article does not state. */
  readonly unknown: readonly string[];
}

export function readingFacts(article: Article): Facts {
  const facts: readonly [string, Omit<Fact, "name"> | null][] = [
    ["published", statedDay(article.published)],
    ["modified", statedDay(article.modified)],
    ["day inferred", inferredDay(article.inferred)],
    ["outlet", plain(article.outlet)],
    ["byline", plain(article.byline)],
    ["agency", plain(article.agency)],
    ["chain", article.chain.length > 1 ? plain(article.chain.join(" ← ")) : null],
    ["dateline", plain(article.dateline)],
    ["language", languages(article)],
    ["address", plain(article.url)],
    ["read as", { value: article.format, note: article.id, evidence: [] }],
  ];
  return {
    known: facts.flatMap(([name, fact]) => (fact === null ? [] : [{ name, ...fact }])),
    unknown: facts.flatMap(([name, fact]) =>
      fact === null && SHOULD_BE_KNOWN.has(name) && !isDated(name, article) ? [name] : [],
    ),
  };
}

const SHOULD_BE_KNOWN = new Set(["published", "outlet", "byline", "address"]);

/** Where the day was inferred, that it is not stated goes without saying. */
function isDated(name: string, { inferred }: Article): boolean {
  return name === "published" && inferred !== null;
}

function plain(value: string | null): Omit<Fact, "name"> | null {
  return value === null ? null : { value, evidence: [] };
}

function statedDay(stated: Published | null): Omit<Fact, "name"> | null {
  if (stated === null) return null;
  const { date, time, precision, evidence } = stated;
  const value = time === undefined ? date : `${date} ${time}`;
  return { value, note: `to the ${precision}`, evidence };
}

function inferredDay(inferred: Inferred | null): Omit<Fact, "name"> | null {
  if (inferred === null) return null;
  const { date, window, evidence } = inferred;
  const [first, last] = window;
  return first === last
    ? { value: date, evidence }
    : { value: date, note: `between ${first} and ${last}`, evidence };
}

function languages({ language, foreign }: Article): Omit<Fact, "name"> {
  if (foreign.length === 0) return { value: language, evidence: [] };
  const others = [...new Set(foreign.map((entry) => entry.language))].join(", ");
  return { value: language, note: `${foreign.length} ¶ in ${others}`, evidence: [] };
}
