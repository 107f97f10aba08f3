/** The reports of one sentence to who carries whom: platforms, media, documents, those who quote others. */
import { fold } from "../../text/fold.js";
import { ENGLISH } from "./attribution-words.js";
import { speakerAfter } from "./noun-phrases.js";
import { isIn } from "./proper-names.js";
import type { Memory, Speaker } from "./speaker-memory.js";
import { readSpeaker } from "./speakers.js";
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

/** A report whose cue is the tokens from `from` up to `to`, the end left out. */
export function makeReport(
  { text, tokens }: { readonly text: string; readonly tokens: readonly Token[] },
  speaker: Speaker,
  from: number,
  to: number,
  wraps = false,
): Report {
  const start = tokens[from]?.start ?? 0;
  const cue = text.slice(start, tokens[to - 1]?.end ?? start);
  return { speaker, cue, at: start, wraps, via: [], hasThat: false };
}

/** Who or what handed words on; a platform of the speaker's own is no further speaker. */
export interface Carrier {
  readonly text: string;
  readonly speaks: boolean;
}

/** "on Twitter", "in a statement", "told Reuters" right behind the verb. */
export function platformsBehind(
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
export function foldCarriers(reports: readonly Report[]): Report[] {
  if (reports.length < 2) return [...reports];
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
export function mergeSpeakers(reports: readonly Report[]): Report[] {
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

export function wordsOf(text: string, tokens: readonly Token[], from: number, to: number): string {
  return text.slice(tokens[from]?.start ?? 0, tokens[to]?.end ?? 0);
}

/** `… said (Reuters)`: a medium in brackets carries what its sentence reports. */
export function carryBrackets(
  reports: readonly Report[],
  text: string,
  tokens: readonly Token[],
  memory: Memory,
): Report[] {
  if (reports.length === 0) return [];
  const open = tokens.findIndex((token) => token.text === "(" && !token.isQuoted);
  const close = open < 0 ? -1 : tokens.findIndex((token, at) => at > open && token.text === ")");
  if (close < open + 2 || close - open > 4) return [...reports];
  if (tokens.slice(open + 1, close).some((token) => !token.isWord)) return [...reports];
  const words = wordsOf(text, tokens, open + 1, close - 1);
  const isMedium = memory.outlets.has(fold(words)) || isIn(ENGLISH.media, tokens[close - 1]);
  if (!isMedium || tokens[open + 1]?.isCapital !== true) return [...reports];
  const carrier = { text: words, speaks: true };
  return reports.map((report) => (report.via.length > 0 ? report : { ...report, via: [carrier] }));
}
