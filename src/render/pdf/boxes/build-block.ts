/** An element in, its block out: its children sorted into blocks and runs of words (CSS 2, 9.2.1). */
import { type Element, isTag, isText } from "domhandler";
import { anonymousBlock } from "./anonymous-block.js";
import { beginWith } from "./begin-with.js";
import type { BlockBox, BlockContent, Box, InlineItem } from "./box.js";
import type { BoxBuilder, Surroundings } from "./box-builder.js";
import { buildFootnote } from "./build-footnote.js";
import { buildInline, buildPseudo, textItem } from "./build-inline.js";
import { isBlockLevel } from "./display-level.js";
import { isFloated } from "./is-floated.js";
import { buildMarker } from "./list-marker.js";
import { framesWithin, isTakenOut, takeOut } from "./take-out.js";

export function buildBlock(element: Element, inner: Surroundings, builder: BoxBuilder): BlockBox {
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

/**
 * Runs of inline content between blocks become anonymous blocks; runs of nothing but white space
 * become nothing.
 */
export function buildContent(
  element: Element,
  surroundings: Surroundings,
  builder: BoxBuilder,
  everyChildIsBlock = false,
): { content: BlockContent; overlays: Box[] } {
  const children: Box[] = [];
  const overlays: Box[] = [];
  const inner = {
    ...surroundings,
    frames: framesWithin(surroundings, overlays, children, everyChildIsBlock),
  };
  let run: InlineItem[] = [];
  const endRun = () => {
    if (run.some(isVisible)) children.push(anonymousBlock(run, inner, builder.cascade));
    run = [];
  };
  run.push(...buildPseudo(element, "before", inner, builder));
  for (const child of element.children) {
    if (isText(child)) run.push(textItem(child.data, inner, element, child));
    if (!isTag(child)) continue;
    const built = buildChild(child, inner, builder, everyChildIsBlock);
    if (built.kind === "blocks") endRun();
    if (built.kind === "blocks") children.push(...built.children);
    else run.push(...built.items);
  }
  run.push(...buildPseudo(element, "after", inner, builder));
  if (children.length === 0 && !everyChildIsBlock) {
    return { content: { kind: "inline", items: run.some(isVisible) ? run : [] }, overlays };
  }
  endRun();
  return { content: { kind: "blocks", children }, overlays };
}

function buildChild(
  child: Element,
  inner: Surroundings,
  builder: BoxBuilder,
  everyChildIsBlock: boolean,
): BlockContent {
  const { style } = builder.surround(child, inner).computed;
  if (style.display === "none") return NOTHING;
  if (style.isFootnote === "yes") {
    return { kind: "inline", items: buildFootnote(child, inner, builder) };
  }
  if (style.runningName !== "") {
    return blocksOf(buildRunning(child, style.runningName, inner, builder));
  }
  if (isTakenOut(style) && !(everyChildIsBlock && isFloated(style))) {
    takeOut(builder.build(child, inner), inner, builder);
    return NOTHING;
  }
  if (everyChildIsBlock || isBlockLevel(child, inner, builder)) {
    return blocksOf(builder.build(child, inner));
  }
  return { kind: "inline", items: buildInline(child, inner, builder) };
}

const NOTHING: BlockContent = { kind: "inline", items: [] };

function blocksOf(box: Box | undefined): BlockContent {
  return { kind: "blocks", children: box ? [box] : [] };
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

function isVisible(item: InlineItem): boolean {
  return item.kind === "text" ? /[^ \t\n\r\f]/.test(item.text) : BOXES_OF_THEIR_OWN[item.kind];
}

const BOXES_OF_THEIR_OWN = { atomic: true, break: true, open: false, close: false } as const;
