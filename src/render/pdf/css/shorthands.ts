/** One declaration in, its longhands out: `margin: 0 5pt` -> the four margins. */
import { byWord } from "../by-word.js";
import {
  allBorders,
  borders,
  expandBackground,
  expandColumnGap,
  expandColumns,
  expandFlex,
  expandFlexFlow,
  expandGap,
  expandLine,
  fourCorners,
  fourSides,
  pair,
} from "./expand-box.js";
import { expandFont, expandFontVariant } from "./expand-font.js";
import { expandGridTemplate, gridLines } from "./expand-grid.js";
import { propertyNamed } from "./properties.js";
import { parseColor, splitWords } from "./values.js";

export interface Declaration {
  readonly name: string;
  readonly value: string;
}

/** @returns the declaration itself when its name is no shorthand; undefined when it cannot be read. */
export function expandShorthand(declaration: Declaration): readonly Declaration[] | undefined {
  const { name, value } = declaration;
  const expand = SHORTHANDS[name];
  if (!expand) return [declaration];
  if (!isCssWide(value)) return expand(value, name);
  // Whatever the shorthand stands for, all of it takes the keyword.
  return expand(SAMPLES[name] ?? "0", name)?.map((each) => ({ ...each, value }));
}

/** The keywords that every property takes. */
const CSS_WIDE_KEYWORDS: ReadonlySet<string> = new Set(["inherit", "initial", "unset", "revert"]);

export function isCssWide(value: string): boolean {
  return CSS_WIDE_KEYWORDS.has(value.toLowerCase());
}

/** What a shorthand can read, where that is not zero. */
const SAMPLES: Readonly<Record<string, string>> = byWord({
  font: "1pt serif",
  "font-variant": "normal",
  "list-style": "none",
  "text-decoration": "none",
});

type Expand = (value: string, name: string) => readonly Declaration[] | undefined;

export const SHORTHANDS: Readonly<Record<string, Expand>> = byWord({
  inset: (value) => fourSides(value, (side) => side),
  margin: (value) => fourSides(value, (side) => `margin-${side}`),
  padding: (value) => fourSides(value, (side) => `padding-${side}`),
  ...Object.fromEntries(
    ["margin", "padding", "inset"].flatMap((name) => [
      startAndEnd(`${name}-inline`, (end) => `${name}-inline-${end}`),
      startAndEnd(`${name}-block`, (end) => `${name}-block-${end}`),
    ]),
  ),
  ...Object.fromEntries(
    ["width", "style", "color"].flatMap((part): [string, Expand][] => [
      [`border-${part}`, (value) => fourSides(value, (side) => `border-${side}-${part}`)],
      startAndEnd(`border-inline-${part}`, (end) => `border-inline-${end}-${part}`),
      startAndEnd(`border-block-${part}`, (end) => `border-block-${end}-${part}`),
    ]),
  ),
  ...Object.fromEntries(
    [
      "top",
      "right",
      "bottom",
      "left",
      "inline-start",
      "inline-end",
      "block-start",
      "block-end",
    ].map((side): [string, Expand] => [`border-${side}`, expandLine]),
  ),
  border: allBorders,
  "border-radius": fourCorners,
  "border-inline": (value) => borders(value, ["border-inline-start", "border-inline-end"]),
  "border-block": (value) => borders(value, ["border-block-start", "border-block-end"]),
  background: expandBackground,
  font: expandFont,
  "font-variant": expandFontVariant,
  flex: expandFlex,
  "flex-flow": expandFlexFlow,
  gap: expandGap,
  "grid-gap": expandGap,
  "column-gap": expandColumnGap,
  columns: expandColumns,
  "column-rule": expandLine,
  "place-content": (value) => pair(value, "align-content", "justify-content"),
  "place-items": (value) => pair(value, "align-items", "justify-items"),
  "place-self": (value) => pair(value, "align-self", "justify-self"),
  "grid-column": (value) => gridLines(value, ["grid-column-start", "grid-column-end"]),
  "grid-row": (value) => gridLines(value, ["grid-row-start", "grid-row-end"]),
  "grid-area": (value) =>
    gridLines(value, ["grid-row-start", "grid-column-start", "grid-row-end", "grid-column-end"]),
  "grid-template": expandGridTemplate,
  grid: expandGridTemplate,
  "list-style": expandListStyle,
  "text-decoration": expandTextDecoration,
  "word-wrap": (value) => [{ name: "overflow-wrap", value }],
  // `auto` is the name of the page around: what inheriting means.
  page: (value) => [{ name: "page", value: value === "auto" ? "inherit" : value }],
  position: expandPosition,
  float: expandFloat,
  "break-before": (value) => [{ name: "break-before", value: pageBreak(value) }],
  "break-after": (value) => [{ name: "break-after", value: pageBreak(value) }],
  "page-break-before": (value) => [{ name: "break-before", value: pageBreak(value) }],
  "page-break-after": (value) => [{ name: "break-after", value: pageBreak(value) }],
  "page-break-inside": (value) => [{ name: "break-inside", value }],
});

function startAndEnd(name: string, nameOf: (end: string) => string): [string, Expand] {
  return [name, (value) => pair(value, nameOf("start"), nameOf("end"))];
}

/** Type, position and `none`, in any order. */
function expandListStyle(value: string): readonly Declaration[] {
  const words = splitWords(value);
  const position = words.find((word) => /^(?:inside|outside)$/i.test(word));
  const type = words.filter((word) => word !== position).join(" ");
  const longhands = [
    { name: "list-style-type", value: type === "" ? "disc" : type },
    { name: "list-style-position", value: position ?? "outside" },
  ];
  return position === undefined
    ? longhands.filter(({ name }) => propertyNamed(name) !== undefined)
    : longhands;
}

/** The line counts; what it is drawn with goes to the longhands that there are. */
function expandTextDecoration(value: string): readonly Declaration[] {
  const words = splitWords(value);
  const lines = words.filter((word) =>
    /^(?:none|underline|overline|line-through|blink)$/i.test(word),
  );
  const style = words.find((word) => /^(?:solid|double|dotted|dashed|wavy)$/i.test(word));
  const color = words.find((word) => parseColor(word) !== undefined);
  const rest = words.filter((word) => ![...lines, style, color].includes(word));
  const drawn = [
    { name: "text-decoration-style", value: style ?? "solid" },
    { name: "text-decoration-color", value: color ?? "currentcolor" },
    { name: "text-decoration-thickness", value: rest.join(" ") || "auto" },
  ];
  return [
    {
      name: "text-decoration-line",
      value: lines.join(" ") || (words.length === 0 ? value : "none"),
    },
    ...drawn.filter(({ name }) => propertyNamed(name) !== undefined),
  ];
}

/** `position: running(head)` takes the element out of the text, into the margins (CSS GCPM 3). */
function expandPosition(value: string): readonly Declaration[] {
  const name = /^running\(\s*([\w-]+)\s*\)$/.exec(value)?.[1];
  return [
    { name: "position", value: name === undefined ? value : "static" },
    { name: "running-name", value: name ?? "initial" },
  ];
}

function expandFloat(value: string): readonly Declaration[] {
  if (value === "footnote") return [{ name: "is-footnote", value: "yes" }];
  return [
    { name: "float", value },
    { name: "is-footnote", value: "no" },
  ];
}

function pageBreak(value: string): string {
  return value === "always" || value === "all" ? "page" : value;
}
