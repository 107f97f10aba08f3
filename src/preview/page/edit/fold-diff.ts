/** A whole diff in, the changed lines with some around them out; what lies between is counted. */
import type { DiffLine } from "../../../text/diff-lines.js";

export type DiffPart =
  | { readonly kind: "line"; readonly line: DiffLine }
  | { readonly kind: "folded"; readonly lines: number };

/** Lines that stay, shown before and after one that changes. */
const AROUND = 3;

export function foldDiff(diff: readonly DiffLine[]): readonly DiffPart[] {
  const near = nearChange(diff);
  const parts: DiffPart[] = [];
  let folded = 0;
  const close = () => {
    if (folded > 0) parts.push({ kind: "folded", lines: folded });
    folded = 0;
  };
  for (const [index, line] of diff.entries()) {
    if (near[index]) {
      close();
      parts.push({ kind: "line", line });
    } else folded += 1;
  }
  close();
  return parts;
}

function nearChange(diff: readonly DiffLine[]): readonly boolean[] {
  const near = diff.map(() => false);
  for (const [index, { kind }] of diff.entries()) {
    if (kind === "same") continue;
    const last = Math.min(diff.length - 1, index + AROUND);
    for (let at = Math.max(0, index - AROUND); at <= last; at += 1) near[at] = true;
  }
  return near;
}
