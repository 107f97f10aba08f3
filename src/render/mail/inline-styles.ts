/** A page and the rules of its style in, the same with every rule in the style attributes that it reaches out (CSS Cascade 4, 6). */
import { selectAll } from "css-select";
import type { CssNode, Rule } from "css-tree";
import parseCss from "css-tree/parser";
import { type AnyNode, type Document, type Element, isTag } from "domhandler";

interface Ruling {
  readonly selector: string;
  readonly weight: number;
  readonly declarations: readonly (readonly [string, string])[];
}

/** @param variables values of custom properties, by name */
export function inlineStyles(
  page: Document,
  css: string,
  variables: ReadonlyMap<string, string>,
): void {
  const root = page.children.find(isTag);
  const sides = root?.attribs.dir === "rtl" ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
  const reached = new Map<Element, Map<string, string>>();
  for (const { selector, declarations } of rulingsOf(css).toSorted((a, b) => a.weight - b.weight)) {
    for (const element of reachedBy(selector, page)) {
      const own = reached.get(element) ?? new Map<string, string>();
      reached.set(element, own);
      for (const [property, value] of declarations) {
        // What comes later goes behind: a shorthand must not undo it.
        own.delete(toSides(property, sides));
        own.set(toSides(property, sides), toSides(fillIn(value, variables), sides));
      }
    }
  }
  for (const [element, own] of reached) {
    const style = [...own].map(([property, value]) => `${property}:${value}`).join(";");
    element.attribs.style = [style, element.attribs.style].filter(Boolean).join(";");
  }
}

/** No element for what a message cannot have: parts of elements such as `::before`, states of a screen. */
function reachedBy(selector: string, page: Document): readonly Element[] {
  try {
    return selectAll<AnyNode, AnyNode>(selector, page).filter(isTag);
  } catch {
    return [];
  }
}

const LEFT_TO_RIGHT = { start: "left", end: "right" };
const RIGHT_TO_LEFT = { start: "right", end: "left" };

/** Mail clients know no start and end: `padding-inline-start` and `text-align: start` by the page. */
function toSides(words: string, sides: typeof LEFT_TO_RIGHT): string {
  return words
    .replace(/-inline-(start|end)$/, (_, side: "start" | "end") => `-${sides[side]}`)
    .replace(/^(start|end)$/, (_, side: "start" | "end") => sides[side]);
}

/** Custom properties that rules for `:root` set, those of later sheets over those of earlier ones. */
export function variablesOf(css: string): ReadonlyMap<string, string> {
  const roots = rulingsOf(css).filter(({ selector }) => selector === ":root");
  return new Map(roots.flatMap(({ declarations }) => declarations));
}

/** Those that hold everywhere: a message has no paper and asks for no screen. */
function rulingsOf(css: string): readonly Ruling[] {
  const sheet = parseCss(css, { parseValue: false, parseCustomProperty: false, positions: true });
  if (sheet.type !== "StyleSheet") return [];
  return sheet.children
    .toArray()
    .flatMap((node) => (node.type === "Rule" ? rulings(node, css) : []));
}

function rulings({ prelude, block }: Rule, css: string): readonly Ruling[] {
  if (prelude.type !== "SelectorList") return [];
  const declarations = block.children.toArray().flatMap((node): [string, string][] => {
    if (node.type !== "Declaration" || node.value.type !== "Raw") return [];
    return [[node.property, node.value.value.trim()]];
  });
  return prelude.children.toArray().map((selector) => ({
    selector: css.slice(selector.loc?.start.offset, selector.loc?.end.offset),
    weight: weightOf(selector),
    declarations,
  }));
}

/** Ids, then classes and their like, then types (Selectors 4, 17). */
function weightOf(node: CssNode): number {
  if (node.type === "IdSelector") return 1_000_000;
  if (node.type === "TypeSelector") return 1;
  if (node.type === "Combinator") return 0;
  if (node.type !== "Selector") return 1_000;
  return node.children.toArray().reduce((sum, part) => sum + weightOf(part), 0);
}

const VARIABLE = /var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)/g;

function fillIn(value: string, variables: ReadonlyMap<string, string>): string {
  return value.replaceAll(VARIABLE, (_, name: string, fallback: string | undefined) =>
    (variables.get(name) ?? fallback ?? "").trim(),
  );
}
