/** `@page` in, the paper, its margins and what stands in them out (CSS Paged Media 3). */
import type { Element } from "domhandler";
import type { Cascade } from "../css/cascade.js";
import type { ComputedStyle } from "../css/compute-style.js";
import type { PaperSize } from "../css/media-query.js";
import { hintForMarginBox, hintForPage, hintForVariable } from "../css/nearest-way.js";
import { parsePaper, USUAL_PAPER } from "../css/paper-size.js";
import type { Style } from "../css/properties.js";
import type { StyleDeclaration } from "../css/read-rule.js";
import type { StyleSheet } from "../css/read-stylesheet.js";
import { expandShorthand } from "../css/shorthands.js";
import { parseLength } from "../css/values.js";
import { fillIn, namesIn, resolveVariables, type Variables } from "../css/variables.js";
import type { Edges } from "../layout/edges.js";
import { remember } from "../remember.js";
import type { Report } from "../report.js";
import { MARGIN_BOXES, type MarginBox, marginBoxNamed } from "./margin-boxes.js";
import { indexPageRules, type PageKind, type PageRules } from "./page-rules.js";

/** Lengths in pt. */
export interface PageStyle {
  readonly width: number;
  readonly height: number;
  readonly margins: Edges;
  /** What the margins leave for the text. */
  readonly column: { readonly width: number; readonly height: number };
  readonly marginBoxes: readonly MarginBox[];
  /** Of the page itself: its background, and what its margin boxes inherit. */
  readonly style: Style;
  /** Of the room that footnotes stand in. */
  readonly footnotes: Style;
}

/** How pages look, kind by kind. */
export interface Paper {
  styleOf(kind: PageKind): PageStyle;
  /** That of a page with nothing special about it: the text is laid out to its column. */
  readonly usual: PageStyle;
  /** The same for pages with a name. */
  named(name: string): PageStyle;
  /** A book opens on its right page, in right-to-left scripts on its left one. */
  readonly firstSide: "left" | "right";
}

/** @param root whose style the page inherits */
export function readPaper(
  sheets: readonly StyleSheet[],
  cascade: Cascade,
  root: Element,
  report: Report,
): Paper {
  const rules = indexPageRules(
    sheets.flatMap((sheet) => sheet.pageRules),
    report,
  );
  const parent = cascade.styleOf(root, undefined);
  const known = new Map<string, PageStyle>();
  const styleOf = (kind: PageKind) =>
    remember(known, JSON.stringify(kind), () =>
      readPageStyle(rules, kind, cascade, parent, report),
    );
  const firstSide = parent.style.direction === "rtl" ? "left" : "right";
  const named = (name: string) => styleOf({ name, isFirst: false, side: "right", isBlank: false });
  const paper = { styleOf, usual: named(""), named, firstSide } as const;
  reportOtherWidths(paper, rules.names, report);
  return paper;
}

/** The text is broken into lines once, for the column that most of its pages have. */
function reportOtherWidths(
  paper: Pick<Paper, "styleOf" | "named">,
  names: readonly string[],
  report: Report,
): void {
  for (const name of ["", ...names]) {
    const { width } = paper.named(name).column;
    for (const isFirst of [false, true]) {
      for (const side of ["left", "right"] as const) {
        const { column } = paper.styleOf({ name, isFirst, side, isBlank: false });
        if (Math.abs(column.width - width) < NOTICEABLE) continue;
        report(
          "page-width",
          `some pages have a column of ${round(column.width)} pt, the text is set to ${round(width)} pt`,
          undefined,
          "give :first, :left and :right margins that leave the same width, or the text a page name",
        );
      }
    }
  }
}

/** pt. */
const NOTICEABLE = 0.5;

function round(length: number): number {
  return Math.round(length * 10) / 10;
}

function readPageStyle(
  rules: PageRules,
  kind: PageKind,
  cascade: Cascade,
  root: ComputedStyle,
  report: Report,
): PageStyle {
  let sheet: Sheet = { size: USUAL_PAPER, margins: DEFAULT_MARGINS };
  const own: StyleDeclaration[] = [];
  const written = rules.declarationsFor(kind);
  const variables = pageVariables(written, root.customProperties);
  for (const declaration of written.map((each) => fillDeclaration(each, variables))) {
    const changed = applyDeclaration(sheet, declaration);
    if (changed) sheet = changed;
    else if (PAGE_PROPERTIES.test(declaration.name)) own.push(declaration);
    else complain(declaration, variables, report);
  }
  const page = cascade.styleFrom(own, root);
  const boxes = rules.boxesFor(kind);
  const { margins } = sheet;
  const { width, height } = sheet.size;
  return {
    width,
    height,
    margins,
    column: {
      width: Math.max(1, width - margins.left - margins.right),
      height: Math.max(1, height - margins.top - margins.bottom),
    },
    marginBoxes: [...boxes].flatMap(([name, declarations]) =>
      name === "footnote" ? [] : readMarginBox(name, declarations, cascade, page, report),
    ),
    style: page.style,
    footnotes: cascade.styleFrom([...FOOTNOTES, ...(boxes.get("footnote") ?? [])], page).style,
  };
}

interface Sheet {
  readonly size: PaperSize;
  readonly margins: Edges;
}

/** pt; 20 mm. */
const DEFAULT_MARGINS: Edges = { top: 56.7, right: 56.7, bottom: 56.7, left: 56.7 };

/** What margin boxes inherit from their page, and what the page itself shows. */
const PAGE_PROPERTIES = /^(?:background|color$|font|line-height$|letter-spacing$|direction$|--)/;

/** Those of the root hold, and those that the page sets itself. */
function pageVariables(written: readonly StyleDeclaration[], inherited: Variables): Variables {
  const custom = written.filter(({ name }) => name.startsWith("--"));
  if (custom.length === 0) return inherited;
  return resolveVariables(
    custom.map(({ name, value }) => ({ name, text: value })),
    inherited,
  );
}

/** @returns the same declaration when a variable of it is missing, or it has none */
function fillDeclaration(declaration: StyleDeclaration, variables: Variables): StyleDeclaration {
  const { name, value } = declaration;
  if (name.startsWith("--") || namesIn(value).length === 0) return declaration;
  const filled = fillIn(value, (variable) => variables.get(variable));
  return filled === undefined ? declaration : { ...declaration, value: filled.trim() };
}

/** @returns undefined when the declaration is not one of paper and margins. */
function applyDeclaration(sheet: Sheet, declaration: StyleDeclaration): Sheet | undefined {
  if (declaration.name === "size") {
    const size = parsePaper(declaration.value);
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

function readMarginBox(
  name: string,
  declarations: readonly StyleDeclaration[],
  cascade: Cascade,
  page: ComputedStyle,
  report: Report,
): MarginBox[] {
  const known = marginBoxNamed(name);
  if (!known) {
    report(
      "unsupported-margin-box",
      `a page has no margin box "@${name}"`,
      declarations[0]?.place,
      hintForMarginBox(name, [...Object.keys(MARGIN_BOXES), "footnote"]),
    );
    return [];
  }
  const { textAlign, verticalAlign } = MARGIN_BOXES[known];
  const first = [hint("text-align", textAlign), hint("vertical-align", verticalAlign)];
  const { style } = cascade.styleFrom([...first, ...declarations], page);
  return style.content === "normal" ? [] : [{ name: known, content: style.content, style }];
}

/** A short distance and a thin line, as books have them. */
const FOOTNOTES = [
  hint("margin-top", "8pt"),
  hint("border-top", "0.5pt solid currentcolor"),
  hint("padding-top", "4pt"),
];

function hint(name: string, value: string): StyleDeclaration {
  return { name, value, important: false, place: undefined };
}

function complain(declaration: StyleDeclaration, variables: Variables, report: Report): void {
  const missing = namesIn(declaration.value).find((name) => !variables.has(name));
  report(
    "unsupported-page-property",
    `the PDF cannot read "${declaration.name}: ${declaration.value}" in @page`,
    declaration.place,
    missing === undefined
      ? hintForPage(declaration.name)
      : hintForVariable(missing, variables.keys()),
  );
}
