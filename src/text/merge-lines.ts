/**
 * A text, a form of it that a program wrote and a change of that form in; the text with the change, and
 * otherwise as it was, out: a three-way merge by lines (Khanna, Kunal & Pierce, 2007).
 */
import { findHunks, type Hunk } from "./diff-lines.js";

/**
 * @param base lines as a program writes `own` @param changed lines as it writes what was changed
 * @param isStrict whether lines that stand next to each other count as one place
 * @returns where both differ from the base in one place, the changed lines
 */
export function mergeLines(
  own: readonly string[],
  base: readonly string[],
  changed: readonly string[],
  isStrict: boolean,
): readonly string[] {
  const merged: string[] = [];
  let at = 0;
  for (const { from, to, mine, theirs } of groupHunks(
    findHunks(base, own),
    findHunks(base, changed),
    isStrict,
  )) {
    merged.push(...base.slice(at, from));
    const lines =
      theirs.length > 0
        ? linesIn(theirs, from, to, base, changed)
        : linesIn(mine, from, to, base, own);
    merged.push(...lines);
    at = to;
  }
  merged.push(...base.slice(at));
  return merged;
}

interface Group {
  /** Lines of the base. */
  readonly from: number;
  readonly to: number;
  readonly mine: readonly Hunk[];
  readonly theirs: readonly Hunk[];
}

function groupHunks(
  mine: readonly Hunk[],
  theirs: readonly Hunk[],
  isStrict: boolean,
): readonly Group[] {
  const all = [
    ...mine.map((hunk) => ({ hunk, isMine: true })),
    ...theirs.map((hunk) => ({ hunk, isMine: false })),
  ].sort((a, b) => a.hunk.before[0] - b.hunk.before[0] || a.hunk.before[1] - b.hunk.before[1]);
  const groups: { from: number; to: number; mine: Hunk[]; theirs: Hunk[] }[] = [];
  for (const { hunk, isMine } of all) {
    const [from, to] = hunk.before;
    const last = groups.at(-1);
    // Of one side hunks never touch.
    const meets = last !== undefined && (from < last.to || (from === last.to && isStrict));
    const isSamePlace = last !== undefined && from === last.from && to === last.to;
    const group = last !== undefined && (meets || isSamePlace) ? last : null;
    const own = group ?? { from, to, mine: [], theirs: [] };
    if (group === null) groups.push(own);
    own.to = Math.max(own.to, to);
    (isMine ? own.mine : own.theirs).push(hunk);
  }
  return groups;
}

/** What one side has in the place of lines `[from, to)` of the base. */
function linesIn(
  hunks: readonly Hunk[],
  from: number,
  to: number,
  base: readonly string[],
  side: readonly string[],
): readonly string[] {
  const lines: string[] = [];
  let at = from;
  for (const { before, after } of hunks) {
    lines.push(...base.slice(at, before[0]), ...side.slice(...after));
    at = before[1];
  }
  lines.push(...base.slice(at, to));
  return lines;
}
