/** CSS text in, style rules and the page rule out (CSS Syntax 3, CSS Paged Media 3). */
import type { Atrule, CssNode, Declaration as CssTreeDeclaration, Rule } from "css-tree";
import parseCss from "css-tree/parser";
import type { StyleSheetText } from "../page/parse-page.js";
import type { Report, SourcePlace } from "../report.js";
import type { Declaration } from "./shorthands.js";

export interface StyleDeclaration extends Declaration {
  readonly important: boolean;
  readonly place: SourcePlace | undefined;
}

export interface StyleRule {
  readonly selectors: readonly SourceSelector[];
  readonly declarations: readonly StyleDeclaration[];
}

/** A selector as written, with its place for diagnostics. */
export interface SourceSelector {
  readonly text: string;
  readonly parts: readonly CssNode[];
  readonly place: SourcePlace | undefined;
}

/** The declarations of `@page` and of what stands in it, by name: `top-left`, …, `footnote`. */
export interface PageRule {
  /** Empty for `@page` alone, which speaks of every page. */
  readonly selectors: readonly string[];
  readonly place: SourcePlace | undefined;
  readonly declarations: readonly StyleDeclaration[];
  readonly marginBoxes: ReadonlyMap<string, readonly StyleDeclaration[]>;
}

export interface StyleSheet {
  readonly rules: readonly StyleRule[];
  readonly pageRules: readonly PageRule[];
}

export function readStyleSheet(text: StyleSheetText, report: Report): StyleSheet {
  const { css, file, line = 1, column = 1 } = text;
  const rules: StyleRule[] = [];
  const pageRules: PageRule[] = [];
  const sheet = parseCss(css, {
    positions: true,
    filename: file ?? THE_PAGE,
    line,
    column,
    parseValue: false,
    onParseError: (error) =>
      report(
        "css-syntax",
        error.message.toLowerCase(),
        { file, line: error.line, column: error.column },
        "correct the style sheet",
      ),
  });
  const readAll = (nodes: Iterable<CssNode>) => {
    for (const node of nodes) {
      if (node.type === "Rule") rules.push(readRule(node, css));
      else if (node.type === "Atrule" && node.name === "page")
        pageRules.push(readPageRule(node, css));
      else if (node.type === "Atrule" && isForPrint(node, css)) {
        readAll(node.block?.children ?? []);
      } else if (node.type === "Atrule" && !QUIET_AT_RULES.has(node.name)) {
        report(
          "unsupported-at-rule",
          `@${node.name} is not part of the subset of CSS that the PDF reads`,
          placeOf(node),
          "move what the PDF needs out of it",
        );
      }
    }
  };
  readAll(sheet.type === "StyleSheet" ? sheet.children : []);
  return { rules, pageRules };
}

/** The declarations of a `style` attribute; diagnostics look for it in the page. */
export function readStyleAttribute(css: string): readonly StyleDeclaration[] {
  if (css === "") return [];
  const list = parseCss(css, { context: "declarationList", parseValue: false });
  const declarations = list.type === "DeclarationList" ? readDeclarations(list.children) : [];
  return declarations.map((each) => ({ ...each, place: { quoted: css } }));
}

/** What the parser calls a style sheet that has no file of its own. */
const THE_PAGE = "<unknown>";

const QUIET_AT_RULES: ReadonlySet<string> = new Set(["media", "charset", "font-face"]);

function isForPrint(node: Atrule, source: string): boolean {
  return node.name === "media" && /\b(?:print|all)\b/.test(sourceOf(node.prelude, source));
}

function readRule(rule: Rule, source: string): StyleRule {
  const selectors = rule.prelude.type === "SelectorList" ? [...rule.prelude.children] : [];
  return {
    selectors: selectors.flatMap((selector) =>
      selector.type === "Selector"
        ? [
            {
              text: sourceOf(selector, source),
              parts: [...selector.children],
              place: placeOf(selector),
            },
          ]
        : [],
    ),
    declarations: readDeclarations(rule.block.children),
  };
}

function readPageRule(rule: Atrule, source: string): PageRule {
  const children = [...(rule.block?.children ?? [])];
  const marginBoxes = children.flatMap((node) =>
    node.type === "Atrule"
      ? [[node.name, readDeclarations(node.block?.children ?? [])] as const]
      : [],
  );
  const selectors = sourceOf(rule.prelude, source).split(",");
  return {
    selectors: selectors.map((each) => each.trim()).filter((each) => each !== ""),
    place: placeOf(rule),
    declarations: readDeclarations(children),
    marginBoxes: new Map(marginBoxes),
  };
}

function readDeclarations(nodes: Iterable<CssNode>): StyleDeclaration[] {
  return [...nodes].flatMap((node) => (node.type === "Declaration" ? [readDeclaration(node)] : []));
}

function readDeclaration(node: CssTreeDeclaration): StyleDeclaration {
  return {
    name: node.property.startsWith("--") ? node.property : node.property.toLowerCase(),
    value: node.value.type === "Raw" ? node.value.value.trim() : "",
    important: node.important !== false,
    place: placeOf(node),
  };
}

function placeOf({ loc }: CssNode): SourcePlace | undefined {
  if (!loc) return undefined;
  const { line, column } = loc.start;
  return { file: loc.source === THE_PAGE ? undefined : loc.source, line, column };
}

function sourceOf(node: CssNode | null, source: string): string {
  return node?.loc ? source.slice(node.loc.start.offset, node.loc.end.offset) : "";
}
