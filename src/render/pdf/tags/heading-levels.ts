/** Headings in the order of the page in, their levels without a gap out (ISO 14289-1, 7.4.2). */
import type { Element } from "domhandler";
import { wordsOf } from "../page/parse-page.js";
import type { Report } from "../report.js";

type Level = "H1" | "H2" | "H3" | "H4" | "H5" | "H6";

const LEVELS: readonly Level[] = ["H1", "H2", "H3", "H4", "H5", "H6"];

export class HeadingLevels {
  readonly #report: Report;
  /** The levels, as written, of the headings that the last one stands under, itself included. */
  readonly #open: number[] = [];

  constructor(report: Report) {
    this.#report = report;
  }

  settle(written: Level, element: Element): Level {
    const level = LEVELS.indexOf(written);
    let isSibling = false;
    while ((this.#open.at(-1) ?? -1) >= level) {
      isSibling = this.#open.pop() === level;
    }
    const settled = this.#open.push(level) - 1;
    if (settled !== level && !isSibling) this.#tell(element, level, settled);
    return LEVELS[settled] ?? written;
  }

  #tell(element: Element, level: number, settled: number): void {
    this.#report(
      "heading-level-skipped",
      `the heading "${wordsOf(element)}" is of level ${level + 1} where level ${settled + 1} comes next; the PDF reads it as that`,
      undefined,
      `write it as <h${settled + 1}> and give it its look in the style sheet`,
    );
  }
}
