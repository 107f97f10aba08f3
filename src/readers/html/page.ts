/** A tree of HTML to its page: the blocks of text, and the parts (block elements) that they stand in. */
import type { Document, Element, ParentNode } from "domhandler";
import { type Block, blocksOf } from "./blocks.js";

/** A block element, with what stands in it as ranges and counts: no question walks the tree again. */
export interface Part {
  /** Place among the parts, in document order. */
  readonly index: number;
  readonly name: string;
  readonly attributes: Element["attribs"];
  /** Class, id and the like in lower case: names parted by spaces, words in them by dashes. */
  readonly words: string;
  /** Null for the page itself. */
  readonly parent: Part | null;
  readonly children: Part[];
  /** Blocks from `first` to before `end` stand in it. */
  readonly first: number;
  end: number;
  /** How many of these stand in it. */
  readonly holds: Readonly<Counts>;
}

export type Counts = Record<
  "images" | "inputs" | "embeds" | "items" | "paragraphs" | "quotations",
  number
>;

export interface Page {
  /** In document order; the first is the page itself. */
  readonly parts: readonly Part[];
  readonly blocks: readonly Block[];
  /** The part that each block stands in. */
  readonly homes: readonly Part[];
}

const COUNTED: Readonly<Record<string, keyof Counts>> = {
  img: "images",
  picture: "images",
  "amp-img": "images",
  input: "inputs",
  textarea: "inputs",
  select: "inputs",
  iframe: "embeds",
  object: "embeds",
  embed: "embeds",
  li: "items",
  p: "paragraphs",
  blockquote: "quotations",
};

/** @param isSkipped whether an element is left out with everything in it */
export function readPage(document: Document, isSkipped: (element: Element) => boolean): Page {
  const seen: Counts = { images: 0, inputs: 0, embeds: 0, items: 0, paragraphs: 0, quotations: 0 };
  const root = openPart(0, "", {}, null, 0, seen);
  const parts = [root];
  const byElement = new Map<ParentNode, Part>([[document, root]]);
  let current = root;
  const blocks = blocksOf(document, {
    skips(element) {
      const counted = COUNTED[element.name];
      if (counted !== undefined) seen[counted] += 1;
      return isSkipped(element);
    },
    parts: isCustom,
    enter(element, first) {
      const { name, attribs } = element;
      const part = openPart(parts.length, name, attribs, current, first, seen);
      current.children.push(part);
      parts.push(part);
      byElement.set(element, part);
      current = part;
    },
    leave(_, end) {
      closePart(current, end, seen);
      current = current.parent ?? root;
    },
  });
  closePart(root, blocks.length, seen);
  const homes = blocks.map(({ element }) => byElement.get(element) ?? root);
  return { parts, blocks, homes };
}

/** Elements of a page's own making stand apart like a `<div>`, `<amp-sidebar>`; but not in a sentence. */
function isCustom({ name, parent }: Element): boolean {
  return (
    name.includes("-") && !(parent !== null && "name" in parent && IN_SENTENCE.has(parent.name))
  );
}

const IN_SENTENCE = new Set("p a span em i b strong h1 h2 h3 h4 h5 h6 li td".split(" "));

function openPart(
  index: number,
  name: string,
  attributes: Element["attribs"],
  parent: Part | null,
  first: number,
  seen: Counts,
): Part {
  const words = wordsOf(attributes);
  const holds = { ...seen };
  return { index, name, attributes, words, parent, children: [], first, end: first, holds };
}

function closePart(part: Part, end: number, seen: Counts): void {
  part.end = end;
  const holds: Counts = part.holds;
  for (const key of Object.keys(seen) as (keyof Counts)[]) holds[key] = seen[key] - holds[key];
}

/** The parts around a part, the nearest first. */
export function* around(part: Part): Generator<Part> {
  for (let outer = part.parent; outer !== null; outer = outer.parent) yield outer;
}

const MAX_NAMES = 400;

function wordsOf(attributes: Part["attributes"]): string {
  const { class: names = "", id = "" } = attributes;
  const component = attributes["data-component"] ?? attributes["data-module"] ?? "";
  if (names === "" && id === "" && component === "") return "";
  return `${names} ${id} ${component}`
    .slice(0, MAX_NAMES)
    .replace(/([a-z])(?=[A-Z])/g, "$1-")
    .replace(/_+/g, "-")
    .toLowerCase();
}
