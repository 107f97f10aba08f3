/**
 * Children of one structure element in, one after another; out come they with paragraphs around
 * loose words, since elements that group others hold no words themselves (ISO 32000-1, 14.8.4.2).
 */
import type { StructureChild, StructureElement, StructureType } from "./structure.js";

export class NodeBuilder {
  readonly type: StructureType;
  readonly #children: (StructureElement | StructureChild)[] = [];
  /** The last child, while it is a paragraph made here and more of its words may come. */
  #open:
    | { readonly paragraph: object | undefined; readonly children: StructureChild[] }
    | undefined;
  #made: StructureElement | undefined;
  #paragraph: object | undefined;

  constructor(type: StructureType) {
    this.type = type;
  }

  get children(): readonly StructureChild[] {
    return this.#children;
  }

  get isEmpty(): boolean {
    return this.#children.length === 0;
  }

  /** The block of text that the first words stand in. */
  get paragraph(): object | undefined {
    return this.#paragraph;
  }

  /** @param paragraph the block of text that the child stands in */
  add(child: StructureChild, paragraph?: object): void {
    this.#paragraph ??= paragraph;
    const isJoined = isNote(child) && this.#open?.paragraph === paragraph;
    if (!groupsOthers(this.type) || !(isInline(child) || isJoined)) {
      this.#open = undefined;
      this.#children.push(child);
      return;
    }
    if (this.#open && this.#open.paragraph === paragraph) {
      this.#open.children.push(child);
      return;
    }
    const children = [child];
    this.#open = { paragraph, children };
    this.#made = { type: this.type === "TOCI" ? "Reference" : "P", attributes: {}, children };
    this.#children.push(this.#made);
  }

  /** A cell, a caption, the body of an item with one paragraph holds its words itself. */
  finished(): readonly StructureChild[] {
    const made = this.#children.length === 1 ? this.#made : undefined;
    const isLoose = made !== undefined && made === this.#children[0];
    return isLoose && HOLDS_WORDS.has(this.type) ? made.children : this.#children;
  }
}

/** Whether elements of this type hold paragraphs, not words. */
export function groupsOthers(type: StructureType): boolean {
  return GROUPING.has(type);
}

const GROUPING: ReadonlySet<StructureType> = new Set<StructureType>([
  "Document",
  "Part",
  "Sect",
  "Art",
  "Div",
  "BlockQuote",
  "Caption",
  "LBody",
  "LI",
  "Note",
  "TD",
  "TH",
  "TOCI",
]);

const HOLDS_WORDS: ReadonlySet<StructureType> = new Set<StructureType>([
  "Caption",
  "LBody",
  "LI",
  "Note",
  "TD",
  "TH",
]);

/** A note that is called in the middle of a paragraph does not end it. */
function isNote(child: StructureChild): boolean {
  return "type" in child && child.type === "Note";
}

/** Words, or an element that stands among words. */
function isInline(child: StructureChild): boolean {
  if (!("type" in child)) return true;
  return INLINE.has(child.type) && child.children.every(isInline);
}

const INLINE: ReadonlySet<StructureType> = new Set<StructureType>([
  "Span",
  "Em",
  "Strong",
  "Quote",
  "Code",
  "Link",
  "Reference",
]);
