/** Flexible items and the room for them in, their widths out (CSS Flexbox 1, 9.7). */

/** pt, of border boxes. */
export interface FlexItem {
  readonly grow: number;
  readonly shrink: number;
  readonly basis: number;
  readonly least: number;
  readonly most: number;
  /** Margins, which do not flex. */
  readonly outside: number;
}

export function solveFlex(items: readonly FlexItem[], room: number): readonly number[] {
  const wished = items.reduce((sum, item) => sum + clamp(item, item.basis) + item.outside, 0);
  const grows = wished < room;
  const frozen = new Map<FlexItem, number>();
  for (const item of items) {
    const factor = grows ? item.grow : item.shrink;
    if (factor === 0) frozen.set(item, clamp(item, item.basis));
  }
  // Each round freezes at least one item, so there are at most as many rounds as items.
  while (frozen.size < items.length) {
    const flexible = items.filter((item) => !frozen.has(item));
    const widths = shareOut(items, flexible, frozen, room, grows);
    const violation = flexible.reduce(
      (sum, item, index) => sum + clamp(item, widths[index] ?? 0) - (widths[index] ?? 0),
      0,
    );
    flexible.forEach((item, index) => {
      const width = widths[index] ?? 0;
      const clamped = clamp(item, width);
      const tooNarrow = clamped > width;
      const tooWide = clamped < width;
      const freezes =
        Math.abs(violation) < 1e-9 || (violation > 0 && tooNarrow) || (violation < 0 && tooWide);
      if (freezes) frozen.set(item, clamped);
    });
  }
  return items.map((item) => frozen.get(item) ?? item.basis);
}

function shareOut(
  items: readonly FlexItem[],
  flexible: readonly FlexItem[],
  frozen: ReadonlyMap<FlexItem, number>,
  room: number,
  grows: boolean,
): readonly number[] {
  const used = items.reduce(
    (sum, item) => sum + item.outside + (frozen.get(item) ?? item.basis),
    0,
  );
  const weightOf = (item: FlexItem) => (grows ? item.grow : item.shrink * item.basis);
  const weights = flexible.reduce((sum, item) => sum + weightOf(item), 0);
  const factors = flexible.reduce((sum, item) => sum + item.grow, 0);
  const free = grows && factors < 1 ? (room - used) * factors : room - used;
  return flexible.map((item) => {
    const share = weights > 0 ? weightOf(item) / weights : 0;
    return item.basis + share * free;
  });
}

function clamp(item: FlexItem, width: number): number {
  return Math.max(item.least, Math.min(item.most, width));
}
