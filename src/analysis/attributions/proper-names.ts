/** Tokens to the proper names in a noun phrase: known ones, or capitalised words behind a title. */
import { ENGLISH } from "./attribution-words.js";
import type { Token } from "./tokens.js";

/** Tokens `[from, to)`. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** A phrase with the name that ends it and the owner before that name. */
export interface NamedPhrase extends TokenRange {
  readonly name: TokenRange | null;
  /** `Al Jazeera's` in `Al Jazeera's Mahmoud Abdelwahed`. */
  readonly owner: TokenRange | null;
}

export function isTime(token: Token | undefined): boolean {
  if (token === undefined || !token.isWord) return false;
  if (/^(?:[12]?\d|3[01]|(?:19|20)\d\d)(?:st|nd|rd|th)?$/.test(token.low)) return true;
  if (token.low === "may") return token.isCapital;
  if (token.isCapital && SPANS_OF_TIME.has(token.low)) return false;
  return ENGLISH.times.has(token.low) || (token.low === "this" && !token.isCapital);
}

/** Capitalised these are part of a name: `Evening Post`. */
const SPANS_OF_TIME: ReadonlySet<string> = new Set([
  "week",
  "month",
  "year",
  "morning",
  "evening",
  "weekend",
]);

/** Finds the name that ends a phrase, without titles and owners before it. */
export function splitName(tokens: readonly Token[], from: number, to: number): NamedPhrase {
  const found = nameEndingAt(tokens, to - 1);
  if (found === null || found.from < from) return { from, to, name: null, owner: null };
  const name = freeOfRole(tokens, found, from);
  return { from, to, name, owner: name === null ? null : ownerBefore(tokens, name.from, from) };
}

/**
 * What "of" ties a name to: "Department of Justice" is one name, in "Secretary of State John Doe"
 * it starts later, and "the top diplomat of Libya" does not end in its speaker's name.
 */
function freeOfRole(tokens: readonly Token[], name: TokenRange, from: number): TokenRange | null {
  const article = isIn(ENGLISH.determiners, tokens[name.from - 1]) ? 1 : 0;
  const link = name.from - 1 - article;
  const noun = tokens[link - 1];
  if (tokens[link]?.low === "by" && isIn(ISSUED, noun)) return null;
  if (link <= from || !isIn(ENGLISH.links, tokens[link]) || noun === undefined) return name;
  if (!noun.isCapital) return null;
  if (isTitle(noun)) return name.to - name.from > 2 ? { from: name.from + 1, to: name.to } : name;
  const wider = nameEndingAt(tokens, link - 1);
  if (wider === null || wider.from < from) return name;
  return freeOfRole(tokens, { from: wider.from, to: name.to }, from);
}

/** The proper name whose last word is `last`: a known one, or capitalised words behind a title. */
export function nameEndingAt(tokens: readonly Token[], last: number): TokenRange | null {
  const token = tokens[last];
  if (token === undefined || (!token.isCapital && token.name === null)) return null;
  if (token.name !== null && token.name.end <= token.end) {
    let from = last;
    while (from > 0 && tokens[from - 1]?.name === token.name) from -= 1;
    if (from > 0 && isForename(tokens, from - 1)) return widenName(tokens, from, last);
    return { from, to: last + 1 };
  }
  return widenName(tokens, last, last);
}

/** Takes capitalised words to the left, up to a title, an owner or a lower-case word. */
function widenName(tokens: readonly Token[], start: number, last: number): TokenRange | null {
  let from = start;
  while (from > 0 && isForename(tokens, from - 1)) from -= 1;
  const first = tokens[from];
  if (first === undefined || !first.isCapital)
    return from < last ? { from: from + 1, to: last + 1 } : null;
  return { from, to: last + 1 };
}

function isForename(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !token.isWord || token.isQuoted || token.isPossessive) return false;
  if (isTitle(token) || isTime(token)) return false;
  if (ENGLISH.particles.has(token.low) && !token.isCapital) {
    return at > 0 && tokens[at - 1]?.isCapital === true;
  }
  return token.isCapital && !isFunctionWord(token) && token.name === null;
}

/** "President", "Gen.", "President-elect". */
export function isTitle(token: Token | undefined): boolean {
  if (token === undefined) return false;
  const { low } = token;
  if (ENGLISH.titles.has(low)) return true;
  const space = low.indexOf(" ");
  const end = space < 0 ? low.indexOf(".") : space;
  return end > 0 && ENGLISH.titles.has(low.slice(0, end));
}

export function isFunctionWord(token: Token): boolean {
  const { low } = token;
  return (
    ENGLISH.determiners.has(low) ||
    ENGLISH.prepositions.has(low) ||
    ENGLISH.openers.has(low) ||
    ENGLISH.joins.has(low) ||
    ENGLISH.adverbs.has(low)
  );
}

function ownerBefore(tokens: readonly Token[], name: number, from: number): TokenRange | null {
  const owner = tokens[name - 1];
  if (owner === undefined || !owner.isPossessive || !owner.isCapital || name - 1 < from)
    return null;
  let start = name - 1;
  while (start > from && isCapitalWord(tokens[start - 1])) start -= 1;
  return { from: start, to: name };
}

function isCapitalWord(token: Token | undefined): boolean {
  return token?.isCapital === true && !isFunctionWord(token);
}

export const ISSUED: ReadonlySet<string> = new Set([
  "issued",
  "released",
  "published",
  "made",
  "carried",
  "signed",
]);

/** `Libya's foreign minister, | Najla Mangoush.` */
export function nameInApposition(tokens: readonly Token[], comma: number): TokenRange | null {
  const role = tokens[comma - 1];
  if (tokens[comma]?.text !== "," || role === undefined || role.isCapital) return null;
  let to = comma + 1;
  while (to < tokens.length && isNamePart(tokens[to])) to += 1;
  const behind = tokens[to];
  const isClosed = behind === undefined || /^[,.;]$/.test(behind.text);
  return isClosed && to > comma + 1 ? { from: comma + 1, to } : null;
}

function isNamePart(token: Token | undefined): boolean {
  return token?.isWord === true && !token.isQuoted && token.isCapital && !isFunctionWord(token);
}

export function isIn(words: ReadonlySet<string>, token: Token | undefined): boolean {
  return token?.isWord === true && words.has(token.low);
}
