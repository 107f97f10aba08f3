/** One declaration in, its longhands out: `margin: 0 5pt` -> the four margins. */
import { parseColor, parseNumber, splitList, splitWords } from "./values.js";

export interface Declaration {
  readonly name: string;
  readonly value: string;
}

const SIDES = ["top", "right", "bottom", "left"] as const;

/** @returns the declaration itself when its name is no shorthand; undefined when it cannot be read. */
export function expandShorthand(declaration: Declaration): readonly Declaration[] | undefined {
  const { name, value } = declaration;
  const expand = SHORTHANDS[name];
  if (!expand) return [declaration];
  if (!isCssWide(value)) return expand(value, name);
  // Whatever the shorthand stands for, all of it takes the keyword.
  return expand(name === "font" ? "1pt serif" : "0", name)?.map((each) => ({ ...each, value }));
}

/** The keywords that every property takes. */
export const CSS_WIDE_KEYWORDS: ReadonlySet<string> = new Set([
  "inherit",
  "initial",
  "unset",
  "revert",
]);

export function isCssWide(value: string): boolean {
  return CSS_WIDE_KEYWORDS.has(value.toLowerCase());
}

type Expand = (value: string, name: string) => readonly Declaration[] | undefined;

export const SHORTHANDS: Readonly<Record<string, Expand>> = {
  inset: (value) => fourSides(value, (side) => side),
  margin: (value) => fourSides(value, (side) => `margin-${side}`),
  padding: (value) => fourSides(value, (side) => `padding-${side}`),
  "border-width": (value) => fourSides(value, (side) => `border-${side}-width`),
  "border-style": (value) => fourSides(value, (side) => `border-${side}-style`),
  "border-color": (value) => fourSides(value, (side) => `border-${side}-color`),
  border: (value) => SIDES.flatMap((side) => expandBorder(value, `border-${side}`)),
  "border-top": expandBorder,
  "border-right": expandBorder,
  "border-bottom": expandBorder,
  "border-left": expandBorder,
  background: (value) => [{ name: "background-color", value }],
  font: expandFont,
  flex: expandFlex,
  gap: expandGap,
  "grid-gap": expandGap,
  "column-gap": expandColumnGap,
  columns: expandColumns,
  "column-rule": expandBorder,
  "flex-flow": expandFlexFlow,
  "place-items": (value) => pair(value, "align-items", "justify-items"),
  "place-self": (value) => pair(value, "align-self", "justify-self"),
  "grid-column": (value) => gridLines(value, ["grid-column-start", "grid-column-end"]),
  "grid-row": (value) => gridLines(value, ["grid-row-start", "grid-row-end"]),
  "grid-area": (value) =>
    gridLines(value, ["grid-row-start", "grid-column-start", "grid-row-end", "grid-column-end"]),
  "grid-template": expandGridTemplate,
  grid: expandGridTemplate,
  "place-content": (value) => pair(value, "align-content", "justify-content"),
  "list-style": (value) => [{ name: "list-style-type", value }],
  "text-decoration": (value) => [{ name: "text-decoration-line", value }],
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
};

function fourSides(
  value: string,
  nameOf: (side: string) => string,
): readonly Declaration[] | undefined {
  const [top, right = top, bottom = top, left = right, ...rest] = splitWords(value);
  if (top === undefined || rest.length > 0) return undefined;
  const values = { top, right, bottom, left };
  return SIDES.map((side) => ({ name: nameOf(side), value: values[side] ?? top }));
}

const BORDER_STYLES: ReadonlySet<string> = new Set(["none", "solid", "dashed", "dotted", "double"]);

function expandBorder(value: string, name: string): readonly Declaration[] {
  const words = splitWords(value);
  const style = words.find((word) => BORDER_STYLES.has(word));
  const color = words.find((word) => parseColor(word) !== undefined);
  const width = words.find((word) => word !== style && word !== color);
  return [
    { name: `${name}-width`, value: width ?? "medium" },
    { name: `${name}-style`, value: style ?? "none" },
    { name: `${name}-color`, value: color ?? "currentcolor" },
  ];
}

/** `[style] [weight] size[/line-height] families`, in that order. */
function expandFont(value: string): readonly Declaration[] | undefined {
  const words = splitWords(value.replace(/\s*\/\s*/g, "/"));
  const at = words.findIndex((word) => /^[\d.]+(?:[a-z]+|%)(?:\/|$)/i.test(word));
  const [size, lineHeight = "normal"] = words[at]?.split("/") ?? [];
  const family = words.slice(at + 1).join(" ");
  if (size === undefined || family === "") return undefined;
  const before = words.slice(0, at);
  const weight = before.find((word) => word === "bold" || parseNumber(word) !== undefined);
  const style = before.find((word) => word === "italic" || word === "oblique");
  return [
    { name: "font-style", value: style ?? "normal" },
    { name: "font-weight", value: weight ?? "normal" },
    { name: "font-variant-numeric", value: "normal" },
    { name: "font-size", value: size },
    { name: "line-height", value: lineHeight },
    { name: "font-family", value: splitList(family).join(",") },
  ];
}

/** `flex: 2`, `flex: 0 0 78pt`, `flex: auto`, `flex: none` (CSS Flexbox 7.1.1). */
function expandFlex(value: string): readonly Declaration[] | undefined {
  const words = { none: ["0", "0", "auto"], auto: ["1", "1", "auto"] }[value] ?? splitWords(value);
  const numbers = words.filter((word) => parseNumber(word) !== undefined);
  const basis = words.find((word) => parseNumber(word) === undefined);
  if (words.length > 3) return undefined;
  return [
    { name: "flex-grow", value: numbers[0] ?? "1" },
    { name: "flex-shrink", value: numbers[1] ?? "1" },
    { name: "flex-basis", value: basis ?? numbers[2] ?? "0" },
  ];
}

function expandFlexFlow(value: string): readonly Declaration[] {
  const words = splitWords(value);
  const isWrap = (word: string) => word.includes("wrap");
  return [
    { name: "flex-direction", value: words.find((word) => !isWrap(word)) ?? "row" },
    { name: "flex-wrap", value: words.find(isWrap) ?? "nowrap" },
  ];
}

/** `a / b`; a name that stands alone counts for the other sides too. */
function gridLines(value: string, names: readonly string[]): readonly Declaration[] | undefined {
  const lines = value.split("/").map((line) => line.trim());
  if (lines.length > names.length || lines.includes("")) return undefined;
  const values: string[] = [];
  return names.map((name, index) => {
    const opposite = values[index < 2 ? 0 : index - 2] ?? "auto";
    const value = lines[index] ?? (/^[a-z_-][\w-]*$/i.test(opposite) ? opposite : "auto");
    values.push(value);
    return { name, value };
  });
}

/** `rows / columns`, or areas by row, each with its height, then the columns. */
function expandGridTemplate(value: string): readonly Declaration[] | undefined {
  const [rows = "", columns = "none", ...rest] = value.split("/").map((part) => part.trim());
  if (rest.length > 0) return undefined;
  const words = splitWords(rows);
  const areas = words.filter((word) => /^["']/.test(word));
  if (areas.length === 0) {
    return [
      { name: "grid-template-rows", value: rows },
      { name: "grid-template-columns", value: columns },
      { name: "grid-template-areas", value: "none" },
    ];
  }
  const heights = words.flatMap((word, index) => {
    if (!/^["']/.test(word)) return [];
    const next = words[index + 1];
    return [next === undefined || /^["']/.test(next) ? "auto" : next];
  });
  return [
    { name: "grid-template-rows", value: heights.join(" ") },
    { name: "grid-template-columns", value: columns },
    { name: "grid-template-areas", value: areas.join(" ") },
  ];
}

/** One value for both longhands, or one for each. */
function pair(value: string, first: string, second: string): readonly Declaration[] | undefined {
  const [one, two = one, ...rest] = splitWords(value);
  if (one === undefined || two === undefined || rest.length > 0) return undefined;
  return [
    { name: first, value: one },
    { name: second, value: two },
  ];
}

function expandGap(value: string): readonly Declaration[] | undefined {
  const [row, column, ...rest] = pair(value, "row-gap", "column-gap") ?? [];
  return row && column && rest.length === 0 ? [row, ...expandColumnGap(column.value)] : undefined;
}

/** Columns of text tell `normal` from nothing; flex rows and grids do not. */
function expandColumnGap(value: string): readonly Declaration[] {
  return [
    { name: "column-gap", value },
    { name: "text-column-gap", value },
  ];
}

/** `columns: 2 12em`: a number and a width, in any order. */
function expandColumns(value: string): readonly Declaration[] | undefined {
  const words = splitWords(value).filter((word) => word !== "auto");
  const count = words.find((word) => parseNumber(word) !== undefined);
  const width = words.find((word) => word !== count);
  if (words.length > 2) return undefined;
  return [
    { name: "column-count", value: count ?? "auto" },
    { name: "column-width", value: width ?? "auto" },
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
