/** Tokens of an English clause to the noun phrase that speaks: before the verb or behind it. */
import { ENGLISH } from "./attribution-words.js";
import {
  ISSUED,
  isIn,
  isTime,
  isTitle,
  type NamedPhrase,
  nameEndingAt,
  nameInApposition,
  splitName,
  type TokenRange,
} from "./proper-names.js";
import type { Token } from "./tokens.js";

/** A phrase that may speak, with whoever is joined to it by "and". */
export interface NounPhrase extends NamedPhrase {
  readonly beside: NounPhrase | null;
}

/** The subject that ends right before token `verb`, auxiliaries and adverbs left aside. */
export function subjectBefore(tokens: readonly Token[], verb: number): NounPhrase | null {
  const last = skipBrackets(tokens, skipTimes(tokens, skipAuxiliaries(tokens, verb - 1)));
  const token = tokens[last];
  if (token === undefined || token.isQuoted) return null;
  if (token.text === ",") {
    return subjectOfRelative(tokens, last + 1) ?? subjectBeforeComma(tokens, last);
  }
  const nearest = token.isWord ? phraseEndingAt(tokens, last) : null;
  const phrase = nearest === null ? null : freeOfAgent(tokens, nearest);
  if (phrase === null || phrase.name !== null || tokens[verb + 1]?.text === ",") return phrase;
  return nameBeforeRole(tokens, phrase.from) ?? phrase;
}

/** `economists contacted by | Reuters said`: who stands behind "by" or "with" is no subject. */
function freeOfAgent(tokens: readonly Token[], phrase: NounPhrase): NounPhrase | null {
  const before = tokens[phrase.from - 1];
  if (isIn(AROUND, before)) return phraseEndingAt(tokens, phrase.from - 2);
  if (!isIn(NO_SUBJECT, before)) return phrase;
  const isAgent = before?.low === "by" && tokens[phrase.from - 2]?.low.endsWith("ed") === true;
  return isAgent ? phraseEndingAt(tokens, phrase.from - 3) : null;
}

/** "Residents | along the road said". */
const AROUND: ReadonlySet<string> = new Set(
  "along across behind beyond throughout opposite aboard outside around".split(" "),
);

const NO_SUBJECT: ReadonlySet<string> = new Set(
  "by with against between among about through under over into upon via".split(" "),
);

/**
 * `A ministry engineer, who asked not to be named, | said the release takes days`: a noun phrase that
 * opens its clause, with no more than a clause of "who" and an age between it and the verb.
 */
export function subjectOfRelative(tokens: readonly Token[], verb: number): NounPhrase | null {
  const comma = commaOfInsert(tokens, verb);
  const isRelative = /^(?:who|whose)$/.test(tokens[comma + 1]?.low ?? "");
  return isRelative ? openingPhrase(tokens, comma) : null;
}

/** `The head of the agency, John Grant, | said three shells landed`: the phrase before one insertion. */
export function subjectOfInsert(tokens: readonly Token[], verb: number): NounPhrase | null {
  const comma = commaOfInsert(tokens, verb);
  const holdsVerb = tokens.slice(comma, verb).some((token) => isIn(ENGLISH.finite, token));
  return comma < 1 || holdsVerb ? null : openingPhrase(tokens, comma);
}

function commaOfInsert(tokens: readonly Token[], verb: number): number {
  const isClosed = tokens[verb - 1]?.text === "," && tokens[verb - 1]?.isQuoted === false;
  return isClosed ? previousComma(tokens, verb - 1) : -1;
}

/** The noun phrase before a comma where it opens its clause, an age left aside. */
function openingPhrase(tokens: readonly Token[], comma: number): NounPhrase | null {
  const isAged = /^\d+$/.test(tokens[comma - 1]?.text ?? "") && tokens[comma - 2]?.text === ",";
  const phrase = phraseEndingAt(tokens, skipBrackets(tokens, isAged ? comma - 3 : comma - 1));
  if (phrase === null) return null;
  const before = tokens[phrase.from - 1];
  const opens = before === undefined || before.isQuoted || /^[;:—–]$/.test(before.text);
  return opens || (phrase.from === 1 && isIn(ENGLISH.joins, before)) ? phrase : null;
}

/** The speaker right behind an inverted verb or "according to": ` said a statement issued by …`. */
export function speakerAfter(tokens: readonly Token[], verb: number): NounPhrase | null {
  let from = verb + 1;
  while (isIn(ENGLISH.adverbs, tokens[from])) from += 1;
  const first = tokens[from];
  if (first === undefined || !first.isWord || first.isQuoted) return null;
  const to = phraseEnd(tokens, from);
  if (to <= from) return null;
  const apposed = nameInApposition(tokens, to);
  if (apposed !== null) return { from, to: apposed.to, name: apposed, beside: null, owner: null };
  return { ...splitName(tokens, from, to), beside: null };
}

/** Skips "(GNA)" right before a verb. */
function skipBrackets(tokens: readonly Token[], from: number): number {
  if (tokens[from]?.text !== ")") return from;
  let at = from;
  while (at > 0 && tokens[at]?.text !== "(") at -= 1;
  return at - 1;
}

/** Skips "has", "had also", "have previously": what stands between a subject and its verb. */
export function skipAuxiliaries(tokens: readonly Token[], from: number): number {
  let at = from;
  while (isSkippable(tokens[at])) at -= 1;
  return at;
}

function isSkippable(token: Token | undefined): boolean {
  if (token === undefined || !token.isWord || token.isQuoted) return false;
  const { low } = token;
  if (ENGLISH.times.has(low)) return false;
  return (
    ENGLISH.have.has(low) ||
    ENGLISH.be.has(low) ||
    ENGLISH.adverbs.has(low) ||
    (low.endsWith("ly") && !token.isCapital)
  );
}

/** Skips "on Thursday", "on May 3", "earlier this week" right before a verb. */
function skipTimes(tokens: readonly Token[], from: number): number {
  let at = from;
  while (isTime(tokens[at])) at -= 1;
  if (at === from) return from;
  const opener = tokens[at];
  if (opener?.low === "on" || opener?.low === "in" || opener?.low === "late") at -= 1;
  return skipAuxiliaries(tokens, at);
}

/** `X, meanwhile, said`, `X, head of Y, said`, `the head of Y, X, said`, `X, who …, said`. */
function subjectBeforeComma(tokens: readonly Token[], comma: number): NounPhrase | null {
  const opening = openingName(tokens, comma);
  if (opening !== null) return opening;
  const open = previousComma(tokens, comma);
  const first = tokens[open + 1];
  if (first === undefined) return null;
  const before = tokens[open - 1];
  if (open < 0) return null;
  const insert = tokens.slice(open + 1, comma);
  if (isAdverbial(insert)) return before?.isWord ? phraseEndingAt(tokens, open - 1) : null;
  const name = nameEndingAt(tokens, comma - 1);
  if (name !== null && name.from === open + 1 && before?.isWord === true && !before.isCapital) {
    return joinedToRole(tokens, name, open);
  }
  if (name !== null && name.from === open + 1 && before?.isWord === true) {
    const role = phraseEndingAt(tokens, open - 1);
    const isRole = role !== null && isIn(ENGLISH.determiners, tokens[role.from]);
    if (isRole) return joinedToRole(tokens, name, open);
  }
  const isApposition =
    !first.isCapital ||
    isIn(ENGLISH.determiners, first) ||
    insert.some((token) => isIn(ENGLISH.titles, token));
  if (!isApposition || before === undefined || !before.isWord) return null;
  const apposed = phraseEndingAt(tokens, open - 1);
  const isNoun = apposed?.from === 0 && tokens[0]?.low === "the";
  return apposed === null || (apposed.name === null && !isNoun) ? null : apposed;
}

/** `Anna Berg, a lawyer in Bonn, Germany, and head of …, said`: a full name with a long apposition. */
function openingName(tokens: readonly Token[], comma: number): NounPhrase | null {
  let start = comma;
  while (start > 0 && isInClause(tokens[start - 1])) start -= 1;
  let end = start;
  while (end < comma && tokens[end]?.isCapital === true && tokens[end]?.isWord === true) end += 1;
  const behind = tokens[end + 1];
  const isFull = end - start > 1 && end - start < LONGEST_NAME && tokens[end]?.text === ",";
  const isRole = behind?.isCapital === false && (isTitle(behind) || isIn(ENGLISH.people, behind));
  if (!isFull || end >= comma || !(isRole || isIn(ENGLISH.determiners, behind))) return null;
  const holdsVerb = tokens.slice(end, comma).some((token) => isIn(ENGLISH.finite, token));
  const name = holdsVerb ? null : nameEndingAt(tokens, end - 1);
  return name === null || name.from < start
    ? null
    : { from: start, to: end, name, beside: null, owner: null };
}

const LONGEST_NAME = 7;

function isInClause(token: Token | undefined): boolean {
  return token !== undefined && !token.isQuoted && !/^[;:.!?]$/.test(token.text);
}

/** The name set off behind a role, with whoever is joined to the role by "and". */
function joinedToRole(tokens: readonly Token[], name: TokenRange, comma: number): NounPhrase {
  const role = phraseEndingAt(tokens, comma - 1);
  const beside = role?.beside ?? (role === null ? null : phraseBesides(tokens, role.from));
  return { from: role?.from ?? name.from, to: name.to, name, beside, owner: null };
}

function previousComma(tokens: readonly Token[], before: number): number {
  for (let at = before - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.isQuoted || /^[;:.!?]$/.test(token.text)) return -1;
    if (token.text === ",") return at;
  }
  return -1;
}

function isAdverbial(insert: readonly Token[]): boolean {
  const first = insert[0];
  if (first === undefined || insert.length > 6) return false;
  if (insert.every((token) => ENGLISH.adverbs.has(token.low) || isTime(token))) return true;
  return /^(?:for|in|on|at|by)$/.test(first.low) && !insert.some((token) => token.name !== null);
}

/** The noun phrase whose last word is `last`. */
export function phraseEndingAt(tokens: readonly Token[], last: number): NounPhrase | null {
  const token = tokens[last];
  if (token === undefined || token.isQuoted || !token.isWord) return null;
  if (PRONOUNS.has(token.low) && !isTitledName(tokens, last)) {
    return { from: last, to: last + 1, name: null, beside: null, owner: null };
  }
  const from = phraseStart(tokens, last);
  if (from > last || /^(?:there|here)$/.test(token.low)) return null;
  if (from === last && token.low.endsWith("ly") && token.name === null) return null;
  const phrase = splitName(tokens, from, last + 1);
  return { ...phrase, beside: phraseBesides(tokens, phrase.from) };
}

/** `Anna Berg, | the foreign minister said`: a full name that opens the sentence, its comma unclosed. */
function nameBeforeRole(tokens: readonly Token[], role: number): NounPhrase | null {
  const opener = tokens[role];
  const isRole = /^(?:the|an?)$/.test(opener?.low ?? "") || (isTitle(opener) && !opener?.isCapital);
  if (tokens[role - 1]?.text !== "," || !isRole) return null;
  const name = nameEndingAt(tokens, role - 2);
  if (name === null || name.to - name.from < 2) return null;
  if (name.from !== 0 && tokens[name.from - 1]?.isQuoted !== true) return null;
  return { from: name.from, to: name.to, name, beside: null, owner: null };
}

export const PRONOUNS: ReadonlySet<string> = new Set([
  "he",
  "she",
  "they",
  "it",
  "i",
  "we",
  "who",
  "which",
]);

function isTitledName(tokens: readonly Token[], at: number): boolean {
  return at > 0 && tokens[at]?.isCapital === true && tokens[at]?.name !== null;
}

/** Walks left over names, adjectives and linked nouns to where the phrase begins. */
function phraseStart(tokens: readonly Token[], last: number): number {
  let from = last + 1;
  for (let at = last; at >= 0 && last - at < LONGEST_PHRASE; at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.isQuoted || !token.isWord || isBoundary(token)) break;
    if (isVerbBefore(token, tokens[at + 1]) || isOtherNoun(tokens, at, last)) break;
    from = at;
    if (ENGLISH.determiners.has(token.low) && !runsOnBefore(tokens, at)) break;
  }
  return trimStart(tokens, from, last);
}

const LONGEST_PHRASE = 14;

function isBoundary(token: Token): boolean {
  const { low } = token;
  if (ENGLISH.have.has(low) || ENGLISH.be.has(low) || ENGLISH.openers.has(low)) return true;
  if (ENGLISH.joins.has(low) || ENGLISH.finite.has(low)) return true;
  return ENGLISH.prepositions.has(low) && !ENGLISH.links.has(low);
}

/** "notified | Ohio State": a past verb with its object, no part of the noun phrase behind it. */
function isVerbBefore(token: Token, next: Token | undefined): boolean {
  return !token.isCapital && /^[a-z]{3,}ed$/.test(token.low) && next?.isCapital === true;
}

/** "the problems | Norland prosecutors": a plural before a name that goes on to a plural of its own. */
function isOtherNoun(tokens: readonly Token[], at: number, last: number): boolean {
  const token = tokens[at];
  const isPlural = token !== undefined && !token.isCapital && /[a-z]{3}[^su]s$/.test(token.low);
  if (!isPlural || at >= last || tokens[at + 1]?.isCapital !== true) return false;
  return !tokens[last]?.isCapital && isIn(ENGLISH.people, tokens[last]);
}

/** Whether the phrase goes on before a determiner: "the top diplomat of | the government". */
function runsOnBefore(tokens: readonly Token[], determiner: number): boolean {
  const before = tokens[determiner - 1];
  if (before === undefined || !ENGLISH.links.has(before.low) || before.isCapital) return false;
  const noun = tokens[determiner - 2];
  return noun?.isWord === true && !noun.isQuoted;
}

/** Drops the adverbial that a clause opens with: "On Wednesday | President Erdoğan". */
function trimStart(tokens: readonly Token[], start: number, last: number): number {
  let from = start;
  while (from <= last) {
    const token = tokens[from];
    if (token === undefined) break;
    const next = tokens[from + 1];
    const opensWithTime =
      isTime(token) && !(token.low === "last" || token.low === "next") && from < last;
    const isLead =
      opensWithTime ||
      (ENGLISH.adverbs.has(token.low) && !ENGLISH.determiners.has(token.low)) ||
      (ENGLISH.links.has(token.low) && isTime(next)) ||
      (token.low === "on" && isTime(next));
    if (!isLead) break;
    from += 1;
  }
  const first = tokens[from];
  if (first !== undefined && ENGLISH.links.has(first.low)) return last + 1;
  return from;
}

/** A noun phrase before "and", where it stands at the start of its clause. */
function phraseBesides(tokens: readonly Token[], from: number): NounPhrase | null {
  if (tokens[from - 1]?.low !== "and") return null;
  const phrase = isTitle(tokens[from - 2]) ? null : phraseEndingAt(tokens, from - 2);
  if (phrase === null || phrase.name === null || isBodyOf(tokens, phrase)) return null;
  const before = tokens[phrase.from - 1];
  const opensClause =
    before === undefined || before.isQuoted || !before.isWord || ENGLISH.openers.has(before.low);
  return opensClause ? phrase : null;
}

/** `Department of Alcohol | and Drug Programs`: the "and" is most likely inside the name. */
function isBodyOf(tokens: readonly Token[], { from, to }: NounPhrase): boolean {
  for (let at = from; at + 1 < to; at += 1) {
    if (isIn(ENGLISH.bodies, tokens[at]) && isIn(ENGLISH.links, tokens[at + 1])) return true;
  }
  return false;
}

/** Where a noun phrase that begins at `from` ends: before a mark, a clause or an adverbial. */
function phraseEnd(tokens: readonly Token[], from: number): number {
  let to = from;
  for (; to < tokens.length && to - from < LONGEST_PHRASE; to += 1) {
    const token = tokens[to];
    if (token === undefined || token.isQuoted || !token.isWord) break;
    const { low } = token;
    if (to > from && isTime(token)) break;
    if (ENGLISH.openers.has(low) || ENGLISH.have.has(low) || ENGLISH.be.has(low)) break;
    if (to > from && MODALS.has(low) && !token.isCapital) break;
    if (low === "by" && isIn(ISSUED, tokens[to - 1])) continue;
    if (low === "and" && joinsCapitals(tokens, to)) continue;
    if (low === "and" && joinsRoles(tokens, to)) continue;
    if (ENGLISH.joins.has(low)) break;
    if (ENGLISH.prepositions.has(low) && isIn(COMPLEMENTED, tokens[to - 1])) continue;
    if (ENGLISH.prepositions.has(low) && !(low === "of" || low === "from" || low === "for")) break;
  }
  if (isIn(COMPLEMENTED, tokens[to - 3])) return to;
  while (to > from && isDangling(tokens[to - 1])) to -= 1;
  return to;
}

/** Endings of what people are by calling. */
const CALLING = /(?:man|woman|person|ist|[^n]er|or)$/;

function joinsCapitals(tokens: readonly Token[], and: number): boolean {
  return tokens[and - 1]?.isCapital === true && tokens[and + 1]?.isCapital === true;
}

/** "businessman | and blogger Peter Hall": two roles of the one who is named behind them. */
function joinsRoles(tokens: readonly Token[], and: number): boolean {
  const [first, second, name] = [tokens[and - 1], tokens[and + 1], tokens[and + 2]];
  const areRoles = first?.isCapital === false && second?.isCapital === false;
  const isOne = !/s$/.test(first?.low ?? "s") && !/s$/.test(second?.low ?? "s");
  if (!areRoles || !isOne || name?.isCapital !== true) return false;
  return isIn(ENGLISH.people, first) || isTitle(first) || CALLING.test(first?.low ?? "");
}

const MODALS: ReadonlySet<string> = new Set(
  "would could should might must will shall can cannot did does do".split(" "),
);

/** "sources | close to the talks", "people familiar with the matter". */
export const COMPLEMENTED: ReadonlySet<string> = new Set(["close", "familiar", "briefed"]);

function isDangling(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return ENGLISH.prepositions.has(token.low) || ENGLISH.determiners.has(token.low);
}
