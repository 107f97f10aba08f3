/** An inline element, or the words of a pseudo-element, in; inline content as a flat sequence out (CSS Inline 3). */
import { type Element, isTag, isText } from "domhandler";
import { formatCounter } from "../css/counter-style.js";
import type { PseudoElement } from "../css/selectors.js";
import type { BlockBox, InlineItem, InlineText, TextOrigin } from "./box.js";
import type { BoxBuilder, Surroundings } from "./box-builder.js";
import { buildFootnote } from "./build-footnote.js";
import { isReplaced } from "./display-level.js";
import type { GeneratedPart } from "./generated-content.js";
import { isTakenOut, takeOut } from "./take-out.js";

/** An inline element and all in it, as a flat sequence. */
export function buildInline(
  element: Element,
  outer: Surroundings,
  builder: BoxBuilder,
): InlineItem[] {
  if (element.name === "br") return [{ kind: "break" }];
  if (element.name === "wbr") return [textItem("\u200b", outer, element, "before")];
  const inner = builder.surround(element, outer);
  const { style } = inner.computed;
  if (style.display === "none") return [];
  if (style.isFootnote === "yes") return buildFootnote(element, outer, builder);
  if (isTakenOut(style)) {
    takeOut(builder.build(element, outer), outer, builder);
    return [];
  }
  const link = inner.href === undefined ? {} : { href: inner.href };
  if (isReplaced(element) || style.display !== "inline") {
    const box = builder.build(element, outer);
    return box ? [{ kind: "atomic", box, ...link }] : [];
  }
  const inline = { element, style };
  const items: InlineItem[] = [...buildPseudo(element, "before", inner, builder)];
  for (const child of element.children) {
    if (isText(child)) items.push(textItem(child.data, inner, element, child));
    else if (isTag(child)) items.push(...buildInline(child, inner, builder));
  }
  items.push(...buildPseudo(element, "after", inner, builder));
  return [{ kind: "open", inline }, ...items, { kind: "close", inline }];
}

/** `::before` and `::after`: words in the line, or a box of its own laid over the element. */
export function buildPseudo(
  element: Element,
  pseudo: Exclude<PseudoElement, "marker">,
  inner: Surroundings,
  builder: BoxBuilder,
): readonly InlineItem[] {
  const computed = builder.cascade.pseudoStyleOf(element, pseudo, inner.computed);
  const parts = computed && builder.generated.partsOf(element, pseudo, computed.style);
  if (!computed || parts === undefined || computed.style.display === "none") return [];
  const { style } = computed;
  const own = { ...inner, computed };
  const items = parts.map((part) => generatedItem(part, own, element, pseudo));
  if (isTakenOut(style)) {
    takeOut(boxAround(items, own), inner, builder);
    return [];
  }
  if (style.display !== "inline") return [{ kind: "atomic", box: boxAround(items, own) }];
  const inline = { element: undefined, style };
  return [{ kind: "open", inline }, ...items, { kind: "close", inline }];
}

function boxAround(items: readonly InlineItem[], { computed, language }: Surroundings): BlockBox {
  return {
    kind: "block",
    element: undefined,
    style: computed.style,
    language,
    content: { kind: "inline", items: items.filter(isWritten) },
    marker: undefined,
    overlays: [],
  };
}

function isWritten(item: InlineItem): boolean {
  return item.kind !== "text" || item.text !== "";
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

export function textItem(
  text: string,
  { computed, language, href, decorations }: Surroundings,
  element: Element,
  origin: TextOrigin,
): InlineText {
  const link = href === undefined ? {} : { href };
  const { style } = computed;
  return { kind: "text", text, style, language, element, decorations, origin, ...link };
}
