/** What stands on a line, in the order read, in; the order seen from left to right out (UAX #9, L2). */

/** @param levelOf embedding level; odd from right to left */
export function reorderLine<Part>(
  parts: readonly Part[],
  levelOf: (part: Part) => number,
): readonly Part[] {
  const levels = parts.map(levelOf);
  const highest = levels.reduce((high, level) => Math.max(high, level), 0);
  const lowestOdd = levels.reduce((low, level) => (level % 2 ? Math.min(low, level) : low), 255);
  if (lowestOdd > highest) return parts;
  const order = parts.map((_, index) => index);
  for (let level = highest; level >= lowestOdd; level--) {
    for (let start = 0; start < order.length; start++) {
      let end = start;
      while (end < order.length && (levels[order[end] ?? 0] ?? 0) >= level) end++;
      reverse(order, start, end);
      start = Math.max(start, end - 1);
    }
  }
  return order.flatMap((index) => parts.slice(index, index + 1));
}

function reverse(order: number[], start: number, end: number): void {
  for (let left = start, right = end - 1; left < right; left++, right--) {
    const first = order[left] ?? 0;
    order[left] = order[right] ?? 0;
    order[right] = first;
  }
}
