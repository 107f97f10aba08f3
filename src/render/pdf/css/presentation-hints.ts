/** An element in; out come the attributes that are styles, weaker than any rule (SVG 2, 6.6; HTML Standard, 15.2). */

import type { Element } from "domhandler";
import { byWord } from "../by-word.js";
import { directionHints } from "./direction-hints.js";
import type { StyleDeclaration } from "./read-rule.js";

/** Those of drawings, and the few of HTML that are worth having. */
export function presentationHints(element: Element): readonly StyleDeclaration[] {
  const names = SVG_HINTS[element.name] ? SVG_PRESENTATION : NO_NAMES;
  const direction = directionHints(element);
  if (names.length + direction.length === 0) return NO_HINTS;
  const drawn = names.flatMap((name) => {
    const value = element.attribs[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return [...drawn, ...direction].map(([name, value]) => ({
    name,
    value,
    important: false,
    place: { quoted: `${name}="${value}"` },
  }));
}

const NO_NAMES: readonly string[] = [];
const NO_HINTS: readonly StyleDeclaration[] = [];
const SVG_PRESENTATION: readonly string[] = [
  "fill",
  "stroke",
  "stroke-width",
  "font-family",
  "font-size",
  "font-weight",
  "font-style",
  "text-anchor",
  "color",
  "letter-spacing",
  "fill-opacity",
  "fill-rule",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "stop-color",
  "dominant-baseline",
  "opacity",
  "visibility",
  "display",
];
const SVG_HINTS: Readonly<Record<string, true>> = byWord({
  svg: true,
  g: true,
  line: true,
  rect: true,
  circle: true,
  ellipse: true,
  path: true,
  polyline: true,
  polygon: true,
  text: true,
  tspan: true,
  use: true,
  symbol: true,
  stop: true,
});
