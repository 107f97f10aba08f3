/** The element tree and its styles in, the box tree out (CSS Display 3, CSS Generated Content 3). */

import { type ChildNode, type Element, isTag, isText } from "domhandler";
import type { Cascade } from "../css/cascade.js";
import type { ComputedStyle } from "../css/compute-style.js";
import { formatCounter } from "../css/counter-style.js";
import type { Style } from "../css/properties.js";
import type { PseudoElement } from "../css/selectors.js";
import { NO_FILES, type ReadFile } from "../page/page-files.js";
import type { Report } from "../report.js";
import { beginWith } from "./begin-with.js";
import type { BlockBox, BlockContent, Box, InlineItem, InlineText, TextOrigin } from "./box.js";
import { buildFootnote } from "./build-footnote.js";
import { buildPicture } from "./build-picture.js";
import { buildTable } from "./build-table.js";
import type { GeneratedContent, GeneratedPart } from "./generated-content.js";
import { isFloated } from "./is-floated.js";
import { buildMarker } from "./list-marker.js";

/** What a box inherits besides its style. */
export interface Surroundings {
  readonly computed: ComputedStyle;
  readonly language: string;
  /** The nearest link's target, for the words in it. */
  readonly href: string | undefined;
  /** Styles of the elements that draw lines under, over or through the words. */
  readonly decorations: readonly Style[];
  readonly frames: OverlayFrames;
}

/** Where absolutely positioned boxes are collected, by what they count from (CSS 2, 10.1). */
export interface OverlayFrames {
  /** The nearest positioned element, or the first page. */
  readonly positioned: Box[];
  /** The nearest block: for a box that stays where it would have stood. */
  readonly nearest: Box[];
  /** Every page. */
  readonly page: Box[];
  /** The children of the nearest block: a float stands before the words around it. */
  readonly children: Box[];
}

/** The boxes of a page: its body, and what is laid over its pages. */
export interface BuiltPage {
  readonly body: BlockBox;
  /** Of a page's area: a box without borders. */
  readonly style: Style;
  /** Over the area inside the page's margins. */
  readonly firstPage: readonly Box[];
  readonly everyPage: readonly Box[];
}

/** Builds boxes for `element` and all in it. Passed on, so that table and block building can meet. */
export interface BoxBuilder {
  readonly cascade: Cascade;
  /** Pictures beside the page. */
  readonly files: ReadFile;
  readonly report: Report;
  readonly generated: GeneratedContent;
  /** @returns undefined for `display: none`. */
  build(element: Element, outer: Surroundings): Box | undefined;
  buildBlock(element: Element, inner: Surroundings): BlockBox;
  /** The words of a pseudo-element, as inline content. */
  buildPseudo(
    element: Element,
    pseudo: Exclude<PseudoElement, "marker">,
    inner: Surroundings,
  ): readonly InlineItem[];
  surround(element: Element, outer: Surroundings): Surroundings;
}

export function buildBoxes(
  root: Element,
  body: Element,
  cascade: Cascade,
  generated: GeneratedContent,
  report: Report,
  files: ReadFile = NO_FILES,
): BuiltPage {
  const computed = cascade.styleOf(root, undefined);
  const language = root.attribs.lang ?? "en";
  const firstPage: Box[] = [];
  const everyPage: Box[] = [];
  const frames = { positioned: firstPage, nearest: firstPage, page: everyPage, children: [] };
  const page = { computed, language, href: undefined, decorations: [], frames };
  const builder: BoxBuilder = {
    cascade,
    files,
    report,
    generated,
    build: (element, outer) => buildBox(element, outer, builder),
    buildBlock: (element, inner) => buildBlock(element, inner, builder),
    buildPseudo: (element, pseudo, inner) => {
      const items: InlineItem[] = [];
      addPseudo(element, pseudo, inner, builder, items);
      return items;
    },
    surround: (element, outer) => surround(element, outer, cascade),
  };
  const { style } = cascade.anonymousStyle(computed);
  const built = builder.buildBlock(body, builder.surround(body, page));
  return { body: built, style, firstPage, everyPage };
}

function surround(element: Element, outer: Surroundings, cascade: Cascade): Surroundings {
  const computed = cascade.styleOf(element, outer.computed);
  const { style } = computed;
  return {
    computed,
    language: element.attribs.lang ?? outer.language,
    href: element.name === "a" ? element.attribs.href : outer.href,
    decorations: decorationsOf(style, outer),
    frames: outer.frames,
  };
}

/** The same list for all words with the same lines, so that these run on under them. */
function decorationsOf(style: Style, outer: Surroundings): readonly Style[] {
  const around = INLINE_BLOCKS.has(style.display) ? [] : outer.decorations;
  return style.textDecorationLine.length > 0 ? [...around, style] : around;
}

function buildBox(element: Element, outer: Surroundings, builder: BoxBuilder): Box | undefined {
  const inner = builder.surround(element, outer);
  const { style } = inner.computed;
  if (style.display === "none") return undefined;
  if (isReplaced(element)) return buildPicture(element, inner, builder);
  if (style.display === "table") return buildTable(element, inner, builder);
  const container = CONTAINERS[style.display];
  if (container) return buildContainer(container, element, inner, builder);
  return buildBlock(element, inner, builder);
}

function buildBlock(element: Element, inner: Surroundings, builder: BoxBuilder): BlockBox {
  const { style } = inner.computed;
  const { content, overlays } = buildContent(element, inner, builder);
  const marker = style.display === "list-item" ? buildMarker(element, inner, builder) : undefined;
  const block = { kind: "block" as const, element, style, language: inner.language, overlays };
  const isInside = marker !== undefined && style.listStylePosition === "inside";
  if (!isInside) return { ...block, content, marker };
  const words = { ...textItem(`${marker.text} `, inner, element, "marker"), style: marker.style };
  const begun = beginWith([words], { ...block, content, marker: undefined });
  return begun ?? { ...block, content, marker };
}

const CONTAINERS: Readonly<Partial<Record<Style["display"], "flex" | "grid">>> = {
  flex: "flex",
  "inline-flex": "flex",
  grid: "grid",
  "inline-grid": "grid",
};

/** Each child is an item of its own; bare words become anonymous items (CSS Flexbox 4). */
function buildContainer(
  kind: "flex" | "grid",
  element: Element,
  inner: Surroundings,
  builder: BoxBuilder,
): Box {
  const { content, overlays } = buildContent(element, inner, builder, true);
  return {
    kind,
    element,
    style: inner.computed.style,
    language: inner.language,
    children: content.kind === "blocks" ? content.children : [],
    overlays,
  };
}

/**
 * Sorts an element's children into blocks and runs of inline content. Runs between blocks become
 * anonymous blocks; runs of nothing but white space become nothing.
 */
function buildContent(
  element: Element,
  surroundings: Surroundings,
  builder: BoxBuilder,
  everyChildIsBlock = false,
): { content: BlockContent; overlays: Box[] } {
  const children: Box[] = [];
  const overlays: Box[] = [];
  const inner = { ...surroundings, frames: framesWithin(surroundings, overlays, children) };
  let run: InlineItem[] = [];
  const endRun = () => {
    if (run.some(isVisible)) children.push(anonymousBlock(run, inner, builder.cascade));
    run = [];
  };
  const add = (child: ChildNode) => {
    if (isText(child)) run.push(textItem(child.data, inner, element, child));
    if (!isTag(child)) return;
    const { style } = builder.surround(child, inner).computed;
    if (style.display === "none") return;
    if (style.isFootnote === "yes") run.push(...buildFootnote(child, inner, builder));
    else if (style.runningName !== "") {
      endRun();
      pushDefined(children, buildRunning(child, style.runningName, inner, builder));
    } else if (isTakenOut(style) && !(everyChildIsBlock && isFloated(style))) {
      takeOut(style, builder.build(child, inner), inner.frames);
    } else if (everyChildIsBlock || isBlockLevel(child, inner, builder)) {
      endRun();
      pushDefined(children, builder.build(child, inner));
    } else run.push(...buildInline(child, inner, builder));
  };

  addPseudo(element, "before", inner, builder, run);
  for (const child of element.children) add(child);
  addPseudo(element, "after", inner, builder, run);
  if (children.length === 0 && !everyChildIsBlock) {
    return { content: { kind: "inline", items: run.some(isVisible) ? run : [] }, overlays };
  }
  endRun();
  return { content: { kind: "blocks", children }, overlays };
}

function framesWithin(
  { frames, computed: { style } }: Surroundings,
  own: Box[],
  children: Box[],
): OverlayFrames {
  const isPositioned = style.position !== "static" || style.transform.length > 0;
  const positioned = isPositioned ? own : frames.positioned;
  return { ...frames, nearest: own, positioned, children };
}

/** Does not stand among its neighbours: laid over something, or floating beside the text. */
function isTakenOut(style: Style): boolean {
  return style.position === "absolute" || style.position === "fixed" || isFloated(style);
}

function takeOut(style: Style, box: Box | undefined, frames: OverlayFrames): void {
  const isStatic = style.top === "auto" && style.bottom === "auto";
  if (style.position === "fixed") pushDefined(frames.page, box);
  else if (style.position === "absolute") {
    pushDefined(isStatic ? frames.nearest : frames.positioned, box);
  } else pushDefined(frames.children, box);
}

/** `::before` and `::after`: words in the line, or a box of its own laid over the element. */
function addPseudo(
  element: Element,
  pseudo: Exclude<PseudoElement, "marker">,
  inner: Surroundings,
  builder: BoxBuilder,
  run: InlineItem[],
): void {
  const computed = builder.cascade.pseudoStyleOf(element, pseudo, inner.computed);
  const parts = computed && builder.generated.partsOf(element, pseudo, computed.style);
  if (!computed || parts === undefined || computed.style.display === "none") return;
  const { style } = computed;
  const own = { ...inner, computed };
  const inline = { element: undefined, style };
  const items = parts.map((part) => generatedItem(part, own, element, pseudo));
  if (isTakenOut(style) || style.display !== "inline") {
    const content = { kind: "inline" as const, items: items.filter(isWritten) };
    const box: BlockBox = {
      kind: "block",
      element: undefined,
      style,
      language: inner.language,
      content,
      marker: undefined,
      overlays: [],
    };
    if (isTakenOut(style)) takeOut(style, box, inner.frames);
    else run.push({ kind: "atomic", box });
  } else run.push({ kind: "open", inline }, ...items, { kind: "close", inline });
}

/** An inline element and all in it, as a flat sequence. */
function buildInline(element: Element, outer: Surroundings, builder: BoxBuilder): InlineItem[] {
  if (element.name === "br") return [{ kind: "break" }];
  if (element.name === "wbr") return [textItem("\u200b", outer, element, "before")];
  const inner = builder.surround(element, outer);
  const { style } = inner.computed;
  if (style.display === "none") return [];
  if (style.isFootnote === "yes") return buildFootnote(element, outer, builder);
  if (isTakenOut(style)) {
    takeOut(style, builder.build(element, outer), outer.frames);
    return [];
  }
  const link = inner.href === undefined ? {} : { href: inner.href };
  if (isReplaced(element) || style.display !== "inline") {
    const box = builder.build(element, outer);
    return box ? [{ kind: "atomic", box, ...link }] : [];
  }
  const inline = { element, style };
  const items: InlineItem[] = [];
  addPseudo(element, "before", inner, builder, items);
  for (const child of element.children) {
    if (isText(child)) items.push(textItem(child.data, inner, element, child));
    else if (isTag(child)) items.push(...buildInline(child, inner, builder));
  }
  addPseudo(element, "after", inner, builder, items);
  return [{ kind: "open", inline }, ...items, { kind: "close", inline }];
}

function textItem(
  text: string,
  { computed, language, href, decorations }: Surroundings,
  element: Element,
  origin: TextOrigin,
): InlineText {
  const link = href === undefined ? {} : { href };
  const { style } = computed;
  return { kind: "text", text, style, language, element, decorations, origin, ...link };
}

/** Leaders and numbers of pages are words that are only settled on their page. */
function generatedItem(
  part: GeneratedPart,
  inner: Surroundings,
  element: Element,
  origin: TextOrigin,
): InlineItem {
  switch (part.kind) {
    case "text":
      return textItem(part.text, inner, element, origin);
    case "leader": {
      const item = textItem(LEADER, inner, element, origin);
      return { ...item, leader: part.pattern };
    }
    case "reference": {
      const { reference } = part;
      const room = reference.style === "decimal" ? "000" : formatCounter(88, reference.style);
      return { ...textItem(room, inner, element, origin), reference };
    }
  }
}

/** Stands for a leader while lines are broken: no line ends before it, and it is narrow. */
const LEADER = ".";

function isWritten(item: InlineItem): boolean {
  return item.kind !== "text" || item.text !== "";
}

/** An element for the margins of pages: an empty box marks where it stood (CSS GCPM 3, 1.3). */
function buildRunning(
  element: Element,
  name: string,
  inner: Surroundings,
  builder: BoxBuilder,
): Box | undefined {
  const box = builder.build(element, inner);
  return box && { ...anonymousBlock([], inner, builder.cascade), running: { name, box } };
}

function anonymousBlock(items: InlineItem[], inner: Surroundings, cascade: Cascade): BlockBox {
  return {
    kind: "block",
    element: undefined,
    style: { ...cascade.anonymousStyle(inner.computed).style, display: "block" },
    language: inner.language,
    content: { kind: "inline", items },
    marker: undefined,
    overlays: [],
  };
}

function isVisible(item: InlineItem): boolean {
  return item.kind === "text" ? /[^ \t\n\r\f]/.test(item.text) : BOXES_OF_THEIR_OWN[item.kind];
}

const BOXES_OF_THEIR_OWN = { atomic: true, break: true, open: false, close: false } as const;

function isReplaced(element: Element): boolean {
  return element.name === "svg" || element.name === "img";
}

/** An inline element that holds a block is treated as a block itself. */
function isBlockLevel(element: Element, outer: Surroundings, builder: BoxBuilder): boolean {
  const inner = builder.surround(element, outer);
  if (inner.computed.style.isFootnote === "yes") return false;
  if (!isInlineLevel(inner.computed.style)) return inner.computed.style.display !== "none";
  if (INLINE_BLOCKS.has(inner.computed.style.display) || isReplaced(element)) return false;
  return element.children.some((child) => isTag(child) && isBlockLevel(child, inner, builder));
}

/** Stand in a line like a letter, and hold what blocks hold. */
const INLINE_BLOCKS: ReadonlySet<Style["display"]> = new Set([
  "inline-block",
  "inline-flex",
  "inline-grid",
]);

function isInlineLevel(style: Style): boolean {
  return style.display === "inline" || INLINE_BLOCKS.has(style.display);
}

function pushDefined<Item>(list: Item[], item: Item | undefined): void {
  if (item !== undefined) list.push(item);
}
