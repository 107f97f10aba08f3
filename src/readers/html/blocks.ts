/** A tree of HTML to its blocks of text in reading order: one per paragraph, heading, list item or table row. */
import { type AnyNode, type Element, isTag, isText, type ParentNode } from "domhandler";

export interface Block {
  /** White space runs made one space; no-break spaces stay. Never empty. */
  readonly text: string;
  /** The nearest block element around the text. */
  readonly element: ParentNode;
  /** Code units of `text` that stand in links. */
  readonly linked: number;
}

/** Elements whose content is no text of the page. */
const UNSEEN = new Set(
  "script style noscript template head title svg math iframe object embed canvas audio video select datalist textarea button input".split(
    " ",
  ),
);
const BLOCKS = new Set(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section summary table tbody tfoot thead tr ul".split(
    " ",
  ),
);
/** Inside a row, cells are parted by a bar. */
const CELLS = new Set(["td", "th"]);
const CELL_BAR = " | ";

/** Walks the tree once; an element that `skips` is left out with everything in it. */
export function blocksOf(
  root: ParentNode,
  skips: (element: Element) => boolean = () => false,
): Block[] {
  const writer = new BlockWriter(root);
  walk(root, writer, skips);
  writer.close();
  return writer.blocks;
}

function walk(parent: ParentNode, writer: BlockWriter, skips: (element: Element) => boolean): void {
  for (const node of parent.children) {
    if (isText(node)) writer.write(node.data);
    else if (isTag(node)) visit(node, writer, skips);
  }
}

function visit(element: Element, writer: BlockWriter, skips: (element: Element) => boolean): void {
  const { name } = element;
  if (UNSEEN.has(name) || skips(element)) return;
  if (name === "br") {
    writer.breakLine();
    return;
  }
  if (BLOCKS.has(name)) {
    const outer = writer.enter(element);
    walk(element, writer, skips);
    writer.enter(outer);
    return;
  }
  if (CELLS.has(name)) writer.bar();
  if (name === "a") writer.links += 1;
  walk(element, writer, skips);
  if (name === "a") writer.links -= 1;
}

class BlockWriter {
  readonly blocks: Block[] = [];
  /** Links that are open. */
  links = 0;
  private text = "";
  private linked = 0;
  private breaks = 0;

  constructor(private element: ParentNode) {}

  write(data: string): void {
    const text = data.replace(SPACES, " ");
    if (text.trim() !== "") {
      if (this.breaks > 0 && this.text !== "") this.text += " ";
      this.breaks = 0;
    }
    const added = this.text === "" || this.text.endsWith(" ") ? text.replace(/^ /, "") : text;
    this.text += added;
    if (this.links > 0) this.linked += added.length;
  }

  /** One break is a space; two end the paragraph, as does one after a full stop. */
  breakLine(): void {
    this.breaks += 1;
    if (this.breaks > 1 || SENTENCE_END.test(this.text)) this.close();
  }

  bar(): void {
    if (this.text.trim() !== "") this.text = `${this.text.trimEnd()}${CELL_BAR}`;
  }

  /** Ends the block and goes on in another element. @returns the element before */
  enter(element: ParentNode): ParentNode {
    this.close();
    const before = this.element;
    this.element = element;
    return before;
  }

  close(): void {
    const text = this.text.replace(TRAILING, "");
    if (text !== "") {
      this.blocks.push({ text, element: this.element, linked: Math.min(this.linked, text.length) });
    }
    this.text = "";
    this.linked = 0;
    this.breaks = 0;
  }
}

/** White space of HTML: no-break spaces are none. */
const SPACES = /[ \t\n\r\f\u200b]+/g;
const TRAILING = /[\s|]+$/u;
const SENTENCE_END = /[.!?…:;؟。"”»’)]\s*$/u;

/** The text of a node without its blocks parted: for titles and captions. */
export function textOf(node: AnyNode): string {
  if (isText(node)) return node.data;
  if (!isTag(node) || UNSEEN.has(node.name)) return "";
  return node.children.map(textOf).join("").replace(SPACES, " ").trim();
}
