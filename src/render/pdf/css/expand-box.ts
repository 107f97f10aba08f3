/** Shorthands of boxes in, their longhands side by side out: margins, borders, backgrounds, columns. */
import type { Declaration } from "./shorthands.js";
import { parseColor, parseNumber, splitWords } from "./values.js";

type Longhands = readonly Declaration[] | undefined;

const SIDES = ["top", "right", "bottom", "left"] as const;

/** One to four values, clockwise from the top. */
export function fourSides(value: string, nameOf: (side: string) => string): Longhands {
  const [top, right = top, bottom = top, left = right, ...rest] = splitWords(value);
  if (top === undefined || rest.length > 0) return undefined;
  const values = { top, right, bottom, left };
  return SIDES.map((side) => ({ name: nameOf(side), value: values[side] ?? top }));
}

/** One to four radii, clockwise from the top left; corners are round alike across and down. */
export function fourCorners(value: string): Longhands {
  const [across = "", down = across, ...rest] = value.split("/").map((radii) => radii.trim());
  const [topLeft, topRight = topLeft, bottomRight = topLeft, bottomLeft = topRight, ...more] =
    splitWords(across);
  if (topLeft === undefined || down !== across || rest.length + more.length > 0) return undefined;
  return [
    { name: "border-top-left-radius", value: topLeft },
    { name: "border-top-right-radius", value: topRight ?? topLeft },
    { name: "border-bottom-right-radius", value: bottomRight ?? topLeft },
    { name: "border-bottom-left-radius", value: bottomLeft ?? topLeft },
  ];
}

/** One value for both longhands, or one for each. */
export function pair(value: string, first: string, second: string): Longhands {
  const [one, two = one, ...rest] = splitWords(value);
  if (one === undefined || two === undefined || rest.length > 0) return undefined;
  return [
    { name: first, value: one },
    { name: second, value: two },
  ];
}

/** `1pt solid red` for each of several sides. */
export function borders(value: string, sides: readonly string[]): Longhands {
  const expanded = sides.map((side) => expandLine(value, side));
  return expanded.every((each) => each !== undefined) ? expanded.flat() : undefined;
}

export function allBorders(value: string): Longhands {
  return borders(
    value,
    SIDES.map((side) => `border-${side}`),
  );
}

const LINE_STYLES = /^(?:none|hidden|solid|dashed|dotted|double|groove|ridge|inset|outset)$/i;

/** Width, style and colour in any order, for `border-top`, `column-rule` and their like. */
export function expandLine(value: string, name: string): Longhands {
  const words = splitWords(value);
  const style = words.find((word) => LINE_STYLES.test(word));
  const color = words.find((word) => parseColor(word) !== undefined);
  const widths = words.filter((word) => word !== style && word !== color);
  if (widths.length > 1) return undefined;
  return [
    { name: `${name}-width`, value: widths[0] ?? "medium" },
    { name: `${name}-style`, value: style ?? "none" },
    { name: `${name}-color`, value: color ?? "currentcolor" },
  ];
}

/** A colour, or `none`: paper has no pictures behind boxes. */
export function expandBackground(value: string): Longhands {
  const color = value.toLowerCase() === "none" ? "transparent" : value;
  return [{ name: "background-color", value: color }];
}

/** `flex: 2`, `flex: 0 0 78pt`, `flex: auto`, `flex: none` (CSS Flexbox 7.1.1). */
export function expandFlex(value: string): Longhands {
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

export function expandFlexFlow(value: string): Longhands {
  const words = splitWords(value);
  const isWrap = (word: string) => word.includes("wrap");
  return [
    { name: "flex-direction", value: words.find((word) => !isWrap(word)) ?? "row" },
    { name: "flex-wrap", value: words.find(isWrap) ?? "nowrap" },
  ];
}

export function expandGap(value: string): Longhands {
  const [row, column] = pair(value, "row-gap", "column-gap") ?? [];
  return row && column && [row, ...expandColumnGap(column.value)];
}

/** Columns of text tell `normal` from nothing; flex rows and grids do not. */
export function expandColumnGap(value: string): readonly Declaration[] {
  return [
    { name: "column-gap", value },
    { name: "text-column-gap", value },
  ];
}

/** `columns: 2 180pt`: a bare number is how many there are. */
export function expandColumns(value: string): Longhands {
  const words = splitWords(value).filter((word) => word !== "auto");
  const count = words.find((word) => parseNumber(word) !== undefined);
  const width = words.find((word) => word !== count);
  if (words.length > 2) return undefined;
  return [
    { name: "column-count", value: count ?? "auto" },
    { name: "column-width", value: width ?? "auto" },
  ];
}
