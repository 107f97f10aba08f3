/** CSS text in, style rules and page rules out (CSS Syntax 3, CSS Conditional Rules 3, CSS Nesting 1). */
import type { Atrule, CssNode, Rule } from "css-tree";
import parseCss, { type ParseOptions, type SyntaxParseError } from "css-tree/parser";
import type { StyleSheetText } from "../page/parse-page.js";
import type { Report, SourcePlace } from "../report.js";
import { createLayerNames, enterLayer, type LayerNames } from "./layers.js";
import { type Medium, matchesMedia, PAPER, type PaperSize } from "./media-query.js";
import { hintForAtRule } from "./nearest-way.js";
import { readNested } from "./nested-rules.js";
import { paperOf } from "./paper-size.js";
import { shorten } from "./prepare-declarations.js";
import {
  type PageRule,
  placeOf,
  readDeclaration,
  readDeclarations,
  readPageRule,
  readSelectors,
  type SourceSelector,
  type StyleDeclaration,
  sourceOf,
  THE_PAGE,
} from "./read-rule.js";
import { isSupported } from "./supports.js";

export interface StyleRule {
  readonly selectors: readonly SourceSelector[];
  readonly declarations: readonly StyleDeclaration[];
  /** Full name of the cascade layer; undefined outside of all. */
  readonly layer: string | undefined;
}

/** One `@font-face`. */
export interface FontFaceRule {
  /** Of the style sheet, for what it names; undefined in the page itself. */
  readonly file: string | undefined;
  readonly place: SourcePlace | undefined;
  readonly declarations: readonly StyleDeclaration[];
}

export interface StyleSheet {
  readonly fontFaces: readonly FontFaceRule[];
  readonly rules: readonly StyleRule[];
  readonly pageRules: readonly PageRule[];
  /** Of all sheets of the page together. */
  readonly layers: LayerNames;
}

/** @param texts in the order of the cascade, the user agent's first */
export function readStyleSheets(
  texts: readonly StyleSheetText[],
  report: Report,
  medium: Medium = PAPER,
): readonly StyleSheet[] {
  let left = MOST_CSS;
  const parsed = texts.map((text) => {
    const css = lengthOf(text.css) > left ? text.css.slice(0, left) : text.css;
    left -= lengthOf(css);
    if (css.length < text.css.length) reportLength(text, report);
    return parseSheet({ ...text, css }, report);
  });
  const paper = paperOf(parsed.map(({ nodes }) => nodes));
  const layers = createLayerNames();
  return parsed.map((sheet) => {
    const rules: StyleRule[] = [];
    const pageRules: PageRule[] = [];
    const fontFaces: FontFaceRule[] = [];
    const own = { rules, pageRules, fontFaces };
    const reading: Reading = { ...sheet, paper, medium, layers, report, ...own };
    readNodes(sheet.nodes, reading, OUTERMOST);
    reportSyntax(sheet, report);
    return { rules, pageRules, fontFaces, layers };
  });
}

/** Characters; a hundred times what a long template has. */
const MOST_CSS = 1_000_000;

/** What the style sheet carries along for others to read, such as fonts, does not count. */
function lengthOf(css: string): number {
  let length = css.length;
  for (const [uri] of css.matchAll(/url\(\s*["']?data:[^)"']*/gi)) length -= uri.length;
  return length;
}

/** Rules and at-rules within each other. */
const DEEPEST_RULE = 32;

interface ParsedSheet {
  readonly css: string;
  readonly nodes: readonly CssNode[];
  readonly options: ParseOptions;
  /** By what the parser passed over. */
  readonly errors: Map<CssNode, SyntaxParseError>;
  readonly file: string | undefined;
}

interface Reading extends ParsedSheet {
  readonly paper: PaperSize;
  readonly medium: Medium;
  readonly layers: LayerNames;
  readonly report: Report;
  readonly rules: StyleRule[];
  readonly pageRules: PageRule[];
  readonly fontFaces: FontFaceRule[];
}

/** What stands around a rule. */
interface Around {
  readonly layer: string | undefined;
  readonly parents: readonly SourceSelector[] | undefined;
  readonly depth: number;
}

const OUTERMOST: Around = { layer: undefined, parents: undefined, depth: 0 };

function parseSheet(text: StyleSheetText, report: Report): ParsedSheet {
  const { css, file, line = 1, column = 1 } = text;
  const errors = new Map<CssNode, SyntaxParseError>();
  const options: ParseOptions = {
    positions: true,
    filename: file ?? THE_PAGE,
    parseValue: false,
    parseAtrulePrelude: false,
    onParseError: (error, passedOver) => errors.set(passedOver, error),
  };
  try {
    const sheet = parseCss(css, { ...options, line, column });
    const nodes = sheet.type === "StyleSheet" ? [...sheet.children] : [];
    return { css, nodes, options, errors, file };
  } catch {
    const place = { file, line, column };
    const hint = "close the brackets that the style sheet leaves open";
    report("css-syntax", "the style sheet is nested too deeply to be read", place, hint);
    return { css, nodes: [], options, errors, file };
  }
}

function readNodes(nodes: Iterable<CssNode>, reading: Reading, around: Around): void {
  const own: StyleDeclaration[] = [];
  const { parents, layer } = around;
  // Before the rules within it, though some of the declarations may stand behind those.
  if (parents) reading.rules.push({ selectors: parents, declarations: own, layer });
  for (const node of nodes) {
    if (node.type === "Declaration") own.push(readDeclaration(node));
    else if (node.type === "Rule") readRule(node, reading, around);
    else if (node.type === "Atrule") readAtRule(node, reading, around);
    else if (node.type === "Raw" && parents && /[{:]/.test(node.value)) {
      reading.errors.delete(node);
      const nested = readNested(node, reading.options);
      own.push(
        ...nested.flatMap((each) => (each.type === "Declaration" ? readDeclaration(each) : [])),
      );
      for (const each of nested) {
        if (each.type === "Rule") readRule(each, reading, around);
        if (each.type === "Atrule") readAtRule(each, reading, around);
      }
    }
  }
}

function readRule(rule: Rule, reading: Reading, around: Around): void {
  const parents = readSelectors(rule, reading.css, around.parents);
  const inner = deeper(rule, reading, around);
  if (inner) readNodes(rule.block.children, reading, { ...inner, parents });
}

function readAtRule(node: Atrule, reading: Reading, around: Around): void {
  const { css, file, paper, medium, layers, pageRules, fontFaces, report } = reading;
  const prelude = sourceOf(node.prelude, css);
  const inner = deeper(node, reading, around);
  if (!inner) return;
  const readBlock = (within = inner) => readNodes(node.block?.children ?? [], reading, within);
  switch (node.name.toLowerCase()) {
    case "page":
      pageRules.push(readPageRule(node, css));
      return;
    case "font-face": {
      const declarations = readDeclarations(node.block?.children ?? []);
      fontFaces.push({ file, place: placeOf(node), declarations });
      return;
    }
    case "media":
      if (matchesMedia(prelude, paper, (feature) => reportMedia(feature, node, report), medium))
        readBlock();
      return;
    case "supports":
      if (isSupported(prelude)) readBlock();
      return;
    case "layer": {
      const names = prelude.split(",").map((name) => enterLayer(layers, name.trim(), around.layer));
      if (node.block) readBlock({ ...inner, layer: names[0] });
      return;
    }
    default:
      if (!QUIET_AT_RULES.has(node.name)) reportAtRule(node, report);
  }
}

/** What says nothing about paper, or is read elsewhere. */
const QUIET_AT_RULES: ReadonlySet<string> = new Set([
  "charset",
  "namespace",
  "keyframes",
  "-webkit-keyframes",
  "starting-style",
  "view-transition",
]);

function deeper(node: CssNode, { report }: Reading, around: Around): Around | undefined {
  if (around.depth < DEEPEST_RULE) return { ...around, depth: around.depth + 1 };
  report(
    "css-too-deep",
    `rules are nested deeper than ${DEEPEST_RULE}`,
    placeOf(node),
    "write the inner rules on their own",
  );
  return undefined;
}

function reportAtRule(node: Atrule, report: Report): void {
  report(
    "unsupported-at-rule",
    `@${node.name} is not part of the subset of CSS that the PDF reads`,
    placeOf(node),
    hintForAtRule(node.name),
  );
}

function reportMedia(feature: string, node: Atrule, report: Report): void {
  report(
    "unsupported-media",
    `the PDF knows no media feature "${shorten(feature)}"`,
    placeOf(node),
    "ask for print, screen, width, height, orientation or prefers-color-scheme",
  );
}

function reportSyntax({ errors, file }: ParsedSheet, report: Report): void {
  for (const { message, line = 1, column = 1, name } of errors.values()) {
    const found = name === "RangeError" ? "brackets are nested without end" : message.toLowerCase();
    const hint = "correct the style sheet: what stands here is passed over";
    report("css-syntax", found, { file, line, column }, hint);
  }
}

function reportLength({ file, line = 1, column = 1 }: StyleSheetText, report: Report): void {
  const message = `the style sheets are longer than ${MOST_CSS.toLocaleString("en")} characters`;
  const hint = "shorten them: what comes after that is not read";
  report("css-too-long", message, { file, line, column }, hint);
}
