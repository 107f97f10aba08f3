/** English sentence to its reports: each reporting verb outside quotation with who speaks by it. */
import { ENGLISH, ENGLISH_VERBS, type VerbForm } from "./attribution-words.js";
import { isIn, skipAuxiliaries, speakerAfter, subjectBefore } from "./noun-phrases.js";
import { type Memory, readSpeaker, type Speaker, subjectsOf } from "./speakers.js";
import type { Token } from "./tokens.js";

export interface Report {
  readonly speaker: Speaker;
  /** The verb or phrase as it stands. */
  readonly cue: string;
  /** Offset of the cue in the whole text. */
  readonly at: number;
  /** Stands behind or inside what it reports: ", the statement said". */
  readonly wraps: boolean;
  /** Carriers, nearest to the speaker first. */
  readonly via: readonly Carrier[];
  /** The words that follow the verb open with "that". */
  readonly hasThat: boolean;
}

/** Who or what handed words on; a platform of the speaker's own is no further speaker. */
export interface Carrier {
  readonly text: string;
  readonly speaks: boolean;
}

/** Finds the reports of one sentence, in text order, one per speaker. */
export function findReports(text: string, tokens: readonly Token[], memory: Memory): Report[] {
  const reports: Report[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const report = readReport(text, tokens, at, reports, memory);
    if (report !== null) reports.push(report);
  }
  return mergeSpeakers(foldCarriers(reports));
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
  if (isInverted(tokens, at) && form.frame === "say") {
    const inverted = reportBehind(text, tokens, at, at, memory);
    if (inverted !== null) return inverted;
  }
  return reportPlain(text, tokens, at, last, form, before, memory);
}

/** The last token of the verb with the word that its frame asks for; null where that is missing. */
function frameEnd(tokens: readonly Token[], at: number, form: VerbForm): number | null {
  const next = tokens[at + 1];
  switch (form.frame) {
    case "say":
    case "act":
      return isNounUse(tokens, at, form) || isOtherUse(tokens, at, form) ? null : at;
    case "for": {
      if (isIn(AFTER_CALL, next) && !isIn(ENGLISH.times, tokens[at + 2])) return at + 1;
      return null;
    }
    case "that": {
      if (next === undefined || /^[.!?]$/.test(next.text)) return at;
      const limit = Math.min(tokens.length, at + LONGEST_ADVERBIAL);
      for (let index = at + 1; index < limit; index += 1) {
        const token = tokens[index];
        if (token === undefined || /^[,;:]$/.test(token.text)) return null;
        if (token.low === "that" && !token.isQuoted) return at;
      }
      return null;
    }
    case "object":
      return tokens.slice(at + 1, at + 6).some((token) => isIn(ENGLISH.claims, token)) ? at : null;
    case "name":
      return next?.isQuoted === true && isIn(WHAT, tokens[clauseOpener(tokens, at)]) ? at : null;
  }
}

const AFTER_CALL: ReadonlySet<string> = new Set(["for", "on", "upon"]);
const WHAT: ReadonlySet<string> = new Set(["what", "whom"]);
/** Tokens between "agreed" and its "that": "agreed in an informal meeting last week that". */
const LONGEST_ADVERBIAL = 12;

/** The token before the subject of a short clause: "what | he called". */
function clauseOpener(tokens: readonly Token[], verb: number): number {
  const subject = subjectBefore(tokens, verb);
  return subject === null ? -1 : subject.from - 1;
}

/** "reports of", "the claims", "amid calls": a form that is a noun here. */
function isNounUse(tokens: readonly Token[], at: number, form: VerbForm): boolean {
  if (form.tense === "past") {
    const before = tokens[at - 1];
    return isIn(ENGLISH.determiners, before) && !before?.isCapital && form.frame === "act";
  }
  if (form.tense === "participle" && !form.nounLike) return false;
  const before = tokens[skipAuxiliaries(tokens, at - 1)];
  if (before === undefined || !before.isWord) return before?.text !== "," || form.nounLike;
  if (isIn(ENGLISH.determiners, before) || isIn(ENGLISH.prepositions, before)) return true;
  if (!form.nounLike) return false;
  const next = tokens[at + 1];
  const hasObject = isIn(COMPLEMENTS, next) || next?.isQuoted === true;
  return !hasObject || before.isPossessive;
}

const COMPLEMENTS: ReadonlySet<string> = new Set(["that", "the", "its", "his", "her", "their"]);

/** "admitted herself", "added 15 points", "the men accused of …": nothing is said here. */
function isOtherUse(tokens: readonly Token[], at: number, { frame, tense }: VerbForm): boolean {
  const verb = tokens[at]?.low ?? "";
  const next = tokens[at + 1]?.low ?? "";
  if (/^(?:him|her|it|them)sel(?:f|ves)$/.test(next)) return true;
  if (verb === "added" && /^\d/.test(next)) return true;
  if (verb === "alleged" && !/^(?:that|the|an?|in|he|she|they|it|on)$/.test(next)) return true;
  const isReduced = frame === "act" && tense === "past" && ACCUSING.has(verb);
  return isReduced && /^(?:of|for|as|over)$/.test(next);
}

/** "would say", "to call for", "has not said": never spoken. */
function isUnreal(tokens: readonly Token[], before: number, verb: number): boolean {
  for (let at = verb - 1; at >= Math.max(0, before); at -= 1) {
    const token = tokens[at];
    if (token === undefined || !token.isWord) return false;
    if (ENGLISH.unreal.has(token.low) || /n't$/.test(token.low)) return !token.isCapital;
  }
  return false;
}

function hasBe(tokens: readonly Token[], before: number, verb: number): boolean {
  return tokens.slice(before + 1, verb).some((token) => ENGLISH.be.has(token.low));
}

/** Right behind a quotation or comma: `…," said a statement`. */
function isInverted(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before !== undefined && (before.isQuoted || before.text === "," || before.text === "—");
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
  const phrase = subjectBefore(tokens, at);
  const isJoined = isIn(ENGLISH.joins, tokens[skipAuxiliaries(tokens, at - 1)]);
  if (phrase === null)
    return isJoined ? reportShared(text, tokens, at, last, before, memory) : null;
  if (form.tense === "base" && !isPluralSubject(tokens, phrase.to - 1)) return null;
  const speaker = readSpeaker(text, tokens, phrase, memory);
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
  const phrase = speakerAfter(tokens, last);
  if (phrase === null) return null;
  const speaker = readSpeaker(text, tokens, phrase, memory);
  if (speaker === null) return null;
  return {
    speaker,
    cue: wordsOf(text, tokens, at, last),
    at: tokens[at]?.start ?? 0,
    wraps: true,
    via: platformsBehind(text, tokens, phrase.to - 1, speaker, memory),
    hasThat: false,
  };
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
  const subject = before.at(-1)?.speaker ?? subjectsOf(text, tokens.slice(0, at), memory)[0];
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
  const phrase = speakerAfter(tokens, at);
  const carrier = before.at(-1);
  if (phrase === null || carrier === undefined) return null;
  const speaker = readSpeaker(text, tokens, phrase, memory);
  if (speaker === null) return null;
  return {
    speaker,
    cue: wordsOf(text, tokens, at, at),
    at: tokens[at]?.start ?? 0,
    wraps: true,
    via: [carrierOf(carrier.speaker), ...carrier.via],
    hasThat: false,
  };
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

const ACCUSING: ReadonlySet<string> = new Set(
  "accused blamed criticized criticised denounced condemned praised urged rejected dismissed".split(
    " ",
  ),
);

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

/** "on Twitter", "in a statement", "told Reuters" right behind the verb. */
function platformsBehind(
  text: string,
  tokens: readonly Token[],
  last: number,
  speaker: Speaker,
  memory: Memory,
): Carrier[] {
  const own = speaker.owner === null ? [] : [{ text: speaker.owner, speaks: true }];
  const next = tokens[last + 1];
  if (tokens[last]?.low === "told" || tokens[last]?.low === "tells") {
    const phrase = speakerAfter(tokens, last);
    const hearer = phrase === null ? null : readSpeaker(text, tokens, phrase, memory);
    if (hearer?.sort === "outlet") return [...own, { text: hearer.text, speaks: true }];
  }
  if (!(next?.low === "on" || next?.low === "in")) return own;
  for (let at = last + 2; at < Math.min(last + 6, tokens.length); at += 1) {
    const token = tokens[at];
    if (token === undefined || !token.isWord || token.isQuoted) break;
    if (!ENGLISH.platforms.has(token.low)) continue;
    const from = isIn(ENGLISH.determiners, tokens[last + 2]) ? last + 2 : at;
    return [{ text: wordsOf(text, tokens, from, at), speaks: false }, ...own];
  }
  return own;
}

export function carrierOf(speaker: Speaker): Carrier {
  return { text: speaker.text, speaks: speaker.sort !== "document" };
}

/**
 * A document or medium that wraps another speaker's report carries it: "X stressed …, the
 * statement said". So does whoever says that another said: "diplomats said that X had warned".
 */
function foldCarriers(reports: readonly Report[]): Report[] {
  const kept: Report[] = [];
  for (const report of reports) {
    const isOuter = report.speaker.sort === "document" || report.speaker.sort === "outlet";
    const inner = kept.at(-1);
    const cited = reports.find((other) =>
      other.via.some((via) => via.text === report.speaker.text),
    );
    if (cited !== undefined && cited !== report) continue;
    if (report.wraps && isOuter && inner !== undefined && !inner.wraps) {
      kept.splice(0, kept.length, ...kept.map((other) => carry(other, report)));
    } else {
      kept.push(report);
    }
  }
  return kept.flatMap((report, index) => nest(report, kept[index + 1], kept[index - 1]));
}

function carry(inner: Report, outer: Report): Report {
  return { ...inner, via: [...inner.via, carrierOf(outer.speaker), ...outer.via] };
}

/** A report that opens with "that" holds the next one of the sentence, if that one is no shared verb. */
function nest(report: Report, next: Report | undefined, before: Report | undefined): Report[] {
  const isOutlet = report.speaker.sort === "outlet";
  const holds = report.hasThat && next !== undefined && isHeld(report, next);
  if (holds && isOutlet) return [];
  if (before?.hasThat === true && isHeld(before, report)) return [carry(report, before)];
  return [report];
}

function isHeld(outer: Report, inner: Report): boolean {
  const isCarrier = outer.speaker.sort === "outlet" || outer.speaker.sort === "people";
  return isCarrier && inner.speaker.text !== outer.speaker.text && !inner.wraps;
}

/** One report per speaker: the first cue stands, carriers of later ones are kept. */
function mergeSpeakers(reports: readonly Report[]): Report[] {
  const merged: Report[] = [];
  for (const report of reports) {
    const index = merged.findIndex((other) => isSameSpeaker(other.speaker, report.speaker));
    const known = merged[index];
    if (known === undefined) merged.push(report);
    else if (known.via.length === 0) merged[index] = { ...known, via: report.via };
  }
  return merged;
}

function isSameSpeaker(first: Speaker, second: Speaker): boolean {
  if (first.entity !== null && first.sort !== "document") return first.entity === second.entity;
  return first.text === second.text;
}

function wordsOf(text: string, tokens: readonly Token[], from: number, to: number): string {
  return text.slice(tokens[from]?.start ?? 0, tokens[to]?.end ?? 0);
}
