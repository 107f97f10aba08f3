/**
 * The same dated event in two articles: where an undated article says "on Saturday" of what a dated
 * one says of a day that it fixes, that day is the undated article's Saturday.
 */

import type { Article, Evidence } from "../model/article.js";
import { FUNCTION_WORDS } from "../readers/index.js";
import { type DateReference, isAbsolute, resolveDate } from "../text/dates/index.js";
import { civilDay, parseDay, weekdayOf } from "../text/dates-calendar.js";
import { fold } from "../text/fold.js";
import { primaryLanguage } from "../text/primary-language.js";
import type { DateClue } from "./date-clues.js";
import { evidenceQuote } from "./evidence-quote.js";

/** An event of a dated article whose day is certain. */
interface DatedEvent {
  readonly article: string;
  /** Day number. */
  readonly day: number;
  readonly clue: DateClue;
  readonly sentenceWords: ReadonlySet<string>;
  readonly contextNames: ReadonlySet<string>;
  /** Words of the article, and of its title, standfirst and first paragraph. */
  readonly words: () => ArticleWords;
  readonly actor: readonly string[];
  readonly evidence: readonly Evidence[];
}

interface ArticleWords {
  readonly all: ReadonlySet<string>;
  readonly head: ReadonlySet<string>;
}

/** Events of dated articles, found by what a clue can name: day and month, weekday, actor. */
export type EventIndex = ReadonlyMap<string, readonly DatedEvent[]>;

export interface SharedEvent {
  readonly clue: DateClue;
  readonly day: number;
  readonly evidence: readonly Evidence[];
}

/** Where the likeness of two reports of an event must lie. */
const LIKENESS = {
  /** Names around a day and month that both give. */
  names: 4,
  namesShare: 0.4,
  /** Words of a statement, its speaker and day left out, that the other article has too. */
  statementShare: 0.4,
  /** Content words of two sentences that are one copy. */
  copyShare: 0.8,
  copyWords: 6,
  /** Matches this close to the best one have a say too; where they disagree, none has. */
  nearBest: 0.75,
} as const;

export function indexEvents(
  articles: readonly Article[],
  cluesOf: (article: Article) => readonly DateClue[],
): EventIndex {
  const index = new Map<string, DatedEvent[]>();
  for (const event of articles.flatMap((article) => datedEvents(article, cluesOf(article)))) {
    for (const key of eventKeys(event)) {
      const events = index.get(key);
      if (events === undefined) index.set(key, [event]);
      else events.push(event);
    }
  }
  return index;
}

/** The day of the event that a clue speaks of; null where no dated article tells it, or two differ. */
export function findSharedEvent(
  clue: DateClue,
  article: Article,
  index: EventIndex,
): SharedEvent | null {
  const found = candidates(clue, index).filter((event) => event.article !== article.id);
  if (found.length === 0) return null;
  const report = readReport(clue, article.language);
  const matches = found
    .map((event) => ({ event, likeness: likenessOf(report, event) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness);
  const [best] = matches;
  if (best === undefined) return null;
  const rivals = matches.filter(({ likeness }) => likeness >= best.likeness * LIKENESS.nearBest);
  if (rivals.some(({ event }) => event.day !== best.event.day)) return null;
  return { clue, day: best.event.day, evidence: best.event.evidence };
}

function datedEvents(article: Article, clues: readonly DateClue[]): DatedEvent[] {
  const references = referencesOf(article);
  if (references.length === 0 || clues.length === 0) return [];
  const words = rememberWords(article);
  return clues.flatMap((clue) => {
    const day = certainDay(clue, references);
    const quote = evidenceQuote(article.raw, clue.sentence, clue.expression.text);
    if (day === null || quote === null) return [];
    const own = { article: article.id, quote };
    const evidence = isAbsolute(clue.expression) ? [own] : [own, ...dayEvidence(article)];
    return [
      {
        article: article.id,
        day,
        clue,
        sentenceWords: stems(clue.sentence),
        contextNames: names(clue.context),
        words,
        actor: actorBefore(clue.before),
        evidence,
      },
    ];
  });
}

/** Most articles are never compared with any other: their words are found on demand. */
function rememberWords({ title, standfirst, paragraphs }: Article): () => ArticleWords {
  let known: ArticleWords | null = null;
  return () => {
    const texts = [title, standfirst ?? "", ...paragraphs];
    known ??= { all: stems(texts.join(" ")), head: stems(texts.slice(0, 3).join(" ")) };
    return known;
  };
}

/** The days that an article may be of: one that is stated, or both ends of an inferred window. */
function referencesOf(article: Article): DateReference[] {
  const { published, inferred } = article;
  if (published !== null && parseDay(published.date) !== null) {
    return [{ day: published.date, anchor: "published" }];
  }
  return (inferred?.window ?? []).map((day) => ({ day, anchor: "inferred" }));
}

function dayEvidence(article: Article): readonly Evidence[] {
  return article.published?.evidence ?? article.inferred?.evidence ?? [];
}

/** The one day that an expression means whichever day the article is of. */
function certainDay({ expression }: DateClue, references: readonly DateReference[]): number | null {
  const days = references.map((reference) => {
    const resolved = resolveDate(expression, reference);
    return resolved?.precision === "day" ? parseDay(resolved.from) : null;
  });
  const [day = null] = days;
  return days.every((other) => other === day) ? day : null;
}

function eventKeys(event: DatedEvent): string[] {
  const { month, day } = civilDay(event.day);
  const weekday = weekdayOf(event.day);
  const surname = event.actor.at(-1);
  const keys = [`date ${month}-${day}`, `copy ${weekday} ${longest(event.sentenceWords)}`];
  return surname === undefined ? keys : [...keys, `actor ${weekday} ${surname}`];
}

function candidates(clue: DateClue, index: EventIndex): DatedEvent[] {
  const { expression } = clue;
  if (expression.kind === "day" && expression.year === null) {
    return [...(index.get(`date ${expression.month}-${expression.day}`) ?? [])];
  }
  const weekday = weekdayNamed(clue);
  if (weekday === null) return [];
  const surname = actorBefore(clue.before).at(-1);
  const copies = index.get(`copy ${weekday} ${longest(stems(clue.sentence))}`) ?? [];
  const sameActor = surname === undefined ? [] : (index.get(`actor ${weekday} ${surname}`) ?? []);
  return [...new Set([...copies, ...sameActor])];
}

function weekdayNamed({ expression }: DateClue): number | null {
  if (expression.kind === "weekday" && expression.shift === 0) return expression.weekday;
  return expression.kind === "relative" ? expression.weekday : null;
}

/** What an undated article says of an event, taken apart once for all comparisons. */
interface Report {
  readonly isDate: boolean;
  readonly words: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly actor: readonly string[];
  readonly topic: readonly string[];
  readonly statement: ReadonlySet<string>;
}

function readReport(clue: DateClue, language: string): Report {
  const actor = actorBefore(clue.before);
  return {
    isDate: clue.expression.kind === "day",
    words: stems(clue.sentence),
    names: names(clue.sentence),
    actor,
    topic: topicWords(clue),
    statement: statementWords(clue, actor, language),
  };
}

/** 0 where two reports are not of one event, else how much alike they are. */
function likenessOf(report: Report, event: DatedEvent): number {
  const { words } = report;
  const copy = words.size >= LIKENESS.copyWords ? share(words, event.sentenceWords) : 0;
  if (copy >= LIKENESS.copyShare) return 1 + copy;
  return report.isDate ? dateLikeness(report, event) : statementLikeness(report, event);
}

/** Day and month agree: then the same names around them are enough. */
function dateLikeness({ names: own }: Report, event: DatedEvent): number {
  const shared = [...own].filter((name) => event.contextNames.has(name)).length;
  if (shared < LIKENESS.names || shared < own.size * LIKENESS.namesShare) return 0;
  return shared / own.size;
}

/**
 * Only the weekday agrees: the same person must be named right before it in both, by more than one
 * word in one of them; the statement must touch what the other article is about, and the other
 * article must hold much of what it says.
 */
function statementLikeness({ actor, topic, statement }: Report, event: DatedEvent): number {
  if (actor.at(-1) === undefined || actor.at(-1) !== event.actor.at(-1)) return 0;
  if (actor.length < 2 && event.actor.length < 2) return 0;
  const { head, all } = event.words();
  if (!topic.some((word) => head.has(word))) return 0;
  const likeness = share(statement, all);
  return likeness >= LIKENESS.statementShare ? likeness : 0;
}

/** What is said, without who said it and when, and without the words that bind sentences. */
function statementWords(
  clue: DateClue,
  actor: readonly string[],
  language: string,
): ReadonlySet<string> {
  const left = new Set([
    ...actor.map((name) => name.slice(0, STEM)),
    ...stems(clue.expression.text),
  ]);
  const functionWords = FUNCTION_WORDS.get(primaryLanguage(language));
  const said = tokens(clue.sentence).filter(
    ({ word, stem }) => !left.has(stem) && functionWords?.has(word.toLowerCase()) !== true,
  );
  return new Set(said.map(({ stem }) => stem));
}

const WORD = /[\p{L}\p{M}][\p{L}\p{M}’'-]*/gu;
const MIN_WORD = 4;
const STEM = 6;
const MIN_TOPIC_WORD = 6;

/** Content words cut to six letters, so that inflected forms agree. */
function stems(text: string): ReadonlySet<string> {
  return new Set(tokens(text).map(({ stem }) => stem));
}

function tokens(text: string): { readonly word: string; readonly stem: string }[] {
  return (text.match(WORD) ?? []).flatMap((word) => {
    const folded = fold(word).replace(/'.*$/u, "");
    return folded.length < MIN_WORD ? [] : [{ word, stem: folded.slice(0, STEM) }];
  });
}

/** Capitalised words; where the script has no case, every word. */
function names(text: string): ReadonlySet<string> {
  const isName = /\p{Ll}/u.test(text) ? /^\p{Lu}/u : /^/u;
  return new Set(tokens(text).flatMap(({ word, stem }) => (isName.test(word) ? [stem] : [])));
}

/** Long words in lower case: what a statement is about, and not who made it. */
function topicWords(clue: DateClue): string[] {
  return tokens(clue.sentence).flatMap(({ word, stem }) =>
    word.length >= MIN_TOPIC_WORD && /^\p{Ll}/u.test(word) ? [stem] : [],
  );
}

/** Words between an actor's name and the day of the act: `said`, `told reporters`. */
const MAX_WORDS_BETWEEN = 4;

/** The capitalised words that stand last before the expression, folded. */
function actorBefore(before: string): readonly string[] {
  const words = before.trim().split(/\s+/u).slice(-12);
  let end = words.length;
  while (end > 0 && !isCapitalised(words[end - 1])) end -= 1;
  if (words.length - end > MAX_WORDS_BETWEEN) return [];
  let start = end;
  while (start > 0 && isCapitalised(words[start - 1])) start -= 1;
  return words
    .slice(start, end)
    .map((word) => fold(word).replace(/[^\p{L}-]/gu, ""))
    .filter((word) => word.length >= MIN_WORD);
}

function isCapitalised(word: string | undefined): boolean {
  return word !== undefined && /^[“"'(]?\p{Lu}/u.test(word);
}

function longest(words: ReadonlySet<string>): string {
  const sorted = [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return sorted.slice(0, 1).join("");
}

function share(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  if (words.size === 0) return 0;
  return [...words].filter((word) => others.has(word)).length / words.size;
}
