/** `A4 landscape`, `210mm 297mm` in, a sheet of paper out (CSS Paged Media 3, 4.1). */
import type { CssNode } from "css-tree";
import type { PaperSize } from "./media-query.js";
import { parseLength, splitWords } from "./values.js";

/** ISO 216 and ANSI; pt. */
const PAPER = {
  a3: [841.89, 1190.55],
  a4: [595.28, 841.89],
  a5: [419.53, 595.28],
  b4: [708.66, 1000.63],
  b5: [498.9, 708.66],
  letter: [612, 792],
  legal: [612, 1008],
  ledger: [792, 1224],
} as const satisfies Record<string, readonly [number, number]>;

export const USUAL_PAPER: PaperSize = { width: PAPER.a4[0], height: PAPER.a4[1] };

/** `em` has no element to refer to here. */
const PAGE_CONTEXT = { fontSize: 12, rootFontSize: 12 };

export function parsePaper(value: string): PaperSize | undefined {
  const words = splitWords(value.toLowerCase());
  const lengths = words.flatMap((word) => parseLength(word, PAGE_CONTEXT) ?? []);
  const [first, second = first] = lengths;
  if (first !== undefined && second !== undefined && lengths.length === words.length) {
    return isPaper(first) && isPaper(second) ? { width: first, height: second } : undefined;
  }
  const isLandscape = words.includes("landscape");
  const named = Object.entries(PAPER).find(([name]) => words.includes(name))?.[1];
  const isKnown = words.every(
    (word) => Object.hasOwn(PAPER, word) || /^(?:portrait|landscape|auto)$/.test(word),
  );
  if (words.length === 0 || !isKnown) return undefined;
  const [width, height] = named ?? PAPER.a4;
  return isLandscape ? { width: height, height: width } : { width, height };
}

/** What programs that show a PDF can show, in pt (ISO 32000-1, annex C.2). */
function isPaper(side: number): boolean {
  return side >= 3 && side <= 14_400;
}

/** The paper that media queries ask about: that of the last `@page` which speaks of every page. */
export function paperOf(sheets: readonly (readonly CssNode[])[]): PaperSize {
  let paper = USUAL_PAPER;
  for (const node of sheets.flat()) {
    if (node.type !== "Atrule" || node.name !== "page" || node.prelude) continue;
    for (const child of node.block?.children ?? []) {
      if (child.type !== "Declaration" || child.property !== "size") continue;
      paper = (child.value.type === "Raw" && parsePaper(child.value.value)) || paper;
    }
  }
  return paper;
}
