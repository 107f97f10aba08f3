/** Spans in the order of a text to those that touch a range, without a look at all of them. */

/** No span is longer: a passage is at most six sentences, a sentence 4,000 code units. */
const LONGEST = 32_000;

export function spansTouching<T extends { readonly start: number; readonly end: number }>(
  spans: readonly T[],
  start: number,
  end: number,
): T[] {
  const found: T[] = [];
  for (let index = firstFrom(spans, start - LONGEST); index < spans.length; index += 1) {
    const span = spans[index];
    if (span === undefined || span.start >= end) break;
    if (span.end > start) found.push(span);
  }
  return found;
}

/** Index of the first span that starts at an offset or behind it. */
export function firstFrom(spans: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? Number.POSITIVE_INFINITY) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
