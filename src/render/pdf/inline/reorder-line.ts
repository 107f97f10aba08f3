/** What stands on a line, in the order read, in; the order seen from left to right out (UAX #9, L2). */

export interface Leveled {
  /** Embedding level; odd from right to left. */
  readonly level: number;
  readonly piece?: { readonly parted?: number } | undefined;
}

export function reorderLine<Part extends Leveled>(parts: readonly Part[]): readonly Part[] {
  if (parts.every(({ level }) => level % 2 === 0)) return parts;
  const slots = withBoundaries(parts);
  const levels = slots.map(({ level }) => level);
  const highest = levels.reduce((high, level) => Math.max(high, level), 0);
  const lowestOdd = levels.reduce((low, level) => (level % 2 ? Math.min(low, level) : low), 255);
  const order = slots.map((_, index) => index);
  for (let level = highest; level >= lowestOdd; level--) {
    for (let start = 0; start < order.length; start++) {
      let end = start;
      while (end < order.length && (levels[order[end] ?? 0] ?? 0) >= level) end++;
      reverse(order, start, end);
      start = Math.max(start, end - 1);
    }
  }
  return order.flatMap((index) => slots[index]?.part ?? []);
}

interface Slot<Part> {
  readonly level: number;
  /** Undefined for a boundary of isolates, which has a level and nothing to show. */
  readonly part: Part | undefined;
}

function withBoundaries<Part extends Leveled>(parts: readonly Part[]): readonly Slot<Part>[] {
  return parts.flatMap((part): Slot<Part>[] => {
    const slot = { level: part.level, part };
    const boundary = part.piece?.parted;
    return boundary === undefined ? [slot] : [{ level: boundary, part: undefined }, slot];
  });
}

function reverse(order: number[], start: number, end: number): void {
  for (let left = start, right = end - 1; left < right; left++, right--) {
    const first = order[left] ?? 0;
    order[left] = order[right] ?? 0;
    order[right] = first;
  }
}
