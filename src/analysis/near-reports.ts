/** Sentence to its reports by the nearest name: for languages with verb lists but no clause rules. */
import type { ReportingWords } from "./attribution-words.js";
import type { Report } from "./carriers.js";
import type { Memory, Speaker } from "./speaker-memory.js";
import type { Token } from "./tokens.js";

/** Finds reporting verbs with a name right beside them, and "according to" with a name behind. */
export function findNearReports(
  text: string,
  tokens: readonly Token[],
  words: ReportingWords,
  memory: Memory,
): Report[] {
  const reports: Report[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]?.isQuoted !== false) continue;
    const report = readAt(text, tokens, at, words, memory);
    const isKnown = reports.some((other) => other.speaker.text === report?.speaker.text);
    if (report !== null && !isKnown) reports.push(report);
  }
  return reports;
}

function readAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  words: ReportingWords,
  memory: Memory,
): Report | null {
  const verb = longestMatch(tokens, at, words.verbs);
  if (verb > 0) {
    const name = words.verbLast
      ? firstName(tokens, at)
      : (nameRightAfter(tokens, at + verb) ?? nameRightBefore(tokens, at));
    return reportOf(text, tokens, at, at + verb, name, memory);
  }
  const according = longestMatch(tokens, at, words.according);
  if (according > 0) {
    const name = nameRightAfter(tokens, at + according);
    return reportOf(text, tokens, at, at + according, name, memory);
  }
  if (longestMatch(tokens, at, words.accordingBehind) > 0) {
    return reportOf(text, tokens, at, at + 1, nameRightBefore(tokens, at), memory);
  }
  return null;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function reportOf(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  name: Range | null,
  memory: Memory,
): Report | null {
  if (name === null) return null;
  const cue = text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
  const speaker = speakerOf(text, tokens, name, memory);
  return { speaker, cue, at: tokens[from]?.start ?? 0, wraps: false, via: [], hasThat: false };
}

function speakerOf(text: string, tokens: readonly Token[], name: Range, memory: Memory): Speaker {
  const words = text.slice(tokens[name.from]?.start ?? 0, tokens[name.to - 1]?.end ?? 0);
  const entity = tokens[name.to - 1]?.name?.entity ?? null;
  const type = entity === null ? undefined : memory.entities.get(entity)?.type;
  const isPerson = type === "person" || (entity === null && /\s/.test(words));
  return {
    text: words.replace(/['’ʼ]\p{L}+$/u, ""),
    entity,
    sort: isPerson ? "person" : "body",
    isPlural: false,
    owner: null,
  };
}

/** Tokens that the longest phrase found at `at` covers, 0 where none is. */
function longestMatch(tokens: readonly Token[], at: number, phrases: readonly string[]): number {
  let longest = 0;
  for (const phrase of phrases) {
    const parts = phrase.split(" ");
    const isHere = parts.every((part, index) => isWord(tokens[at + index], part));
    if (isHere && parts.length > longest) longest = parts.length;
  }
  return longest;
}

function isWord(token: Token | undefined, pattern: string): boolean {
  if (token === undefined || token.isQuoted) return false;
  return pattern.endsWith("*") ? token.low.startsWith(pattern.slice(0, -1)) : token.low === pattern;
}

/** How many words (titles, articles) may stand between a verb and its speaker's name. */
const LONGEST_TITLE = 7;

function nameRightAfter(tokens: readonly Token[], from: number): Range | null {
  for (let at = from; at < Math.min(tokens.length, from + LONGEST_TITLE); at += 1) {
    const token = tokens[at];
    if (token === undefined || token.isQuoted || !token.isWord) return null;
    if (token.name !== null) return { from: at, to: nameEnd(tokens, at) };
    if (token.isCapital) return { from: at, to: capitalEnd(tokens, at) };
  }
  return null;
}

function nameRightBefore(tokens: readonly Token[], before: number): Range | null {
  const last = before - 1;
  const token = tokens[last]?.text === "," ? tokens[last - 1] : tokens[last];
  const at = tokens[last]?.text === "," ? last - 1 : last;
  if (token === undefined || token.isQuoted || (token.name === null && !token.isCapital))
    return null;
  let from = at;
  while (from > 0 && isSameName(tokens[from - 1], token)) from -= 1;
  return { from, to: at + 1 };
}

function isSameName(token: Token | undefined, name: Token): boolean {
  if (token === undefined || token.isQuoted || !token.isWord) return false;
  return name.name === null ? token.isCapital : token.name === name.name;
}

/** The first name of the clause, where the verb comes last. */
function firstName(tokens: readonly Token[], before: number): Range | null {
  for (let at = 0; at < before; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.isQuoted || !token.isWord) continue;
    if (token.name !== null) return { from: at, to: nameEnd(tokens, at) };
    const to = capitalEnd(tokens, at);
    if (token.isCapital && to - at > 1) return { from: at, to };
  }
  return null;
}

function nameEnd(tokens: readonly Token[], from: number): number {
  let to = from + 1;
  while (to < tokens.length && tokens[to]?.name === tokens[from]?.name) to += 1;
  return to;
}

function capitalEnd(tokens: readonly Token[], from: number): number {
  let to = from + 1;
  while (to < tokens.length && tokens[to]?.isCapital === true && tokens[to]?.isQuoted === false)
    to += 1;
  return to;
}
