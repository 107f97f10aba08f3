/**
 * Selectors in, an index out that answers "which rules may match this element?" by the id, class or
 * tag of the rightmost compound, so that few selectors are tried in full (Selectors 4).
 */
import { compile } from "css-select";
import type { CssNode } from "css-tree";
import type { AnyNode, Element } from "domhandler";
import type { SourceSelector } from "./read-stylesheet.js";

export type PseudoElement = "before" | "after";

export interface Matcher {
  /** Position in the order of the cascade; later wins. */
  readonly rank: number;
  readonly pseudo: PseudoElement | undefined;
  readonly matches: (element: Element) => boolean;
}

export interface CompiledSelector {
  readonly key: string;
  readonly specificity: number;
  readonly pseudo: PseudoElement | undefined;
  readonly matches: (element: Element) => boolean;
}

/** @returns "never" for states that paper does not have, undefined for what we cannot match. */
export function compileSelector(selector: SourceSelector): CompiledSelector | "never" | undefined {
  if (selector.parts.some(isScreenState)) return "never";
  const pseudoElements = selector.parts.filter(isPseudoElement);
  const [pseudoElement] = pseudoElements;
  const pseudo = pseudoElement && pseudoNamed(pseudoElement);
  if (pseudoElement && !pseudo) return undefined;
  const plain = selector.text.replace(/::?(?:before|after)\s*$/, "") || "*";
  try {
    const query = compile<AnyNode, Element>(/[\s>+~]$/.test(plain) ? `${plain}*` : plain);
    return {
      key: keyOf(selector.parts),
      specificity: specificityOf(selector.parts),
      pseudo,
      matches: (element) => query(element),
    };
  } catch {
    return undefined;
  }
}

/** Where an element with this id, these classes and this name finds its candidates. */
export function keysOf(element: Element): readonly string[] {
  const keys = ["*", element.name];
  const { id, class: classes } = element.attribs;
  if (classes) for (const name of classes.split(/\s+/)) if (name) keys.push(`.${name}`);
  if (id) keys.push(`#${id}`);
  return keys;
}

function keyOf(parts: readonly CssNode[]): string {
  const last = parts.slice(parts.findLastIndex((part) => part.type === "Combinator") + 1);
  for (const part of last) if (part.type === "IdSelector") return `#${part.name}`;
  for (const part of last) if (part.type === "ClassSelector") return `.${part.name}`;
  for (const part of last) if (part.type === "TypeSelector") return part.name.toLowerCase();
  return "*";
}

const ID = 1_000_000;
const CLASS = 1_000;
const TYPE = 1;

/** Selectors 4, 17: ids, then classes, attributes and pseudo-classes, then types. */
function specificityOf(parts: Iterable<CssNode>): number {
  let sum = 0;
  for (const part of parts) {
    if (part.type === "IdSelector") sum += ID;
    else if (part.type === "ClassSelector" || part.type === "AttributeSelector") sum += CLASS;
    else if (part.type === "TypeSelector") sum += part.name === "*" ? 0 : TYPE;
    else if (part.type === "PseudoElementSelector") sum += TYPE;
    else if (part.type === "PseudoClassSelector") sum += specificityOfPseudoClass(part);
  }
  return sum;
}

function specificityOfPseudoClass(part: CssNode & { type: "PseudoClassSelector" }): number {
  if (part.name === "where") return 0;
  if (part.name !== "is" && part.name !== "not" && part.name !== "has") return CLASS;
  const lists = [...(part.children ?? [])];
  const selectors = lists.flatMap((list) => ("children" in list ? [...(list.children ?? [])] : []));
  return Math.max(
    0,
    ...selectors.map((each) => (each.type === "Selector" ? specificityOf(each.children) : 0)),
  );
}

const SCREEN_STATES: ReadonlySet<string> = new Set([
  "hover",
  "focus",
  "focus-visible",
  "focus-within",
  "active",
  "visited",
  "target",
]);

function isScreenState(part: CssNode): boolean {
  return part.type === "PseudoClassSelector" && SCREEN_STATES.has(part.name);
}

/** CSS 2 wrote `:before`; so do pages. */
function isPseudoElement(part: CssNode): part is CssNode & { name: string } {
  if (part.type === "PseudoElementSelector") return true;
  return part.type === "PseudoClassSelector" && pseudoNamed(part) !== undefined;
}

function pseudoNamed(part: { name: string }): PseudoElement | undefined {
  return part.name === "before" || part.name === "after" ? part.name : undefined;
}
