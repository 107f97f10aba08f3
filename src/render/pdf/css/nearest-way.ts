/** What lies outside the subset in, the nearest way that lies within it out. */
import { closest } from "../../../text/suggest.js";
import { LOGICAL_NAMES } from "./logical-properties.js";
import { PROPERTIES, PROPERTY_NAMES, propertyNamed } from "./properties.js";
import { PSEUDO_CLASSES } from "./pseudo-classes.js";
import { PSEUDO_ELEMENTS } from "./selectors.js";
import { SHORTHANDS } from "./shorthands.js";

/** What to do instead of a property that paper does not know. */
export function hintForProperty(name: string): string {
  const way = PROPERTY_WAYS[name];
  if (way !== undefined) return way;
  const near = closest(name, [...PROPERTY_NAMES, ...LOGICAL_NAMES, ...Object.keys(SHORTHANDS)]);
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
  mask: "use an <svg> picture",
  "mix-blend-mode": "use a colour with an alpha value",
  "text-shadow": "use another colour or weight",
  "writing-mode": "turn a box with transform: rotate(90deg)",
  zoom: "use another font-size",
};

export function hintForAtRule(name: string): string {
  return (
    AT_RULE_WAYS[name.toLowerCase()] ?? "templates/README.md lists the at-rules that the PDF reads"
  );
}

/** At-rules of browsers that the PDF does not read. */
export const AT_RULE_WAYS: Readonly<Record<string, string>> = {
  import: 'put the rules into this file, or link the other one with <link rel="stylesheet">',
  container: "ask for the width of the paper with @media (min-width: …)",
  "counter-style": "use list-style-type, or content with counter() in ::marker",
  property: "set the custom property in :root",
  scope: "put the selectors in front of the rules",
  "font-feature-values": "use font-feature-settings",
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
  const words = VALUE_WAYS.find(([property, pattern]) => property.test(name) && pattern.test(text));
  if (words) return words[2];
  for (const [, found = ""] of text.matchAll(unit)) {
    const way = UNIT_WAYS[found];
    if (way !== undefined) return way;
  }
  const takes = PROPERTIES[propertyNamed(name) ?? "content"];
  return hintForWords(name, text, "words" in takes ? (takes.words as readonly string[]) : []);
}

function hintForWords(name: string, text: string, words: readonly string[]): string {
  const near = closest(text, words);
  if (near !== null) return `did you mean "${near}"?`;
  return words.length > 0
    ? `${name} takes ${words.join(", ")}`
    : `templates/README.md says what "${name}" takes`;
}

/** Units of screens. */
export const UNIT_WAYS: Readonly<Record<string, string>> = Object.fromEntries([
  ...["vw", "vh", "vi", "vb", "vmin", "vmax", "dvh", "dvw", "svh", "svw", "lvh", "lvw"].map(
    (unit) => [unit, "paper has no viewport: use % of the box around it, or mm"],
  ),
  ...["cqw", "cqh", "cqi", "cqb"].map((unit) => [unit, "use % of the box around it, or mm"]),
  ...["lh", "rlh", "cap", "ic"].map((unit) => [unit, "use em"]),
]);

/** Values of browsers: for which property, what is written, and what to write instead. */
export const VALUE_WAYS: readonly (readonly [property: RegExp, value: RegExp, way: string])[] = [
  [
    /^position$/,
    /sticky/,
    "leave it out: the heads of tables come again on every page by themselves",
  ],
  [/^display$/, /contents/, "leave the element out of the template"],
  [/^display$/, /inline-(?:flex|grid|table)/, "use inline-block, with the flex box in it"],
  [/^display$/, /flow-root/, "use block"],
  [/./, /gradient\(/, "use one colour"],
  [/^background/, /url\(/, "use an <img> with alternative text; background takes a colour"],
  [/./, /color-mix\(|color\(/, "write the colour out, for instance with oklch()"],
  [/./, /attr\(/, "attr() stands in content alone; write the value into the style attribute"],
  [/./, /env\(/, "paper has no environment: write the value out"],
  [
    /./,
    /(?:min|max|clamp)\(/,
    "use min-width or max-width: a share and a length cannot be compared here",
  ],
  [/./, /(?:round|mod|rem|abs|sign|sin|cos|tan|pow|sqrt|hypot)\(/, "write the result out"],
];
