/** A tree of HTML to its blocks of text in reading order: one per paragraph, heading, list item or table row. */
import { type AnyNode, type Element, isTag, isText, type ParentNode } from "domhandler";

export interface Block {
  /** White space runs made one space; no-break spaces stay. Never empty. */
  readonly text: string;
  /** The nearest block element around the text. */
  readonly element: ParentNode;
  /** Code units of `text` that stand in links. */
  readonly linked: number;
  /** Where its first link leads, as written; null without one. */
  readonly href: string | null;
}

/** Who watches a walk; block elements come with the number of blocks before them. */
export interface Visitor {
  /** Whether an element is left out with everything in it. */
  readonly skips?: (element: Element) => boolean;
  /** Whether the text of an inline element is a block of its own. */
  readonly parts?: (element: Element) => boolean;
  readonly enter?: (element: Element, blocks: number) => void;
  readonly leave?: (element: Element, blocks: number) => void;
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

/** Walks the tree once. */
export function blocksOf(root: ParentNode, visitor: Visitor = {}): Block[] {
  const writer = new BlockWriter(root);
  walk(root, writer, visitor);
  writer.close();
  return writer.blocks;
}

function walk(parent: ParentNode, writer: BlockWriter, visitor: Visitor): void {
  for (const node of parent.children) {
    if (isText(node)) writer.write(node.data);
    else if (isTag(node)) visit(node, writer, visitor);
  }
}

function visit(element: Element, writer: BlockWriter, visitor: Visitor): void {
  const { name } = element;
  if (visitor.skips?.(element) || UNSEEN.has(name)) return;
  if (name === "br") {
    writer.breakLine();
    return;
  }
  if (name === "a") writer.openLink(element.attribs.href ?? null);
  const isPart = BLOCKS.has(name) || isLayoutCell(element) || visitor.parts?.(element);
  if (isPart) {
    const outer = writer.enter(element);
    visitor.enter?.(element, writer.blocks.length);
    walk(element, writer, visitor);
    writer.enter(outer);
    visitor.leave?.(element, writer.blocks.length);
  } else {
    if (CELLS.has(name)) writer.bar();
    walk(element, writer, visitor);
  }
  if (name === "a") writer.closeLink();
}

/** A cell with paragraphs in it is a column of the page, not a field of a table. */
function isLayoutCell({ name, children }: Element): boolean {
  if (!CELLS.has(name)) return false;
  let breaks = 0;
  for (const child of children) {
    if (!isTag(child)) continue;
    if (BLOCKS.has(child.name)) return true;
    if (child.name === "br") breaks += 1;
  }
  return breaks >= MIN_BREAKS;
}

const MIN_BREAKS = 2;

/** The text grows by appending alone, and is looked at through its tail: blocks may be megabytes. */
class BlockWriter {
  readonly blocks: Block[] = [];
  /** Links that are open. */
  private links = 0;
  private target: string | null = null;
  private text = "";
  private tail = "";
  private linked = 0;
  private href: string | null = null;
  private breaks = 0;

  constructor(private element: ParentNode) {}

  write(data: string): void {
    const text = data.replace(SPACES, " ");
    if (this.breaks > 0 && text !== " " && text.trim() !== "") {
      if (this.text !== "") this.append(" ");
      this.breaks = 0;
    }
    const doubled = (this.text === "" || this.tail.endsWith(" ")) && text.startsWith(" ");
    const added = doubled ? text.slice(1) : text;
    this.append(added);
    if (this.links === 0) return;
    this.linked += added.length;
    if (added.trim() !== "") this.href ??= this.target;
  }

  openLink(target: string | null): void {
    this.links += 1;
    this.target = target;
  }

  closeLink(): void {
    this.links -= 1;
  }

  /** One break is a space; two end the paragraph, as does one after a full stop. */
  breakLine(): void {
    this.breaks += 1;
    if (this.breaks > 1 || SENTENCE_END.test(this.tail)) this.close();
  }

  /** Bars in a row are one. */
  bar(): void {
    if (this.text !== "" && !this.tail.endsWith(CELL_BAR)) this.append(CELL_BAR);
  }

  /** Ends the block and goes on in another element. @returns the element before */
  enter(element: ParentNode): ParentNode {
    this.close();
    const before = this.element;
    this.element = element;
    return before;
  }

  close(): void {
    const text = trimmed(this.text);
    if (text !== "") {
      const linked = Math.min(this.linked, text.length);
      this.blocks.push({ text, element: this.element, linked, href: this.href });
    }
    this.text = "";
    this.tail = "";
    this.linked = 0;
    this.href = null;
    this.breaks = 0;
  }

  private append(added: string): void {
    this.text += added;
    this.tail = added.length >= TAIL ? added.slice(-TAIL) : (this.tail + added).slice(-TAIL);
  }
}

const TAIL = 8;

/** Without white space around it and bars behind it. */
function trimmed(text: string): string {
  let end = text.length;
  while (end > 0 && SPACE_OR_BAR.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end).trimStart();
}

const SPACE_OR_BAR = /[\s|]/;
/** White space of HTML: no-break spaces are none. */
const SPACES = /[ \t\n\r\f\u200b]+/g;
const SENTENCE_END = /[.!?…:;؟。"”»’)]\s*$/u;

/** The text of a node without its blocks parted: for titles and captions. */
export function textOf(node: AnyNode): string {
  if (isText(node)) return node.data;
  if (!isTag(node) || UNSEEN.has(node.name)) return "";
  return node.children.map(textOf).join("").replace(SPACES, " ").trim();
}
