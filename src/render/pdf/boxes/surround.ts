/** An element and what stands around it in, what stands around its children out. */
import type { Element } from "domhandler";
import type { Cascade } from "../css/cascade.js";
import type { Style } from "../css/properties.js";
import type { Surroundings } from "./box-builder.js";
import { isInlineBlock } from "./display-level.js";

export function surround(element: Element, outer: Surroundings, cascade: Cascade): Surroundings {
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
  const around = isInlineBlock(style) ? [] : outer.decorations;
  return style.textDecorationLine.length > 0 ? [...around, style] : around;
}
