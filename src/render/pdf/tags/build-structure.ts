/**
 * The element tree, what its elements mean and where their content stands in, the structure tree
 * out. The order is that of the page as written, wherever its boxes are painted.
 */
import { type Element, isTag, isText } from "domhandler";
import type { Link } from "../pages/page.js";
import { attributesOf, type NamedElements } from "./attributes-of.js";
import type { Content, PlacedContent, Slot } from "./gather-content.js";
import type { HeadingLevels } from "./heading-levels.js";
import { finishList, listItem } from "./list-structure.js";
import type { Meanings } from "./meanings.js";
import { NodeBuilder } from "./node-builder.js";
import { isNoteLink } from "./role-of.js";
import type { LinkReference, StructureElement, StructureType } from "./structure.js";
import { finishTable } from "./table-structure.js";

export interface Sources {
  readonly meanings: Meanings;
  readonly content: Content;
  readonly links: ReadonlyMap<Element, readonly LinkReference[]>;
  readonly headings: HeadingLevels;
  readonly named: NamedElements;
}

export interface Structure {
  readonly root: StructureElement;
  /** The type that each element was given in the end. */
  readonly types: ReadonlyMap<Element, StructureType>;
}

export function buildStructure(body: Element, sources: Sources): Structure {
  const types = new Map<Element, StructureType>();
  const root = new NodeBuilder("Document");
  fill(body, root, sources, types);
  return { root: { type: "Document", attributes: {}, children: root.children }, types };
}

type Types = Map<Element, StructureType>;

function fill(element: Element, node: NodeBuilder, sources: Sources, types: Types): void {
  addSlot(element, "footnote-marker", node, sources);
  addSlot(element, "marker", node, sources);
  addSlot(element, "before", node, sources);
  for (const child of element.children) {
    if (isText(child)) addContent(sources.content.at(child), node);
    else if (isTag(child)) visit(child, node, sources, types);
  }
  addSlot(element, "after", node, sources);
  for (const link of sources.links.get(element) ?? []) node.add(link);
}

function visit(element: Element, outer: NodeBuilder, sources: Sources, types: Types): void {
  const meaning = sources.meanings.get(element);
  if (!meaning || meaning.isHidden) return;
  if (meaning.type === undefined) {
    fill(element, outer, sources, types);
    return;
  }
  const call = addCall(element, outer, sources);
  const node = new NodeBuilder(meaning.type);
  fill(element, node, sources, types);
  const finished = finish(element, node, meaning.language, sources);
  if (!finished) return;
  types.set(element, finished.type);
  if (isBare(finished)) for (const child of node.children) outer.add(child, undefined);
  else outer.add(asReference(finished, element), call ?? node.paragraph);
}

function asReference(link: StructureElement, element: Element): StructureElement {
  if (link.type !== "Link" || !isNoteLink(element)) return link;
  return { type: "Reference", attributes: {}, children: [link] };
}

/** The number in the text. @returns the block of text that it stands in */
function addCall(element: Element, outer: NodeBuilder, { content }: Sources): object | undefined {
  const placed = content.at(element, "footnote-call");
  const [first] = placed;
  if (!first) return undefined;
  const children = placed.map(({ reference }) => reference);
  // A call that its style leaves without words refers nobody to the note: the page does so itself.
  if (isUnseen(first)) addContent(placed, outer);
  else outer.add({ type: "Reference", attributes: {}, children }, first.paragraph);
  return first.paragraph;
}

function isUnseen({ piece }: PlacedContent): boolean {
  return piece?.piece.text === "\u200b";
}

/** A `div` of no meaning around one element is left out. */
function isBare({ type, attributes, children }: StructureElement): boolean {
  const [only] = children;
  return (
    type === "Div" &&
    children.length === 1 &&
    only !== undefined &&
    "type" in only &&
    Object.keys(attributes).length === 0
  );
}

/** @returns undefined for an element with nothing to read. */
function finish(
  element: Element,
  node: NodeBuilder,
  language: string | undefined,
  { content, headings, named }: Sources,
): StructureElement | undefined {
  const isCell = node.type === "TD" || node.type === "TH";
  if (node.isEmpty && !isCell) return undefined;
  const attributes = attributesOf(element, node.type, language, content, named);
  switch (node.type) {
    case "L":
      return finishList(node.children, attributes);
    case "LI":
    case "TOCI":
      return listItem(node.type, node.children, attributes);
    case "Table":
      return finishTable(node.children, attributes);
    case "H1":
    case "H2":
    case "H3":
    case "H4":
    case "H5":
    case "H6":
      return { type: headings.settle(node.type, element), attributes, children: node.children };
    default:
      return { type: node.type, attributes, children: node.finished() };
  }
}

function addSlot(element: Element, slot: Slot, node: NodeBuilder, { content }: Sources): void {
  const placed = content.at(element, slot);
  const isLabel = slot === "marker" || slot === "footnote-marker";
  if (isLabel && placed.length > 0) node.add(labelOf(placed));
  else addContent(placed, node);
}

/** A bullet or a number. */
function labelOf(placed: readonly PlacedContent[]): StructureElement {
  const children = placed.map(({ reference }) => reference);
  return { type: "Lbl", attributes: {}, children };
}

function addContent(placed: readonly PlacedContent[], node: NodeBuilder): void {
  for (const { reference, paragraph } of placed) node.add(reference, paragraph);
}

/** The annotations of each link, in the order of the pages. */
export function collectLinks(
  pages: readonly (readonly Link[])[],
): ReadonlyMap<Element, readonly LinkReference[]> {
  const links = new Map<Element, LinkReference[]>();
  pages.forEach((page, index) => {
    for (const link of page) {
      const known = links.get(link.element);
      const reference = { kind: "link" as const, page: index, link };
      if (known) known.push(reference);
      else links.set(link.element, [reference]);
    }
  });
  return links;
}
