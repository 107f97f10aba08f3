/** Two lists of keys to their pairs: the longest common run first (greedy string tiling, Wise 1993). */

export interface Pairing {
  /** Of each place on the left its place on the right, -1 for none; and the other way round. */
  readonly right: readonly number[];
  readonly left: readonly number[];
}

/** Quadratic in each round: lists are a sentence long, and capped by the caller. */
export function pairByTiling(left: readonly string[], right: readonly string[]): Pairing {
  const toRight = new Array<number>(left.length).fill(-1);
  const toLeft = new Array<number>(right.length).fill(-1);
  for (;;) {
    const { length, at, other } = longestRun(left, right, toRight, toLeft);
    if (length === 0) return { right: toRight, left: toLeft };
    for (let offset = 0; offset < length; offset += 1) {
      toRight[at + offset] = other + offset;
      toLeft[other + offset] = at + offset;
    }
  }
}

interface Run {
  readonly length: number;
  readonly at: number;
  readonly other: number;
}

function longestRun(
  left: readonly string[],
  right: readonly string[],
  toRight: readonly number[],
  toLeft: readonly number[],
): Run {
  let best: Run = { length: 0, at: 0, other: 0 };
  let row = new Array<number>(right.length + 1).fill(0);
  for (let at = left.length - 1; at >= 0; at -= 1) {
    const next = new Array<number>(right.length + 1).fill(0);
    for (let other = right.length - 1; other >= 0; other -= 1) {
      const isFree = toRight[at] === -1 && toLeft[other] === -1;
      if (!isFree || left[at] !== right[other]) continue;
      const length = 1 + (row[other + 1] ?? 0);
      next[other] = length;
      const nearer = Math.abs(at - other) <= Math.abs(best.at - best.other);
      if (length > best.length || (length === best.length && nearer)) best = { length, at, other };
    }
    row = next;
  }
  return best;
}
