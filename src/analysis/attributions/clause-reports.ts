/**
 * Sentence to its reports by a language's clause tables: the speaker before the verb, behind it
 * (inverted), or behind "according to". Where the order leaves it open, nobody is named.
 */
import { makeReport, mergeSpeakers, type Report } from "./carriers.js";
import { citedBy, platformBehind } from "./clause-carriers.js";
import {
  type Clause,
  ELIDED,
  isVerb,
  matchPhrase,
  phraseFrom,
  phraseLength,
  type Range,
  readClause,
  speakerOf,
} from "./clause-phrases.js";
import { lastPerson, openSpeaker, resolveOpen } from "./clause-pronouns.js";
import {
  agrees,
  isPlaceVerb,
  isSkipped,
  segmentStart,
  skipBefore,
  subjectBefore,
  subjectBeforeComma,
} from "./clause-subjects.js";
import type { Grammar } from "./grammars/grammar.js";
import type { Memory } from "./speaker-memory.js";
import type { Token } from "./tokens.js";

/** Finds the reports of one sentence, in text order, one per speaker. */
export function findClauseReports(
  text: string,
  tokens: readonly Token[],
  grammar: Grammar,
  memory: Memory,
): Report[] {
  const clause = readClause(text, tokens, grammar, memory);
  const reports: Report[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || !token.isWord) continue;
    const report = token.isQuoted
      ? readInserted(clause, at)
      : (readAccording(clause, at) ?? readVerb(clause, at));
    if (report !== null) reports.push(report);
  }
  const colon = reports.length === 0 ? readColon(clause) : null;
  return mergeSpeakers(colon === null ? reports : [colon]);
}

function readAccording(clause: Clause, at: number): Report | null {
  const { grammar, keys } = clause;
  if (grammar.accordingBehind.has(keys[at] ?? "")) {
    const start = segmentStart(clause, at - 1);
    const phrase = phraseFrom(clause, start);
    return phrase?.to === at ? reportOf(clause, phrase, at, at, true) : null;
  }
  const length = phraseLength(clause, at, grammar.according);
  if (length === 0) return null;
  if (grammar.determiners.has(keys[at - 1] ?? "")) return null;
  const last = at + length - 1;
  const isHead = grammar.people.test(keys[last] ?? "");
  const whose = last + (keys[last + 1] === "von" ? 2 : 1);
  const phrase = phraseFrom(clause, isHead && !isOwned(clause, last + 1) ? last : whose);
  return phrase === null ? null : reportOf(clause, phrase, at, last, true);
}

/** `nach Angaben | der Polizei`: not the statements speak but whose they are. */
function isOwned({ grammar, keys }: Clause, at: number): boolean {
  return grammar.capitalNouns && grammar.links.has(keys[at] ?? "");
}

function readVerb(clause: Clause, at: number): Report | null {
  const { grammar, keys } = clause;
  const inverted = readClitic(clause, at);
  if (inverted !== null) return inverted;
  const key = keys[at] ?? "";
  if (grammar.capitalNouns && clause.tokens[at]?.isCapital === true) return null;
  if (!isVerb(key, grammar) || grammar.negations.has(keys[at + 1] ?? "")) return null;
  const before = skipBefore(clause, at);
  if (before === null || isConditional(clause, before.at)) return null;
  if (grammar.capitalNouns && isGermanIdiom(keys, at)) return null;
  const isParticiple = grammar.participles.has(key);
  if (isParticiple && !before.hasAuxiliary && !isVerbLast(clause, at)) return null;
  const isShort = grammar.that.has(key) && !reportsContent(clause, at, before.at);
  if (isShort) return null;
  return speakerOfVerb(clause, at, before.at, grammar.act.has(key));
}

/** "zu sagen", "meldet sich", "wie gesagt", "ehrlich gesagt". */
function isGermanIdiom(keys: readonly string[], at: number): boolean {
  return keys[at + 1] === "sich" || /^(?:zu|wie|ehrlich|sich)$/.test(keys[at - 1] ?? "");
}

/** German participles stand before their auxiliary; those without "ge-" are present forms too. */
function isVerbLast({ grammar, keys }: Clause, at: number): boolean {
  if (!grammar.capitalNouns) return false;
  const key = keys[at] ?? "";
  return grammar.auxiliaries.has(keys[at + 1] ?? "") || (/t$/.test(key) && !/^ge|ge[st]/.test(key));
}

function speakerOfVerb(clause: Clause, at: number, before: number, isAct: boolean): Report | null {
  const { tokens, keys, grammar } = clause;
  const mark = tokens[before];
  const isBehindContent =
    mark === undefined ? false : mark.isQuoted || mark.text === "," || /^[–—-]$/.test(mark.text);
  const isAs = grammar.as.has(keys[before] ?? "");
  if (isBehindContent && mark?.text === ",") {
    const apposed = subjectBeforeComma(clause, before, at);
    if (apposed !== null) return reportOf(clause, apposed, at, at, false, before);
  }
  if (isBehindContent || isAs) {
    const behind = behindVerb(clause, at, !isAct || mark?.isQuoted === true || isAs);
    return behind ?? openReport(clause, at, before);
  }
  const subject = subjectBefore(clause, before, at);
  const plain = subject === null ? null : reportOf(clause, subject, at, at, false, before);
  if (plain !== null) return plain;
  if (isPronounAt(clause, before)) return pronounReport(clause, before, at);
  return behindVerb(clause, at, false);
}

function behindVerb(clause: Clause, at: number, isCertain: boolean): Report | null {
  const { grammar, keys, tokens } = clause;
  let from = at + 1;
  while (isSkipped(clause, from)) from += 1;
  from += matchPhrase(keys, from, grammar.asides);
  if (isPlaceVerb(clause, at) && keys[from] === "в") return placeBehind(clause, from + 1, at);
  if (isPronounAt(clause, from)) return pronounReport(clause, from, at);
  const phrase = phraseFrom(clause, from);
  if (phrase === null) return null;
  if (!agrees(clause, at, phrase)) return null;
  const next = tokens[phrase.to];
  const noun = keys[phrase.to] ?? "";
  const runsOn = next?.isWord === true && !next.isQuoted && grammar.auxiliaries.has(noun);
  return runsOn ? null : reportOf(clause, phrase, at, at, isCertain);
}

/** `« Il faut agir, a-t-elle ajouté, avant l'été. »`: the only words in quotation that are not quoted. */
function readInserted(clause: Clause, at: number): Report | null {
  const { tokens, keys, grammar } = clause;
  const before = tokens[at - 1]?.text ?? "";
  if (before === ",") return readClitic(clause, at);
  const isBetween =
    /^[–—]$/.test(before) && isVerb(keys[at] ?? "", grammar) && hasDash(tokens, at + 1);
  return isBetween ? behindVerb(clause, at, true) : null;
}

/** Tokens between two dashes that part speaker and verb from what is said. */
const LONGEST_INSERT = 10;

function hasDash(tokens: readonly Token[], from: number): boolean {
  return tokens.slice(from, from + LONGEST_INSERT).some(({ text }) => /^[–—]$/.test(text));
}

/** "a-t-elle ajouté", "dit-il", "explique-t-on". */
function readClitic(clause: Clause, at: number): Report | null {
  const { grammar, keys, tokens } = clause;
  const match = /^(\p{L}+)(?:-t)?-(ils?|elles?)$/u.exec(keys[at] ?? "");
  if (match === null) return null;
  const [, verb = "", pronoun = ""] = match;
  if (isVerb(verb, grammar)) return openPronoun(clause, pronoun, at, at);
  if (!grammar.auxiliaries.has(verb)) return null;
  let last = at + 1;
  while (grammar.adverbs.has(keys[last] ?? "") && last < tokens.length) last += 1;
  return isVerb(keys[last] ?? "", grammar) ? openPronoun(clause, pronoun, at, last) : null;
}

function isPronounAt({ grammar, keys, tokens }: Clause, at: number): boolean {
  return grammar.pronouns.has(keys[at] ?? "") && tokens[at]?.isQuoted === false;
}

function pronounReport(clause: Clause, pronoun: number, at: number): Report | null {
  const text = clause.tokens[pronoun]?.text ?? "";
  return openPronoun(clause, text.replace(/[’ʼ]/g, "'").replace(ELIDED, ""), at, at);
}

function openPronoun(clause: Clause, pronoun: string, at: number, last: number): Report | null {
  const speaker = resolveOpen(clause, pronoun) ?? openSpeaker(pronoun);
  return makeReport(clause, speaker, at, last + 1);
}

/** A quotation with a bare verb behind it: whoever spoke last, where that is certain. */
function openReport(clause: Clause, at: number, before: number): Report | null {
  const { grammar, tokens } = clause;
  const next = tokens[at + 1];
  const isBare = next === undefined || !next.isWord || next.isQuoted;
  if (!grammar.dropsSubject || !isBare || tokens[before]?.text === undefined) return null;
  const speaker = lastPerson(clause.memory);
  return speaker === null ? null : makeReport(clause, speaker, at, at + 1);
}

/** The clause is under an "if". */
function isConditional(clause: Clause, before: number): boolean {
  const start = segmentStart(clause, before);
  const { keys, grammar } = clause;
  return grammar.conditions.has(keys[start] ?? "") || grammar.conditions.has(keys[start - 1] ?? "");
}

/** A clause of content follows, or stands before: "…, estime X". */
function reportsContent({ tokens, keys, grammar }: Clause, at: number, before: number): boolean {
  const mark = tokens[before];
  if (mark?.isQuoted === true || mark?.text === ",") return true;
  for (let next = at + 1; next < Math.min(tokens.length, at + 8); next += 1) {
    if (grammar.opensContent.has(keys[next] ?? "")) return true;
    const token = tokens[next];
    if (token?.text === ":" || token?.isQuoted === true) return true;
    if (token?.isWord === false && token.text !== ",") return false;
  }
  return false;
}

/** `отметили в министерстве`, `отметили в "Севере"`. */
function placeBehind(clause: Clause, from: number, at: number): Report | null {
  const { tokens } = clause;
  const isNamed = /^["«„“]$/.test(tokens[from]?.text ?? "");
  const phrase = phraseFrom(clause, isNamed ? from + 1 : from);
  return phrase === null ? null : reportOf(clause, phrase, at, at, true);
}

/** `Lund: “…”`. */
function readColon(clause: Clause): Report | null {
  const { tokens } = clause;
  const colon = tokens.findIndex((token) => token.text === ":" && !token.isQuoted);
  if (colon < 1 || tokens[colon + 1]?.isQuoted !== true) return null;
  const phrase = phraseFrom(clause, 0);
  if (phrase?.to !== colon || colon > 5) return null;
  return reportOf(clause, phrase, colon, colon, false);
}

function reportOf(
  clause: Clause,
  phrase: Range,
  at: number,
  last: number,
  isCertain: boolean,
  cueStart = at,
): Report | null {
  const speaker = speakerOf(clause, phrase, isCertain);
  if (speaker === null) return null;
  const behind = Math.max(phrase.to, last + 1);
  const cited = citedBy(clause, phrase.to, speaker) ?? citedBy(clause, behind, speaker);
  const from = cueStart === at ? at : auxiliaryBefore(clause, cueStart, at);
  if (cited !== null) {
    const via = [{ text: speaker.text, speaks: true }];
    return { ...makeReport(clause, cited, from, last + 1), via };
  }
  const via = platformBehind(clause, behind);
  return { ...makeReport(clause, speaker, from, last + 1, phrase.from > at), via };
}

function auxiliaryBefore({ keys, grammar }: Clause, before: number, at: number): number {
  for (let from = before + 1; from < at; from += 1) {
    if (grammar.auxiliaries.has(keys[from] ?? "")) return from;
  }
  return at;
}
