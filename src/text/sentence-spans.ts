/** A range of a text to spans without the white space around it, cut where no sentence is that long. */
import type { Span } from "../model/analysis.js";

/** Code units. Longer ones are lists or pages without stops: cut, so that no rule goes quadratic. */
const LONGEST_SENTENCE = 4000;

/** Adds the span of `text` between `start` and `end`, or the spans that it has to be cut into. */
export function pushSpans(spans: Span[], text: string, start: number, end: number): void {
  let from = start;
  while (from < end) {
    const to = from + lengthToKeep(text.slice(from, Math.min(end, from + LONGEST_SENTENCE + 1)));
    const slice = text.slice(from, to);
    const front = slice.trimStart();
    const kept = front.trimEnd();
    const at = to - front.length;
    if (kept !== "") spans.push({ start: at, end: at + kept.length, text: kept });
    from = to;
  }
}

/** All of a text that is short enough; of a longer one what stands before its last space. */
function lengthToKeep(text: string): number {
  if (text.length <= LONGEST_SENTENCE) return text.length;
  const space = /\s\S*$/u.exec(text.slice(-LONGEST_WORD))?.index;
  if (space !== undefined) return text.length - LONGEST_WORD + space;
  const isPair = /[\ud800-\udbff]$/.test(text.slice(0, LONGEST_SENTENCE));
  return isPair ? LONGEST_SENTENCE - 1 : LONGEST_SENTENCE;
}

/** Code units that are searched for a space to cut at. */
const LONGEST_WORD = 200;
