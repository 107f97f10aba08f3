/** What a page is to print, and what a PDF prints, as words that can be compared. */
import type { Element } from "domhandler";
import type { PrintedRun } from "../../render/index.js";
import type { PrintedPart } from "../pdf/structure-words.js";
import { type Around, type Unit, unitOf, type Word, wordsIn } from "./word.js";

export interface Printed {
  /** In the order of reading. */
  readonly read: readonly Word[];
  /** Words of drawings. */
  readonly drawn: readonly Word[];
}

/**
 * @param pageAt the page on which a word stands in print, for numbers of pages among the words
 * @returns with them, by id, which word is the first of each element that has one
 */
export function wordsOfPage(
  runs: readonly PrintedRun[],
  pageAt: (word: number) => number | undefined,
): Printed & { readonly starts: ReadonlyMap<string, number> } {
  const starts = new Map<string, number>();
  const units = new Map<Element, Unit>();
  const read = new Lines();
  const drawn = new Lines();
  const references: string[] = [];
  for (const run of runs) {
    const { begins, element, href = null, pageOf } = run;
    if (pageOf !== undefined) references.push(pageOf);
    const text = pageOf === undefined ? run.text : PAGE_NUMBER;
    const lines = run.drawn ? drawn : read;
    const unit = units.get(element) ?? unitOf(aroundOf(element));
    units.set(element, unit);
    const first = lines.add(text, begins, { unit, href, where: {} });
    if (first !== null && !run.drawn) noteStarts(element, first, starts);
  }
  const words = read.words().map((word) => {
    const text = word.text.replaceAll(PAGE_NUMBER, () => {
      return String(pageAt(starts.get(references.shift() ?? "") ?? -1) ?? "");
    });
    return { ...word, text };
  });
  return { read: words, drawn: drawn.words(), starts };
}

/** Stands for a number until it is known; a letter of no script. */
const PAGE_NUMBER = "\ue000";

function noteStarts(element: Element, word: number, starts: Map<string, number>): void {
  for (const { attribs } of aroundOf(element)) {
    if (attribs.id !== undefined && !starts.has(attribs.id)) starts.set(attribs.id, word);
  }
}

function aroundOf(element: Element): readonly Around[] {
  const around: Around[] = [];
  for (let each: Element["parent"] = element; each !== null; each = each.parent) {
    if ("attribs" in each) around.push(each);
  }
  return around;
}

const UNKNOWN: Unit = { kind: "label", name: "page" };

export function wordsOfPdf(parts: readonly PrintedPart[]): Printed {
  const read = new Lines();
  const drawn = new Lines();
  for (const { text, begins, link, page, y, drawn: isDrawn } of parts) {
    const lines = isDrawn ? drawn : read;
    lines.add(text, begins || isDrawn, { unit: UNKNOWN, href: link, where: { page, y } });
  }
  return { read: read.words(), drawn: drawn.words() };
}

type Origin = Omit<Word, "text">;

/** Words that run on from one part of a text to the next, until another block of text begins. */
class Lines {
  readonly #words: Word[] = [];
  #open: { text: string; origin: Origin } | null = null;

  /** @returns number of the first word that begins here */
  add(text: string, begins: boolean, origin: Origin): number | null {
    // Where a link begins or ends, so does a word: each leads to one place.
    if (begins || this.#open?.origin.href !== origin.href) this.#end();
    const pieces = text.split(/([\s\u200b]+)/);
    let first: number | null = null;
    for (const piece of pieces) {
      if (piece === "") continue;
      if (/^[\s\u200b]/.test(piece)) this.#end();
      else if (this.#open !== null) this.#open.text += piece;
      else {
        first ??= this.#words.length;
        this.#open = { text: piece, origin };
      }
    }
    return first;
  }

  #end(): void {
    if (this.#open === null) return;
    const { text, origin } = this.#open;
    for (const word of wordsIn(text)) this.#words.push({ text: word, ...origin });
    this.#open = null;
  }

  words(): readonly Word[] {
    this.#end();
    return this.#words;
  }
}
