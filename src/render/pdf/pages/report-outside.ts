/** Finished pages in; a diagnostic for every page on which words stand outside the paper out. */
import type { LineText } from "../inline/build-line.js";
import type { Report } from "../report.js";
import type { Page, TextMark } from "./page.js";

/** pt that a word may stick out before it counts: what bleeds by a hair is seen. */
const TOLERANCE = 2;

/** Letters that a word needs for its first place in the page to be the one that is meant. */
const UNMISTAKABLE = 8;

export function reportOutside(pages: readonly Page[], report: Report): void {
  for (const page of pages) {
    const outside = wordsOutside(page);
    const [first] = outside;
    if (first === undefined) continue;
    const others = outside.length > 1 ? ` and ${outside.length - 1} more` : "";
    report(
      "outside-page",
      `page ${page.number}: "${shorten(first)}"${others} cannot be seen, outside the paper`,
      first.length < UNMISTAKABLE ? undefined : { quoted: first },
      "let long words be cut (overflow-wrap: anywhere), or give the page more room (size: A4 landscape)",
    );
  }
}

function shorten(word: string): string {
  return word.length > 40 ? `${word.slice(0, 40)}…` : word;
}

/** What is turned or moved as a group stands where its author wants it. */
function wordsOutside(page: Page): string[] {
  const words: string[] = [];
  let groups = 0;
  for (const mark of page.marks) {
    if (mark.kind === "group") groups += 1;
    if (mark.kind === "group-end") groups -= 1;
    if (mark.kind !== "text" || groups > 0) continue;
    for (const placed of mark.pieces) {
      if (!isOutside(placed, mark, page)) continue;
      const word = placed.piece.text.trim();
      if (word !== "") words.push(word);
    }
  }
  return words;
}

function isOutside({ piece, ...at }: LineText, line: TextMark, { width, height }: Page): boolean {
  const x = line.x + at.x;
  const y = line.y + at.y;
  const end = x + piece.width;
  return x < -TOLERANCE || end > width + TOLERANCE || y < -TOLERANCE || y > height + TOLERANCE;
}
