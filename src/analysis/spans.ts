/** Which spans of a list a range of the text touches, by bisection. */

interface Range {
  readonly start: number;
  readonly end: number;
}

/** @param spans in text order, none overlapping the next; those of one sentence may be equal */
export function spansIn<T extends Range>(spans: readonly T[], { start, end }: Range): T[] {
  const found: T[] = [];
  for (let at = firstEndingBehind(spans, start); at < spans.length; at += 1) {
    const span = spans[at];
    if (span === undefined || span.start >= end) break;
    found.push(span);
  }
  return found;
}

function firstEndingBehind(spans: readonly Range[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? Infinity) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
