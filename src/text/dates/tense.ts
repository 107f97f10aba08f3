/** The place of a date to whether its sentence looks back or ahead. */
import type { Tense } from "./date-fields.js";
import type { Grammar } from "./grammar.js";
import { shiftOf } from "./read-fields.js";

interface Range {
  readonly start: number;
  readonly end: number;
}

/** `last` and `next` say the tense themselves; else the verb nearby does. */
export function tenseOf(text: string, range: Range, grammar: Grammar): Tense {
  const shift = shiftOf(text.slice(range.start, range.end), grammar);
  if (shift !== 0) return shift < 0 ? "past" : "future";
  return tenseAround(text, range.start, range.end, grammar);
}

/** How far the verb that governs a date may stand from it, in UTF-16 code units. */
const VERB_WINDOW = 160;

/**
 * The tense of the nearest verb in the sentence: before the date, else after it (in Turkish the
 * other way round, where the verb comes last).
 */
function tenseAround(text: string, start: number, end: number, grammar: Grammar): Tense {
  const { words, tense } = grammar;
  if (words === null || tense === null) return "unknown";
  const before = () =>
    nearestTense(lastSentence(text.slice(Math.max(0, start - VERB_WINDOW), start)), tense, "last");
  const after = () =>
    nearestTense(firstSentence(text.slice(end, end + VERB_WINDOW)), tense, "first");
  if (words.verb === "after") return after() ?? before() ?? "unknown";
  return before() ?? after() ?? "unknown";
}

interface TensePatterns {
  readonly future: RegExp;
  readonly past: RegExp;
}

/** A past form within a future one ("is expected to") is part of it. */
function nearestTense(
  text: string,
  { future, past }: TensePatterns,
  which: "first" | "last",
): "past" | "future" | null {
  const ahead = rangesOf(text, future);
  const back = rangesOf(text, past).filter(
    ({ start }) => !ahead.some((range) => start >= range.start && start < range.end),
  );
  const at = which === "first" ? 0 : -1;
  const [nearestAhead, nearestBack] = [ahead.at(at)?.start, back.at(at)?.start];
  if (nearestAhead === undefined) return nearestBack === undefined ? null : "past";
  if (nearestBack === undefined) return "future";
  const isFuture = which === "first" ? nearestAhead < nearestBack : nearestAhead > nearestBack;
  return isFuture ? "future" : "past";
}

function rangesOf(text: string, pattern: RegExp): Range[] {
  const ranges: Range[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    ranges.push({ start: match.index, end: match.index + match[0].length });
  }
  return ranges;
}

const SENTENCE_BREAK = /[.!?؟;][”"»’')]*\s+(?=[\p{Lu}\p{Lo}“"«])|[;·]\s|\n\n/gu;

function lastSentence(text: string): string {
  const last = rangesOf(text, SENTENCE_BREAK).at(-1);
  return last === undefined ? text : text.slice(last.end);
}

function firstSentence(text: string): string {
  const first = text.search(SENTENCE_BREAK);
  return first === -1 ? text : text.slice(0, first);
}
