/**
 * A text to the entities it names: full forms alone, short ones where the article backs them,
 * contested ones by the article's day. Spelling folds, but nothing is matched by likeness.
 */
import type { DateMention, NameUse, OpenName, Span } from "../../model/analysis.js";
import type { Lexicon } from "../../model/lexicon.js";
import { primaryLanguage } from "../../text/primary-language.js";
import { matchTerms, type TermMatch, withoutOverlaps } from "../../text/term-index.js";
import { splitWords, type Word } from "../../text/words.js";
import { type NameMatcher, type NameMeaning, nameMatcher } from "./name-matcher.js";
import { resolveName } from "./resolve-name.js";

/** What of an article decides its names. */
export interface NamedText {
  readonly language: string;
  /** The cleaned text, as `articleText` gives it. */
  readonly text: string;
  /** Day of the article, `articleDay`. */
  readonly day: string | null;
  /** Lexicon id of the outlet, where it is known: some mean one entity by a contested name. */
  readonly outlet?: string | null;
  /** In text order: a body that is gone is still named beside a date on which it was there. */
  readonly dates?: readonly DateMention[];
}

export interface NamesFound {
  readonly names: readonly NameUse[];
  /** Contested names without an answer, and names outside the time of their entity. */
  readonly openNames: readonly OpenName[];
}

/** The names in text order; of those that overlap the longest. */
export function findNames(article: NamedText, lexicon: Lexicon): NamesFound {
  const names: NameUse[] = [];
  const openNames: OpenName[] = [];
  for (const { span, meaning } of readNames(article, lexicon)) {
    const meant = resolveName(meaning, span, article, lexicon);
    if (meant === null) continue;
    if (typeof meant === "string") names.push({ ...span, entity: meant });
    else openNames.push({ ...span, ...meant });
  }
  return { names, openNames };
}

type Match = TermMatch<NameMeaning>;

interface ReadName {
  readonly span: Span;
  readonly meaning: NameMeaning;
}

function readNames(article: NamedText, lexicon: Lexicon): ReadName[] {
  const matcher = nameMatcher(lexicon);
  const words = splitWords(article.text);
  const matches = matchTerms(matcher.index, article.text, words);
  const names = withoutLookAlikes(matches);
  const isFull = ({ entry: { value } }: Match) =>
    value.kind === "full" && speaks(article.language, value.language, matcher);
  const named = new Set(names.filter(isFull).map((match) => entityIn(match)));
  const inContext = hasContext(matches);
  const backed = names.filter((match) => inContext || named.has(entityIn(match)) || isFull(match));
  return withoutOverlaps(backed, ({ kind }) => RANK[kind]).flatMap((match) => {
    const span = spanOf(match, article.text, words);
    return span === null ? [] : [{ span, meaning: match.entry.value }];
  });
}

/** Which of two meanings of the same words is believed. */
const RANK: Readonly<Record<NameMeaning["kind"], number>> = {
  contested: 2,
  full: 1,
  short: 0,
  not: 0,
  context: 0,
  "context-mask": 0,
};

function entityIn({ entry: { value } }: Match): string | null {
  return "entity" in value ? value.entity : null;
}

/** A full form of another language counts like a short one: `Wagner` is one in French, not in English. */
function speaks(article: string, form: string, matcher: NameMatcher): boolean {
  const own = primaryLanguage(article);
  return !matcher.languages.has(own) || primaryLanguage(form) === own;
}

/** The uses of names, without those that a look-alike of the same entity covers or cuts into. */
function withoutLookAlikes(matches: readonly Match[]): Match[] {
  const lookAlikes = new Map<string | null, Map<number, Match>>();
  for (const match of matches.filter(({ entry: { value } }) => value.kind === "not")) {
    const covered = lookAlikes.get(entityIn(match)) ?? new Map<number, Match>();
    lookAlikes.set(entityIn(match), covered);
    for (let word = match.first; word <= match.last; word += 1) covered.set(word, match);
  }
  return matches.filter((match) => {
    const { kind } = match.entry.value;
    if (kind !== "full" && kind !== "short") return kind === "contested";
    const covered = lookAlikes.get(entityIn(match));
    for (let word = match.first; covered && word <= match.last; word += 1) {
      const other = covered.get(word);
      if (other !== undefined && !isInside(other, match)) return false;
    }
    return true;
  });
}

/** Whether `inner` is a part of `outer`, and not all of it. */
function isInside(inner: Match, outer: Match): boolean {
  const isWithin = inner.first >= outer.first && inner.last <= outer.last;
  return isWithin && inner.last - inner.first < outer.last - outer.first;
}

function hasContext(matches: readonly Match[]): boolean {
  const masked = new Set<number>();
  for (const { entry, first, last } of matches) {
    if (entry.value.kind !== "context-mask") continue;
    for (let word = first; word <= last; word += 1) masked.add(word);
  }
  return matches.some(({ entry, first }) => entry.value.kind === "context" && !masked.has(first));
}

function spanOf({ first, last }: Match, text: string, words: readonly Word[]): Span | null {
  const start = words[first]?.start;
  const end = words[last]?.end;
  if (start === undefined || end === undefined) return null;
  return { start, end, text: text.slice(start, end) };
}
