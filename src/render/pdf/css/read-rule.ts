/** One rule of the parser in, its selectors and declarations with their places out. */
import type { Atrule, CssNode, Declaration as CssTreeDeclaration, Rule } from "css-tree";
import parseCss from "css-tree/parser";
import type { SourcePlace } from "../report.js";
import type { Declaration } from "./shorthands.js";

export interface StyleDeclaration extends Declaration {
  readonly important: boolean;
  readonly place: SourcePlace | undefined;
}

/** A selector as written, with its place for diagnostics. */
export interface SourceSelector {
  readonly text: string;
  readonly parts: readonly CssNode[];
  readonly place: SourcePlace | undefined;
  /** What `&` stands for; undefined outside of other rules. */
  readonly parents: readonly SourceSelector[] | undefined;
}

/** The declarations of `@page` and of what stands in it, by name: `top-left`, …, `footnote`. */
export interface PageRule {
  /** Empty for `@page` alone, which speaks of every page. */
  readonly selectors: readonly string[];
  readonly place: SourcePlace | undefined;
  readonly declarations: readonly StyleDeclaration[];
  readonly marginBoxes: ReadonlyMap<string, readonly StyleDeclaration[]>;
}

/** What the parser calls a style sheet that has no file of its own. */
export const THE_PAGE = "<unknown>";

export function readSelectors(
  rule: Rule,
  source: string,
  parents: readonly SourceSelector[] | undefined,
): readonly SourceSelector[] {
  const selectors = rule.prelude.type === "SelectorList" ? [...rule.prelude.children] : [];
  return selectors.flatMap((selector) => {
    if (selector.type !== "Selector") return [];
    const written = [...selector.children];
    const parts = parents ? withNesting(written) : written;
    return [{ text: sourceOf(selector, source), parts, place: placeOf(selector), parents }];
  });
}

/** A selector within another rule that does not say `&` means what lies within its elements. */
function withNesting(parts: readonly CssNode[]): readonly CssNode[] {
  if (parts.some((part) => part.type === "NestingSelector")) return parts;
  const isRelative = parts[0]?.type === "Combinator";
  const between: CssNode[] = isRelative ? [] : [{ type: "Combinator", name: " " }];
  return [{ type: "NestingSelector" }, ...between, ...parts];
}

export function readPageRule(rule: Atrule, source: string): PageRule {
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

/** The declarations of a `style` attribute; diagnostics look for it in the page. */
export function readStyleAttribute(css: string): readonly StyleDeclaration[] {
  if (css === "") return [];
  try {
    const list = parseCss(css, { context: "declarationList", parseValue: false });
    const declarations = list.type === "DeclarationList" ? readDeclarations(list.children) : [];
    return declarations.map((each) => ({ ...each, place: { quoted: css } }));
  } catch {
    return [];
  }
}

export function readDeclaration(node: CssTreeDeclaration): StyleDeclaration {
  const value = node.value.type === "Raw" ? node.value.value.trim() : "";
  // A misspelt `!important` makes the whole value one that cannot be read (CSS Syntax 3, 5.4.6).
  const mark = typeof node.important === "string" ? ` !${node.important}` : "";
  return {
    name: node.property.startsWith("--") ? node.property : node.property.toLowerCase(),
    value: value + mark,
    important: node.important === true,
    place: placeOf(node),
  };
}

export function readDeclarations(nodes: Iterable<CssNode>): StyleDeclaration[] {
  return [...nodes].flatMap((node) => (node.type === "Declaration" ? [readDeclaration(node)] : []));
}

export function placeOf({ loc }: CssNode): SourcePlace | undefined {
  if (!loc) return undefined;
  const { line, column } = loc.start;
  return { file: loc.source === THE_PAGE ? undefined : loc.source, line, column };
}

export function sourceOf(node: CssNode | null, source: string): string {
  if (node?.type === "Raw") return node.value.trim();
  return node?.loc ? source.slice(node.loc.start.offset, node.loc.end.offset) : "";
}
