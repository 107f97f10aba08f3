/** A paragraph's text in, the places at which a line may begin out (UAX #14, CSS Text 3, 5). */
import LineBreaker from "linebreak";
import type { InlineItem } from "../boxes/box.js";
import { textOf } from "./resolve-levels.js";

/**
 * A space within `nowrap` allows no break; a break without a space is forbidden when the text on
 * both sides is `nowrap` (CSS Text 3, 5.1).
 *
 * @param text of all items
 * @returns offsets in UTF-16 units
 */
export function findBreaks(text: string, items: readonly InlineItem[]): ReadonlySet<number> {
  const kept = nowrapRanges(items);
  const breaks = new Set<number>();
  let range = 0;
  for (const position of breaksOf(text)) {
    while ((kept[range]?.end ?? Number.POSITIVE_INFINITY) < position) range++;
    const { start, end } = kept[range] ?? NOWHERE;
    const within = start < position && position <= end;
    const forbidden = within && (position < end || text[position - 1] === " ");
    if (!forbidden) breaks.add(position);
  }
  return breaks;
}

/**
 * As browsers tailor UAX #14 for ASCII: no break after a slash, bar, brace or exclamation mark within
 * a word, but one before the second figure of a range.
 */
function* breaksOf(text: string): Generator<number> {
  const ranges = text.matchAll(/[a-z0-9]-(?=[0-9])/gi);
  let range = ranges.next();
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    const { position } = next;
    for (; !range.done && range.value.index + 2 <= position; range = ranges.next()) {
      if (range.value.index + 2 < position) yield range.value.index + 2;
    }
    if (!WITHIN_WORD.test(text.slice(position - 1, position + 1))) yield position;
  }
}

const WITHIN_WORD = /^[/|}!][a-z0-9]$/i;

/** Lines end only where the page itself ends them. */
const KEPT: ReadonlySet<string> = new Set(["nowrap", "pre"]);

interface Range {
  readonly start: number;
  readonly end: number;
}

const NOWHERE: Range = { start: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY };

function nowrapRanges(items: readonly InlineItem[]): readonly Range[] {
  const ranges: { start: number; end: number }[] = [];
  let at = 0;
  for (const item of items) {
    const end = at + textOf(item).length;
    if (item.kind === "text" && KEPT.has(item.style.whiteSpace)) {
      const last = ranges.at(-1);
      if (last?.end === at) last.end = end;
      else ranges.push({ start: at, end });
    }
    at = end;
  }
  return ranges;
}
