/**
 * Two lists of lines in, what is the same and what is not out: a longest common subsequence (Hunt &
 * McIlroy, 1976), for texts as long as people write them.
 */

/** Lines `[from, to)` of one list that stand in the place of others. */
export interface Hunk {
  readonly before: readonly [number, number];
  readonly after: readonly [number, number];
}

export interface DiffLine {
  readonly kind: "same" | "add" | "remove";
  readonly text: string;
  /** Counted from 1: in the new text, of a removed line in the old one. */
  readonly line: number;
}

/** Cells of the table; beyond it all between the first and the last difference counts as changed. */
const MOST_CELLS = 16_000_000;

export function findHunks(before: readonly string[], after: readonly string[]): readonly Hunk[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start])
    start += 1;
  let [a, b] = [before.length, after.length];
  while (a > start && b > start && before[a - 1] === after[b - 1]) [a, b] = [a - 1, b - 1];
  if (a === start && b === start) return [];
  if ((a - start) * (b - start) > MOST_CELLS) {
    return [{ before: [start, a], after: [start, b] }];
  }
  return hunksBetween(before.slice(start, a), after.slice(start, b)).map((hunk) => ({
    before: [hunk.before[0] + start, hunk.before[1] + start],
    after: [hunk.after[0] + start, hunk.after[1] + start],
  }));
}

function hunksBetween(before: readonly string[], after: readonly string[]): readonly Hunk[] {
  const length = commonLengths(before, after);
  const width = after.length + 1;
  const hunks: Hunk[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [fromI, fromJ] = [i, j];
    while (i < before.length || j < after.length) {
      if (i < before.length && j < after.length && before[i] === after[j]) break;
      const down = i < before.length ? (length[(i + 1) * width + j] ?? 0) : -1;
      const right = j < after.length ? (length[i * width + j + 1] ?? 0) : -1;
      if (down >= right) i += 1;
      else j += 1;
    }
    if (i > fromI || j > fromJ) hunks.push({ before: [fromI, i], after: [fromJ, j] });
    while (i < before.length && j < after.length && before[i] === after[j]) [i, j] = [i + 1, j + 1];
  }
  return hunks;
}

/** Of the rests of both lists, from each pair of places on. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint32Array {
  const width = after.length + 1;
  const length = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      length[at] =
        before[i] === after[j]
          ? (length[at + width + 1] ?? 0) + 1
          : Math.max(length[at + width] ?? 0, length[at + 1] ?? 0);
    }
  }
  return length;
}

/** The whole of both texts, line by line; removed lines before those in their place. */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const lines: DiffLine[] = [];
  let next = 0;
  const same = (until: number) => {
    for (; next < until; next += 1) {
      lines.push({ kind: "same", text: fresh[next] ?? "", line: next + 1 });
    }
  };
  for (const hunk of findHunks(old, fresh)) {
    same(hunk.after[0]);
    for (let at = hunk.before[0]; at < hunk.before[1]; at += 1) {
      lines.push({ kind: "remove", text: old[at] ?? "", line: at + 1 });
    }
    for (; next < hunk.after[1]; next += 1) {
      lines.push({ kind: "add", text: fresh[next] ?? "", line: next + 1 });
    }
  }
  same(fresh.length);
  return lines;
}

/** The line break at the end ends a line, and begins none. */
export function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}
