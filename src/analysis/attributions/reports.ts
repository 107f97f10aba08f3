/** English sentence to its reports: each reporting verb outside quotation with who speaks by it. */
import { ENGLISH, ENGLISH_VERBS, type VerbForm } from "./attribution-words.js";
import {
  carrierOf,
  carryBrackets,
  foldCarriers,
  mergeSpeakers,
  platformsBehind,
  type Report,
  wordsOf,
} from "./carriers.js";
import {
  type NounPhrase,
  PRONOUNS,
  phraseEndingAt,
  skipAuxiliaries,
  speakerAfter,
  subjectBefore,
  subjectOfInsert,
  subjectOfRelative,
} from "./noun-phrases.js";
import { isIn } from "./proper-names.js";
import { cueFilter } from "./report-cues.js";
import type { Memory, Speaker } from "./speaker-memory.js";
import { type Place, pronounOf, readSpeaker, subjectsOf } from "./speakers.js";
import type { Token } from "./tokens.js";
import { ACCUSING, frameEnd, hasBe, isUnreal, LONGEST_ADVERBIAL } from "./verb-frames.js";

/** Finds the reports of one sentence, in text order, one per speaker. */
export function findReports(text: string, tokens: readonly Token[], memory: Memory): Report[] {
  const reports: Report[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const report = cueFilter.has(tokens[at]?.low ?? "")
      ? readReport(text, tokens, at, reports, memory)
      : null;
    if (report !== null) reports.push(report);
  }
  const found = reports.length === 0 ? readColon(text, tokens, memory) : foldCarriers(reports);
  return carryBrackets(mergeSpeakers(found), text, tokens, memory);
}

/** `Anna Berg described the night: “…”`, `Berg: “…”`: who opens the sentence says what is quoted. */
function readColon(text: string, tokens: readonly Token[], memory: Memory): Report[] {
  const colon = tokens.findIndex((token) => token.text === ":" && !token.isQuoted);
  if (colon < 1 || tokens[colon + 1]?.isQuoted !== true) return [];
  const before = tokens.slice(0, colon);
  const phrase = phraseEndingAt(before, colon - 1);
  const isBare = phrase?.from === 0 && phrase.name !== null;
  const speaker = isBare
    ? readSpeaker(text, tokens, phrase, memory)
    : subjectsOf(text, before, memory, true)[0];
  if (speaker === null || speaker === undefined) return [];
  const at = tokens[colon]?.start ?? 0;
  return [{ speaker, cue: ":", at, wraps: false, via: [], hasThat: false }];
}

function readReport(
  text: string,
  tokens: readonly Token[],
  at: number,
  before: readonly Report[],
  memory: Memory,
): Report | null {
  const token = tokens[at];
  if (token === undefined || token.isQuoted || !token.isWord) return null;
  if (token.low === "according" && tokens[at + 1]?.low === "to") {
    return reportBehind(text, tokens, at, at + 1, memory);
  }
  if (QUOTED.has(token.low) && isPassive(tokens, at)) {
    const report = reportQuoted(text, tokens, at, memory);
    if (report !== null) return report;
  }
  const forms = ENGLISH_VERBS.get(token.text);
  if (forms === undefined) return null;
  for (const form of forms) {
    const report = readVerb(text, tokens, at, form, before, memory);
    if (report !== null) return report;
  }
  return null;
}

function readVerb(
  text: string,
  tokens: readonly Token[],
  at: number,
  form: VerbForm,
  before: readonly Report[],
  memory: Memory,
): Report | null {
  const last = frameEnd(tokens, at, form);
  if (last === null) return null;
  const auxiliary = skipAuxiliaries(tokens, at - 1);
  if (isUnreal(tokens, auxiliary, at)) return null;
  if (form.tense === "participle" && !hasBe(tokens, auxiliary, at)) {
    return tokens[at]?.low === "citing"
      ? reportCited(text, tokens, at, before, memory)
      : reportShared(text, tokens, at, last, before, memory);
  }
  if (form.tense === "past" && hasBe(tokens, auxiliary, at)) {
    return reportPassive(text, tokens, at, memory);
  }
  const opensBehind = isInverted(tokens, at) && !hasSubjectBefore(text, tokens, at, memory);
  if (opensBehind && form.frame === "say" && tokens[at]?.low !== "told") {
    const inverted = reportBehind(text, tokens, at, at, memory);
    if (inverted !== null) return inverted;
  }
  return reportPlain(text, tokens, at, last, form, before, memory);
}

/** Right behind a quotation or comma: `…," said a statement`. */
function isInverted(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before !== undefined && (before.isQuoted || before.text === "," || before.text === "—");
}

/** A subject opens the clause, set off from its verb: what follows the verb is what is said. */
function hasSubjectBefore(
  text: string,
  tokens: readonly Token[],
  at: number,
  memory: Memory,
): boolean {
  if (subjectOfRelative(tokens, at) !== null) return true;
  const subject = subjectOfInsert(tokens, at);
  if (subject === null || readSpeaker(text, tokens, subject, memory) === null) return false;
  const behind = speakerAfter(tokens, at);
  const next = behind === null ? undefined : tokens[behind.to];
  return behind === null || behind.name === null || next?.isWord === true;
}

function reportPlain(
  text: string,
  tokens: readonly Token[],
  at: number,
  last: number,
  form: VerbForm,
  before: readonly Report[],
  memory: Memory,
): Report | null {
  const phrase = subjectBefore(tokens, at) ?? namedBefore(tokens, at);
  const isJoined = isIn(ENGLISH.joins, tokens[skipAuxiliaries(tokens, at - 1)]);
  if (phrase === null)
    return isJoined ? reportShared(text, tokens, at, last, before, memory) : null;
  if (form.tense === "base" && !isPluralSubject(tokens, phrase.to - 1)) return null;
  const opener = tokens[phrase.from - 1];
  if (isIn(ENGLISH.conditions, opener) || (form.frame === "act" && isIn(FREE, opener))) return null;
  const place = SURE.has(tokens[at]?.low ?? "") ? "certain" : "speaker";
  const speaker = speakerOrOpen(text, tokens, phrase, memory, place);
  if (speaker === null || tokens[last + 1]?.low === "as") return null;
  return {
    speaker,
    cue: wordsOf(text, tokens, at, withBySaying(tokens, last)),
    at: tokens[at]?.start ?? 0,
    wraps: isWrapped(tokens, phrase.from, last),
    via: platformsBehind(text, tokens, last, speaker, memory),
    hasThat: tokens[last + 1]?.low === "that",
  };
}

/** "The Budget Office (BO), the planning arm of the city, | said": a body with what it is. */
function namedBefore(tokens: readonly Token[], at: number): NounPhrase | null {
  const subject = subjectOfInsert(tokens, at);
  return subject?.name == null ? null : subject;
}

/** "less than half of | what Norland promised": a thing is told of here, no words. */
const FREE: ReadonlySet<string> = new Set(["what", "whatever", "than"]);

/** Verbs that hardly anything but a speaker stands beside. */
const SURE: ReadonlySet<string> = new Set(["said", "say", "says", "told"]);

/** The speaker; a pronoun that nobody before it explains stays as it stands. */
function speakerOrOpen(
  text: string,
  tokens: readonly Token[],
  phrase: NounPhrase,
  memory: Memory,
  place: Place,
): Speaker | null {
  const speaker = readSpeaker(text, tokens, phrase, memory, place);
  const first = tokens[phrase.from];
  if (speaker !== null || first === undefined || phrase.to - phrase.from > 1) return speaker;
  if (!OPEN.has(pronounOf(first) ?? "")) return null;
  return {
    text: first.text.replace(/['’ʼ]\p{L}+$/u, ""),
    entity: null,
    sort: "open",
    isPlural: false,
    owner: null,
  };
}

const OPEN: ReadonlySet<string> = new Set(["he", "she", "they"]);

function isPluralSubject(tokens: readonly Token[], at: number): boolean {
  const noun = tokens[at];
  if (noun === undefined) return false;
  return /^(?:they|we|people|media|police)$/.test(noun.low) || /[^s]s$/.test(noun.low);
}

/** "responded by saying" is one cue. */
function withBySaying(tokens: readonly Token[], last: number): number {
  return tokens[last + 1]?.low === "by" && tokens[last + 2]?.low === "saying" ? last + 2 : last;
}

/** Whether the clause of speaker and verb stands behind or inside what is said. */
function isWrapped(tokens: readonly Token[], from: number, last: number): boolean {
  const before = tokens[from - 1];
  if (before === undefined || (!before.isQuoted && before.text !== ",")) return false;
  const behind = tokens[last + 1];
  return (
    behind === undefined ||
    !behind.isWord ||
    behind.isQuoted ||
    ENGLISH.prepositions.has(behind.low)
  );
}

/** `…,` said X / according to X. */
function reportBehind(
  text: string,
  tokens: readonly Token[],
  at: number,
  last: number,
  memory: Memory,
): Report | null {
  const behind = speakerBehind(text, tokens, at, last, memory);
  if (behind === null) return null;
  const { report, end } = behind;
  return { ...report, via: platformsBehind(text, tokens, end, report.speaker, memory) };
}

/** A report whose speaker stands right behind its verb, and the token that the speaker ends with. */
function speakerBehind(
  text: string,
  tokens: readonly Token[],
  at: number,
  last: number,
  memory: Memory,
): { readonly report: Omit<Report, "via">; readonly end: number } | null {
  const phrase = speakerAfter(tokens, last);
  if (phrase === null || isSubjectOfMore(tokens, phrase)) return null;
  const isSure = tokens[at - 1]?.isQuoted === true || SURE.has(tokens[at]?.low ?? "");
  const isAccording = tokens[at]?.low === "according";
  if (isAccording && isIn(ENGLISH.measures, tokens[phrase.to - 1])) return null;
  const place = isSure || isAccording ? "certain" : "speaker";
  const speaker = speakerOrOpen(text, tokens, phrase, memory, place);
  if (speaker === null) return null;
  const cue = wordsOf(text, tokens, at, last);
  const start = tokens[at]?.start ?? 0;
  return { report: { speaker, cue, at: start, wraps: true, hasThat: false }, end: phrase.to - 1 };
}

/** `…, said his company | was ready`: the words behind the verb are what is said. */
function isSubjectOfMore(tokens: readonly Token[], { from, to }: NounPhrase): boolean {
  const isPronoun = PRONOUNS.has(tokens[from]?.low ?? "") && to - from > 1;
  const next = tokens[to];
  if (next === undefined || next.isQuoted || !next.isWord) return isPronoun;
  const { low } = next;
  return isPronoun || ENGLISH.have.has(low) || ENGLISH.be.has(low) || ENGLISH.unreal.has(low);
}

/** ", saying …", "and praised …": the speaker of the clause before, or its subject. */
function reportShared(
  text: string,
  tokens: readonly Token[],
  at: number,
  last: number,
  before: readonly Report[],
  memory: Memory,
): Report | null {
  const opener = tokens[skipAuxiliaries(tokens, at - 1)];
  if (opener === undefined || !(opener.text === "," || ENGLISH.joins.has(opener.low))) return null;
  const subject = before.at(-1)?.speaker ?? subjectsOf(text, tokens.slice(0, at), memory, true)[0];
  if (subject === undefined) return null;
  const cue = wordsOf(text, tokens, at, last);
  const via = platformsBehind(text, tokens, last, subject, memory);
  return { speaker: subject, cue, at: tokens[at]?.start ?? 0, wraps: false, via, hasThat: false };
}

/** "Al Jazeera reported, citing sources": the one cited speaks, the one before carries. */
function reportCited(
  text: string,
  tokens: readonly Token[],
  at: number,
  before: readonly Report[],
  memory: Memory,
): Report | null {
  const carrier = before.at(-1);
  if (carrier === undefined) return null;
  const behind = speakerBehind(text, tokens, at, at, memory);
  return behind && { ...behind.report, via: [carrierOf(carrier.speaker), ...carrier.via] };
}

/** "was accused by X of". */
function reportPassive(
  text: string,
  tokens: readonly Token[],
  at: number,
  memory: Memory,
): Report | null {
  const verb = tokens[at]?.low ?? "";
  if (tokens[at + 1]?.low !== "by" || !ACCUSING.has(verb)) return null;
  const phrase = speakerAfter(tokens, at + 1);
  const speaker = phrase === null ? null : readSpeaker(text, tokens, phrase, memory);
  if (speaker === null) return null;
  const cue = wordsOf(text, tokens, at, at + 1);
  return { speaker, cue, at: tokens[at]?.start ?? 0, wraps: false, via: [], hasThat: false };
}

const QUOTED: ReadonlySet<string> = new Set(["cited", "quoted", "reported"]);

function isPassive(tokens: readonly Token[], at: number): boolean {
  return hasBe(tokens, skipAuxiliaries(tokens, at - 1), at);
}

/** "was cited as saying by broadcaster X", "was quoted by X as saying". */
function reportQuoted(
  text: string,
  tokens: readonly Token[],
  at: number,
  memory: Memory,
): Report | null {
  const as = tokens.findIndex((token, index) => index > at && token.low === "as");
  const isClose = tokens[as + 1]?.low === "saying" && as - at < LONGEST_ADVERBIAL;
  const phrase = isClose ? subjectBefore(tokens, at) : null;
  const speaker = phrase === null ? null : readSpeaker(text, tokens, phrase, memory);
  if (phrase === null || speaker === null) return null;
  const first = skipAuxiliaries(tokens, at - 1) + 1;
  const by = tokens.findIndex(
    (token, index) => index > at && token.low === "by" && !token.isQuoted,
  );
  const carrier = by < 0 ? null : speakerAfter(tokens, by);
  const named = carrier === null ? null : readSpeaker(text, tokens, carrier, memory);
  return {
    speaker,
    cue: wordsOf(text, tokens, first, as + 1),
    at: tokens[at]?.start ?? 0,
    wraps: isWrapped(tokens, phrase.from, as + 1),
    via: named === null ? [] : [{ text: named.text, speaks: true }],
    hasThat: false,
  };
}
