/** `@page` in, the paper, its margins and its margin boxes out (CSS Paged Media 3). */
import type { Element } from "domhandler";
import type { Cascade } from "../css/cascade.js";
import type { ComputedStyle } from "../css/compute-style.js";
import type { ContentPart, Style } from "../css/properties.js";
import type { StyleDeclaration, StyleSheet } from "../css/read-stylesheet.js";
import { expandShorthand } from "../css/shorthands.js";
import { parseLength, splitWords } from "../css/values.js";
import type { Edges } from "../layout/edges.js";
import type { Report } from "../report.js";

/** Lengths in pt. */
export interface PageStyle {
  readonly width: number;
  readonly height: number;
  readonly margins: Edges;
  /** What the margins leave for the text. */
  readonly column: { readonly width: number; readonly height: number };
  readonly marginBoxes: readonly MarginBox[];
}

export interface MarginBox {
  readonly edge: "top" | "bottom";
  readonly place: "left" | "center" | "right";
  readonly content: readonly ContentPart[];
  readonly style: Style;
}

/** @param root whose style margin boxes inherit */
export function readPageStyle(
  sheets: readonly StyleSheet[],
  cascade: Cascade,
  root: Element,
  report: Report,
): PageStyle {
  const rules = sheets.flatMap((sheet) => sheet.pageRules);
  const parent = cascade.styleOf(root, undefined);
  let sheet: Sheet = { size: PAPER.a4, margins: DEFAULT_MARGINS };
  for (const declaration of rules.flatMap((rule) => rule.declarations)) {
    const changed = applyDeclaration(sheet, declaration);
    if (changed) sheet = changed;
    else complain(declaration, report);
  }
  const { margins } = sheet;
  const boxes = new Map<string, readonly StyleDeclaration[]>();
  for (const [name, declarations] of rules.flatMap((rule) => [...rule.marginBoxes])) {
    boxes.set(name, [...(boxes.get(name) ?? []), ...declarations]);
  }
  const [width, height] = sheet.size;
  const marginBoxes = [...boxes].flatMap(([name, declarations]) =>
    readMarginBox(name, declarations, cascade, parent, report),
  );
  const column = {
    width: Math.max(1, width - margins.left - margins.right),
    height: Math.max(1, height - margins.top - margins.bottom),
  };
  return { width, height, margins, column, marginBoxes };
}

type Size = readonly [width: number, height: number];

interface Sheet {
  readonly size: Size;
  readonly margins: Edges;
}

/** ISO 216 and ANSI; pt. */
const PAPER = {
  a3: [841.89, 1190.55],
  a4: [595.28, 841.89],
  a5: [419.53, 595.28],
  letter: [612, 792],
  legal: [612, 1008],
} as const satisfies Record<string, Size>;

/** pt; 20 mm. */
const DEFAULT_MARGINS: Edges = { top: 56.7, right: 56.7, bottom: 56.7, left: 56.7 };

/** @returns undefined when the declaration cannot be read. */
function applyDeclaration(sheet: Sheet, declaration: StyleDeclaration): Sheet | undefined {
  if (declaration.name === "size") {
    const size = readSize(declaration.value);
    return size && { ...sheet, size };
  }
  const longhands = expandShorthand(declaration) ?? [];
  const widths = longhands.flatMap(({ name, value }) => {
    const side = /^margin-(top|right|bottom|left)$/.exec(name)?.[1];
    const width = parseLength(value, PAGE_CONTEXT);
    return side === undefined || width === undefined ? [] : [[side, width] as const];
  });
  if (widths.length === 0 || widths.length < longhands.length) return undefined;
  return { ...sheet, margins: { ...sheet.margins, ...Object.fromEntries(widths) } };
}

/** `em` has no element to refer to here. */
const PAGE_CONTEXT = { fontSize: 12, rootFontSize: 12 };

/** `A4`, `A4 landscape`, `210mm 297mm`. */
function readSize(value: string): Size | undefined {
  const words = splitWords(value.toLowerCase());
  const lengths = words.flatMap((word) => parseLength(word, PAGE_CONTEXT) ?? []);
  const [first, second = first] = lengths;
  if (first !== undefined && second !== undefined && lengths.length === words.length) {
    return [first, second];
  }
  const paper = Object.entries(PAPER).find(([name]) => words.includes(name))?.[1];
  const isLandscape = words.includes("landscape");
  if (!paper) return undefined;
  return isLandscape ? [paper[1], paper[0]] : paper;
}

function readMarginBox(
  name: string,
  declarations: readonly StyleDeclaration[],
  cascade: Cascade,
  parent: ComputedStyle,
  report: Report,
): MarginBox[] {
  const match = /^(top|bottom)-(left|center|right)$/.exec(name);
  const edge = match?.[1] === "top" ? "top" : "bottom";
  const place = match?.[2];
  if (place !== "left" && place !== "center" && place !== "right") {
    report(
      "unsupported-margin-box",
      `the PDF has no margin box "@${name}"`,
      declarations[0]?.place,
      "use the left, center or right one at the top or bottom",
    );
    return [];
  }
  const { style } = cascade.styleFrom(declarations, parent);
  return style.content === "normal" ? [] : [{ edge, place, content: style.content, style }];
}

function complain(declaration: StyleDeclaration, report: Report): void {
  report(
    "unsupported-page-property",
    `the PDF cannot read "${declaration.name}: ${declaration.value}" in @page`,
    declaration.place,
    "@page knows size and margin",
  );
}
