/** The words that no one wrote into the page: `content`, bullets and list numbers. */
import { type Element, isTag } from "domhandler";
import type { Style } from "../css/properties.js";

/** @returns undefined when there is to be no box at all. */
export function generatedText(style: Style): string | undefined {
  if (style.content === "normal") return undefined;
  return style.content.map((part) => (part.kind === "text" ? part.text : "")).join("");
}

/** A list item's marker, or undefined. */
export function markerOf(item: Element, style: Style): string | undefined {
  switch (style.listStyleType) {
    case "none":
      return undefined;
    case "disc":
      return "•";
    case "decimal":
      return `${numberOf(item)}.`;
  }
}

/** `<ol start>` and `<li value>` count as in HTML. */
function numberOf(item: Element): number {
  const list = item.parent && isTag(item.parent) ? item.parent : undefined;
  let number = Number(list?.attribs.start ?? 1) - 1;
  for (const sibling of list?.children ?? []) {
    if (!isTag(sibling) || sibling.name !== "li") continue;
    number = sibling.attribs.value === undefined ? number + 1 : Number(sibling.attribs.value);
    if (sibling === item) break;
  }
  return number;
}
