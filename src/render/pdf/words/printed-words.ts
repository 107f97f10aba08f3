/**
 * A filled page in, the words that its PDF prints out: as its style sheet has them, in the order of
 * reading, before any of them has a place. Running headers and footers are not among them.
 */
import { type ChildNode, type Element, isTag, isText } from "domhandler";
import type { Box, InlineItem, InlineText } from "../boxes/box.js";
import { buildBoxes } from "../boxes/build-boxes.js";
import { countElements, NO_COUNTERS, usesCounters } from "../boxes/counters.js";
import { createGeneratedContent } from "../boxes/generated-content.js";
import { createCascade } from "../css/cascade.js";
import { readStyleSheets } from "../css/read-stylesheet.js";
import { USER_AGENT_SHEET } from "../css/user-agent-sheet.js";
import { settleText } from "../inline/settle-text.js";
import type { DocumentInfo } from "../metadata/document-info.js";
import { writeXmp } from "../metadata/write-xmp.js";
import type { ReadFile } from "../page/page-files.js";
import { parsePage, textOf } from "../page/parse-page.js";
import { remember } from "../remember.js";
import { roleOf } from "../tags/role-of.js";

export interface WordsOptions {
  /** Style sheets that come after those of the page. */
  readonly styleSheets?: readonly { readonly css: string; readonly file: string }[];
  /** Gives the pictures that the page names. */
  readonly files?: ReadFile;
  /** The date that the PDF bears. */
  readonly createdAt?: Date;
}

/** Words that stand together in one element. */
export interface PrintedRun {
  readonly text: string;
  /** Whether another block of text begins here. */
  readonly begins: boolean;
  /** The element whose words they are. */
  readonly element: Element;
  readonly href: string | undefined;
  /** Words of a picture, which are seen and not read. */
  readonly drawn: boolean;
  /** Of the number of a page, which stands for its place here: the id of what is there. */
  readonly pageOf: string | undefined;
  /** What is repeated over the rest of the line instead of the text. */
  readonly leader: string | undefined;
}

export interface PrintedWords {
  /** What the file says of itself. */
  readonly page: DocumentInfo;
  /** The same as XMP. */
  readonly metadata: string;
  readonly runs: readonly PrintedRun[];
  /** Words for the eye alone, such as those of a watermark. */
  readonly furniture: readonly string[];
  /** Pictures that are no drawings. */
  readonly pictures: number;
}

export function printedWords(html: string, options: WordsOptions = {}): PrintedWords {
  const page = parsePage(html, ignore);
  const { styleSheets = [], files } = options;
  const userAgent = { css: USER_AGENT_SHEET, file: "user-agent.css" };
  const sheets = readStyleSheets([userAgent, ...page.styleSheets, ...styleSheets], ignore);
  const cascade = createCascade(sheets, new Map(), ignore);
  const counters = usesCounters(sheets.slice(1), html)
    ? countElements(page.body, cascade.styleOf(page.root, undefined), cascade)
    : NO_COUNTERS;
  const generated = createGeneratedContent(page.body, counters, ignore);
  const boxes = buildBoxes(page.root, page.body, cascade, generated, ignore, files);
  const collected = new Collected();
  for (const box of [boxes.body, ...boxes.firstPage, ...boxes.everyPage]) collected.addBox(box);
  const { title, author, subject, keywords, language } = page;
  const createdAt = options.createdAt ?? page.date ?? new Date(0);
  const info = { title, author, subject, keywords, language, createdAt };
  const pictures = [...collected.pictures].filter(({ name }) => name !== "svg").length;
  return { page: info, metadata: writeXmp(info), ...inOrder(page.body, collected), pictures };
}

/** The template's faults are named when it is printed. */
const ignore = () => {};

type Slot = Exclude<InlineText["origin"], ChildNode | undefined> | "words";
type Placed = Pick<PrintedRun, "text" | "href" | "pageOf" | "leader"> & {
  readonly paragraph: object;
};

/** Words by the node that they come from. */
class Collected {
  readonly words = new Map<ChildNode, Map<Slot, Placed[]>>();
  readonly pictures = new Set<Element>();

  addBox(box: Box): void {
    switch (box.kind) {
      case "replaced":
        this.pictures.add(box.element);
        return;
      case "table":
        if (box.caption) this.addBox(box.caption);
        for (const row of [...box.head, ...box.body, ...box.foot]) {
          for (const cell of row.cells) this.addBox(cell.box);
        }
        return;
      case "block":
        if (box.marker && box.element) this.#place(box.element, "marker", box.marker.text);
        if (box.content.kind === "inline") this.#addLines(box.content.items);
        else for (const child of box.content.children) this.addBox(child);
        break;
      default:
        for (const child of box.children) this.addBox(child);
    }
    for (const overlay of box.overlays) this.addBox(overlay);
  }

  #addLines(items: readonly InlineItem[]): void {
    let paragraph = {};
    for (const item of settleText(items)) {
      if (item.kind === "atomic") this.addBox(item.box);
      if (item.kind === "text") this.#addText(item, paragraph);
      if (item.kind === "break") paragraph = {};
    }
  }

  /** Words that stand apart from those after them. */
  #place(node: ChildNode, slot: Slot, text: string): void {
    const slots = remember(this.words, node, () => new Map<Slot, Placed[]>());
    const placed = { text, href: undefined, pageOf: undefined, leader: undefined, paragraph: {} };
    remember(slots, slot, () => []).push(placed);
  }

  #addText(item: InlineText, paragraph: object): void {
    const { element, origin, text, href, style, footnote } = item;
    if (footnote) this.addBox(footnote.body);
    const isSeen = style.visibility === "visible" && style.color !== "transparent";
    if (element === undefined || !isSeen) return;
    const node = typeof origin === "object" ? origin : element;
    const slot = typeof origin === "object" ? "words" : (origin ?? "before");
    const slots = remember(this.words, node, () => new Map<Slot, Placed[]>());
    const pageOf = item.reference?.id;
    remember(slots, slot, () => []).push({ text, href, pageOf, leader: item.leader, paragraph });
  }
}

/** As the structure of the PDF has them; see `tags/build-structure.ts`. */
function inOrder(body: Element, collected: Collected): Pick<PrintedWords, "runs" | "furniture"> {
  const runs: PrintedRun[] = [];
  const furniture: string[] = [];
  let paragraph: object | undefined;
  const add = (node: ChildNode, slot: Slot, element: Element, hidden: boolean): void => {
    for (const placed of collected.words.get(node)?.get(slot) ?? []) {
      const { text, href, pageOf, leader } = placed;
      if (hidden) furniture.push(text);
      else {
        const begins = placed.paragraph !== paragraph;
        runs.push({ text, begins, element, href, drawn: false, pageOf, leader });
        paragraph = placed.paragraph;
      }
    }
  };
  const visit = (element: Element, outer: boolean): void => {
    const hidden = outer || roleOf(element) === "hidden";
    if (collected.pictures.has(element)) {
      for (const text of hidden ? [] : drawnIn(element)) {
        const nowhere = { href: undefined, pageOf: undefined, leader: undefined };
        const alone = { begins: true, drawn: true, ...nowhere };
        runs.push({ text, element, ...alone });
      }
      paragraph = undefined;
      return;
    }
    for (const slot of ["footnote-call", "footnote-marker", "marker", "before"] as const) {
      add(element, slot, element, hidden);
    }
    for (const child of element.children) {
      if (isText(child)) add(child, "words", element, hidden);
      else if (isTag(child)) visit(child, hidden);
    }
    add(element, "after", element, hidden);
  };
  visit(body, false);
  return { runs, furniture };
}

function drawnIn(svg: Element): readonly string[] {
  if (svg.name !== "svg") return [];
  return svg.children.filter(isTag).flatMap((child) => {
    if (child.name === "text") return [textOf(child)];
    return DEFINITIONS.has(child.name) ? [] : drawnIn({ ...child, name: "svg" } as Element);
  });
}

/** What an `<svg>` holds and does not show. */
const DEFINITIONS = new Set(["title", "desc", "defs", "symbol", "style", "metadata"]);
