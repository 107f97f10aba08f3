/**
 * A tagged PDF in, its words in the order of its structure tree out (ISO 32000-1, 14.7): that of
 * reading, wherever they are painted. Blocks of text part words; links lead somewhere.
 */

import {
  nameOf,
  type PdfDictionary,
  PdfError,
  type PdfFile,
  type PdfValue,
  referenceOf,
  textOf,
} from "../../pdf/index.js";
import { type Concealment, type PageWords, readPageWords, type ShownWords } from "./page-words.js";

/** Words of one structure element, on one page. */
export interface PrintedPart {
  readonly text: string;
  /** From 1. */
  readonly page: number;
  /** Of its baseline, in points from the foot of the page. */
  readonly y: number;
  /** Whether another block of text begins here. */
  readonly begins: boolean;
  /** Of a link: where it leads; of what is no link, null. */
  readonly link: string | null;
  /** Drawn in a picture, whose words are heard as its alternative text. */
  readonly drawn: boolean;
  readonly concealed: Concealment | null;
}

export interface PrintedPdf {
  readonly parts: readonly PrintedPart[];
  /** What is heard instead of what is seen: of pictures, of abbreviations. */
  readonly spoken: readonly string[];
  /** What takes the place of words when they are copied or read aloud, in a brief never. */
  readonly replaced: readonly string[];
  /** Numbers of the links' annotations. */
  readonly links: ReadonlySet<number>;
  readonly pages: readonly PageWords[];
  /** Words with a mark that no element of the structure holds. */
  readonly loose: readonly { readonly page: number; readonly words: ShownWords }[];
}

/** Elements of a structure tree: one for each paragraph, link and cell. */
const MOST_ELEMENTS = 200_000;
const DEEPEST = 256;

/** They part no words; everything else does. */
const INLINE = new Set(["Link", "Span", "Em", "Strong", "Quote", "Reference", "Code", "BibEntry"]);

export function readPrintedPdf(file: PdfFile): PrintedPdf {
  return new StructureReading(file).read();
}

class StructureReading {
  readonly #file: PdfFile;
  readonly #pages: readonly PageWords[];
  readonly #numbers: ReadonlyMap<number, number>;
  /** Words by page and mark, taken as the tree asks for them. */
  readonly #words: ReadonlyMap<number, ShownWords[]>[];
  readonly #parts: PrintedPart[] = [];
  readonly #seen = new Set<number>();
  readonly #spoken: string[] = [];
  readonly #replaced: string[] = [];
  readonly #links = new Set<number>();
  #elements = 0;
  #begins = true;

  constructor(file: PdfFile) {
    this.#file = file;
    const pages = file.pages();
    this.#pages = pages.map(({ page }) => readPageWords(file, page));
    this.#numbers = new Map(pages.map(({ id }, index) => [id, index + 1]));
    this.#words = this.#pages.map(({ shown }) =>
      Map.groupBy(
        shown.filter(({ mark }) => mark.kind === "content"),
        ({ mark }) => (mark.kind === "content" ? mark.id : -1),
      ),
    );
  }

  read(): PrintedPdf {
    const root = this.#file.dictionary(this.#file.catalog, "StructTreeRoot");
    if (root === undefined) throw new PdfError("the file does not say which words belong together");
    this.#visit(root, { page: -1, link: null, drawn: false, depth: 0 });
    const loose = this.#pages.flatMap(({ shown }, index) =>
      shown
        .filter(({ mark }) => this.#isLoose(mark, index))
        .map((words) => ({ page: index + 1, words })),
    );
    const heard = { spoken: this.#spoken, replaced: this.#replaced, links: this.#links };
    return { parts: this.#parts, pages: this.#pages, loose, ...heard };
  }

  /** What the tree did not ask for, and no artifact of the page is. */
  #isLoose(mark: ShownWords["mark"], index: number): boolean {
    if (mark.kind === "none") return true;
    return mark.kind === "content" && this.#words[index]?.has(mark.id) === true;
  }

  #visit(
    element: PdfDictionary,
    outer: { page: number; link: string | null; drawn: boolean; depth: number },
  ): void {
    this.#elements += 1;
    if (this.#elements > MOST_ELEMENTS || outer.depth > DEEPEST) {
      throw new PdfError("the structure of the file is larger than that of any brief");
    }
    const type = nameOf(element.entries.get("S")) ?? "";
    const kids = this.#file.list(element.entries.get("K"));
    for (const key of ["Alt", "E"]) this.#spoken.push(textOf(element.entries.get(key)) ?? "");
    this.#replaced.push(textOf(element.entries.get("ActualText")) ?? "");
    const inner = {
      page: referenceOf(element.entries.get("Pg")) ?? outer.page,
      link: type === "Link" ? (this.#targetOf(kids) ?? "") : outer.link,
      drawn: outer.drawn || type === "Figure",
      depth: outer.depth + 1,
    };
    const isBlock = !INLINE.has(type);
    if (isBlock) this.#begins = true;
    for (const kid of kids) this.#visitKid(kid, inner);
    if (isBlock) this.#begins = true;
  }

  #visitKid(
    value: PdfValue,
    outer: { page: number; link: string | null; drawn: boolean; depth: number },
  ): void {
    if (typeof value === "number") {
      this.#take(outer, value);
      return;
    }
    const id = referenceOf(value);
    const kid = this.#file.dictionary(value);
    if (kid === undefined) return;
    const type = nameOf(kid.entries.get("Type"));
    if (type === "OBJR") return;
    if (type === "MCR") {
      const page = referenceOf(kid.entries.get("Pg")) ?? outer.page;
      this.#take({ ...outer, page }, Number(kid.entries.get("MCID")));
      return;
    }
    // Each element has one place in the tree: one with two would never end.
    if (id !== undefined && this.#seen.has(id)) return;
    if (id !== undefined) this.#seen.add(id);
    this.#visit(kid, outer);
  }

  #take({ page, link, drawn }: { page: number; link: string | null; drawn: boolean }, id: number) {
    const number = this.#numbers.get(page);
    const words = number === undefined ? undefined : this.#words[number - 1];
    const shown = words?.get(id);
    if (number === undefined || shown === undefined) return;
    (words as Map<number, ShownWords[]>).delete(id);
    for (const { text, concealed, place } of shown) {
      this.#parts.push({
        ...{ text, page: number, y: place.y, begins: this.#begins },
        ...{ link, drawn, concealed },
      });
      this.#begins = false;
    }
  }

  /** Name of the place, or the address, that the link's annotations lead to: all to the same. */
  #targetOf(kids: readonly PdfValue[]): string | undefined {
    const targets = new Set<string>();
    for (const value of kids) {
      const kid = this.#file.dictionary(value);
      if (kid === undefined || nameOf(kid.entries.get("Type")) !== "OBJR") continue;
      const id = referenceOf(kid.entries.get("Obj"));
      if (id !== undefined) this.#links.add(id);
      this.#spoken.push(textOf(this.#file.get(kid, "Obj", "Contents")) ?? "");
      const action = this.#file.get(kid, "Obj", "A");
      const place = textOf(this.#file.get(action, "D"));
      targets.add(
        place === undefined ? (textOf(this.#file.get(action, "URI")) ?? "") : `#${place}`,
      );
    }
    return targets.size === 0 ? undefined : [...targets].join(" and ");
  }
}
