/** What lies outside the subset in, the nearest way that lies within it out. */
import { closest } from "../../../text/suggest.js";
import { PROPERTY_NAMES } from "./properties.js";
import { PSEUDO_CLASSES } from "./pseudo-classes.js";
import { PSEUDO_ELEMENTS } from "./selectors.js";
import { SHORTHANDS } from "./shorthands.js";

/** What to do instead of a property that paper does not know. */
export function hintForProperty(name: string): string {
  const way = PROPERTY_WAYS[name];
  if (way !== undefined) return way;
  const near = closest(name, [...PROPERTY_NAMES, ...Object.keys(SHORTHANDS)]);
  return near === null
    ? "templates/README.md lists the properties that the PDF reads"
    : `did you mean "${near}"?`;
}

/** Properties of browsers that the PDF does not know, each with the nearest that it does. */
export const PROPERTY_WAYS: Readonly<Record<string, string>> = {
  animation: "set the look that the page should have on paper",
  "backdrop-filter": "use a background colour",
  "background-image": "use a background colour, or an <img> with alternative text",
  "box-shadow": "use a border",
  "clip-path": "use border-radius, or an <svg> picture",
  filter: "use colours that are right without it",
  float: "lay the parts side by side with display: flex",
  mask: "use an <svg> picture",
  "mix-blend-mode": "use a colour with an alpha value",
  "text-shadow": "use another colour or weight",
  "writing-mode": "turn a box with transform: rotate(90deg)",
  zoom: "use another font-size",
};

/** @param fault the part of a selector that cannot be matched */
export function hintForSelector(fault: string): string {
  const way = SELECTOR_WAYS[fault.replace("()", "").toLowerCase()];
  if (way !== undefined) return way;
  const name = /^:+([\w-]+)/.exec(fault)?.[1];
  const known = [...PSEUDO_CLASSES.map((each) => each.replace("()", "")), ...PSEUDO_ELEMENTS];
  const near = name && closest(name, known);
  return near ? `did you mean "${near}"?` : "give the element a class and match that";
}

/** Selectors of browsers that the PDF cannot match. */
export const SELECTOR_WAYS: Readonly<Record<string, string>> = {
  "::first-letter": "put the letter into a <span>",
  "::first-line": "put the words into a <span>",
  "::part": "give the element a class and match that",
  ":host": "paper has no shadow trees: match the element itself",
};
