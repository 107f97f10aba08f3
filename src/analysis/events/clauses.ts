/** A date in a passage to the clause that it stands in, and whether that is the main one. */
import type { DateMention, Passage } from "../../model/analysis.js";
import { CLAUSE_WORDS, type ClauseWords } from "./clause-words.js";

/** The clause that a date stands in. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly isMain: boolean;
}

/** How far from a date its clause reaches to either side, code units: keeps the work linear. */
const REACH = 400;

/**
 * Offsets count in the article's text. Without rules for the language every date is in the main
 * clause.
 * @param language primary language subtag
 */
export function clauseOf(mention: DateMention, passage: Passage, language: string): Clause {
  const words = CLAUSE_WORDS[language];
  return language === "en" || words === undefined
    ? englishClause(mention, passage)
    : plainClause(mention, passage, words);
}

/** Elsewhere a clause beside the main one is what a word opens and no comma has closed. */
function plainClause(
  { start: at, end }: DateMention,
  passage: Passage,
  { openers, participle }: ClauseWords,
): Clause {
  const from = Math.max(passage.start, at - REACH);
  const before = passage.text.slice(from - passage.start, at - passage.start);
  const ahead = { start: end, text: passage.text.slice(end - passage.start).slice(0, REACH) };
  if (participle?.test(ahead.text)) return beside(at, ahead);
  const opener = openers === null ? null : lastMatch(before, openers);
  if (opener !== null && !/[,،;؛]/.test(before.slice(opener.at + opener.word.length + 1))) {
    return beside(from + opener.at, ahead);
  }
  return { start: from, end: endAt(/[;؛]\s/, ahead), isMain: true };
}

function englishClause(mention: DateMention, passage: Passage): Clause {
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
  return { start, end: endAt(/[,;،؛]\s/, ahead), isMain: false };
}

function mainEnd(ahead: Ahead): number {
  return endAt(/; |, but |, which |, who |, after |\s(?:before|after|when)\s/, ahead);
}

function endAt(stop: RegExp, { start, text }: Ahead): number {
  return start + (stop.exec(text)?.index ?? text.length);
}
