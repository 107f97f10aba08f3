/** What lies outside the subset in, the nearest way that lies within it out. */
import { closest } from "../../../text/suggest.js";
import { LOGICAL_NAMES } from "./logical-properties.js";
import { PROPERTIES, PROPERTY_NAMES, propertyNamed } from "./properties.js";
import { PSEUDO_CLASSES } from "./pseudo-classes.js";
import { PSEUDO_ELEMENTS } from "./selectors.js";
import { SHORTHANDS } from "./shorthands.js";
import { AT_RULE_WAYS, PROPERTY_WAYS, SELECTOR_WAYS, UNIT_WAYS, VALUE_WAYS } from "./ways.js";

/** What to do instead of a property that paper does not know. */
export function hintForProperty(name: string): string {
  const way = PROPERTY_WAYS[name];
  if (way !== undefined) return way;
  const near = closest(name, [...PROPERTY_NAMES, ...LOGICAL_NAMES, ...Object.keys(SHORTHANDS)]);
  return near === null
    ? "templates/README.md lists the properties that the PDF reads"
    : `did you mean "${near}"?`;
}

export function hintForAtRule(name: string): string {
  const way = AT_RULE_WAYS[name.toLowerCase()];
  if (way !== undefined) return way;
  const near = closest(name, AT_RULES);
  return near === null
    ? "templates/README.md lists the at-rules that the PDF reads"
    : `did you mean "@${near}"?`;
}

const AT_RULES = ["page", "media", "supports", "layer", "font-face"] as const;

/** What to write instead of a declaration that `@page` cannot take. */
export function hintForPage(name: string): string {
  if (name === "size") return "size takes A4, letter and the like, landscape, or lengths";
  if (name === "margin" || name.startsWith("margin-")) return "the margins of a page take lengths";
  const near = closest(name, ["size", "margin", "background", "color", "font"]);
  return near === null
    ? "@page knows size, margin, background, color and the properties of fonts"
    : `did you mean "${near}"?`;
}

/** What to write instead of a margin box that no page has. */
export function hintForMarginBox(name: string, known: readonly string[]): string {
  const near = closest(name, known);
  return near === null ? `write one of ${known.join(", ")}` : `did you mean "@${near}"?`;
}

/** @param fault the part of a selector that cannot be matched */
export function hintForSelector(fault: string): string {
  const way = SELECTOR_WAYS[fault.replace("()", "").toLowerCase()];
  if (way !== undefined) return way;
  const isElement = fault.startsWith("::");
  const known = isElement
    ? PSEUDO_ELEMENTS.map((each) => `::${each}`)
    : PSEUDO_CLASSES.map((each) => `:${each.replace(/^:|\(\)/g, "")}`);
  const near = fault.startsWith(":") ? closest(fault.replace(/\(.*/s, ""), known) : null;
  return near ? `did you mean "${near}"?` : "give the element a class and match that";
}

/** @param missing the variable that has no value; undefined when they all have, but refer to each other */
export function hintForVariable(missing: string | undefined, known: Iterable<string>): string {
  if (missing === undefined) return "the variables refer to each other, or grow without end";
  const near = closest(missing, known);
  return near === null
    ? `set ${missing} in :root, or give it a fallback: var(${missing}, …)`
    : `did you mean "${near}"?`;
}

/** What to write instead of a value outside the subset. */
export function hintForValue(name: string, value: string): string {
  const text = value.toLowerCase();
  const unit = /(?<![\w-])[\d.]+([a-z]+)\b/g;
  const known = VALUE_WAYS.find((each) => each.property.test(name) && each.value.test(text));
  if (known) return known.way;
  for (const [, found = ""] of text.matchAll(unit)) {
    const way = UNIT_WAYS[found];
    if (way !== undefined) return way;
  }
  const property = propertyNamed(name);
  const { words = [] }: { words?: readonly string[] } = property ? PROPERTIES[property] : {};
  return hintForWords(name, text, words);
}

function hintForWords(name: string, text: string, words: readonly string[]): string {
  const near = closest(text, words);
  if (near !== null) return `did you mean "${near}"?`;
  return words.length > 0
    ? `${name} takes ${words.join(", ")}`
    : `templates/README.md says what "${name}" takes`;
}
