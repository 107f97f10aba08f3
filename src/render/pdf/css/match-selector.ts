/**
 * A complex selector in, a test for elements out (Selectors 4, 4). Read from right to left; what holds
 * for the ancestors or earlier siblings of an element is remembered, so that no selector costs more
 * than its length times the number of elements.
 */
import type { CssNode } from "css-tree";
import { type Element, isTag } from "domhandler";
import { remember } from "../remember.js";
import { attributeTest } from "./attribute-test.js";
import { pseudoClassTest } from "./pseudo-classes.js";
import type { SourceSelector } from "./read-rule.js";
import { previousSibling, siblingPlace } from "./siblings.js";

export type Matches = (element: Element) => boolean;

/** The part of a selector that we cannot match, as written. */
export interface Fault {
  readonly fault: string;
}

/**
 * How many elements `:has()` may yet look at, in the whole page: alone of all selectors it may cost
 * the square of their number.
 */
export interface Budget {
  left: number;
}

export interface SelectorContext {
  readonly budget: Budget;
  /** What `&` stands for. */
  readonly parents: readonly SourceSelector[] | undefined;
}

/** More parts than any person writes. */
const MOST_PARTS = 256;

/** @param parts of one selector, without pseudo-elements */
export function compileComplex(
  parts: readonly CssNode[],
  context: SelectorContext,
): Matches | Fault {
  if (parts.length > MOST_PARTS) return { fault: `more than ${MOST_PARTS} parts` };
  let matches: Matches | undefined;
  for (const { combinator, compound } of cutAtCombinators(parts)) {
    const test = compileCompound(compound, context);
    if (typeof test !== "function") return test;
    const isRelated = matches && relation(combinator, matches);
    if (isRelated !== undefined && typeof isRelated !== "function") return isRelated;
    matches = isRelated ? (element) => test(element) && isRelated(element) : test;
  }
  return matches ?? { fault: "an empty selector" };
}

/** The selectors of `:is()` and its like: any of them will do. */
export function compileAny(lists: Iterable<CssNode>, context: SelectorContext): Matches | Fault {
  const tests: Matches[] = [];
  for (const list of lists) {
    for (const selector of list.type === "SelectorList" ? list.children : [list]) {
      const parts = selector.type === "Selector" ? [...selector.children] : [selector];
      const test = compileComplex(parts, context);
      if (typeof test !== "function") return test;
      tests.push(test);
    }
  }
  return (element) => tests.some((test) => test(element));
}

export interface CompoundAfter {
  /** What stands before it; a space in front of the first. */
  readonly combinator: string;
  readonly compound: readonly CssNode[];
}

export function cutAtCombinators(parts: readonly CssNode[]): readonly CompoundAfter[] {
  const compounds: { combinator: string; compound: CssNode[] }[] = [];
  let combinator = " ";
  for (const part of parts) {
    if (part.type === "Combinator") combinator = part.name;
    else if (part === parts[0] || combinator !== "") {
      compounds.push({ combinator, compound: [part] });
      combinator = "";
    } else compounds.at(-1)?.compound.push(part);
  }
  return compounds;
}

export function compileCompound(
  compound: readonly CssNode[],
  context: SelectorContext,
): Matches | Fault {
  const tests: Matches[] = [];
  for (const part of compound) {
    const test = compilePart(part, context);
    if (typeof test !== "function") return test;
    tests.push(test);
  }
  const [only] = tests;
  if (only && tests.length === 1) return only;
  return (element) => tests.every((test) => test(element));
}

function compilePart(part: CssNode, context: SelectorContext): Matches | Fault {
  switch (part.type) {
    case "TypeSelector":
      return typeTest(part.name);
    case "IdSelector":
      return (element) => element.attribs.id === part.name;
    case "ClassSelector":
      return classTest(part.name);
    case "AttributeSelector":
      return attributeTest(part);
    case "PseudoClassSelector":
      return pseudoClassTest(part, context);
    case "NestingSelector":
      return compileParents(context);
    case "PseudoElementSelector":
      return { fault: `::${part.name}` };
    default:
      return { fault: `a ${part.type}` };
  }
}

/** Compiled once, however often and however deeply rules refer to them. */
const compiledParents = new WeakMap<readonly SourceSelector[], Matches | Fault>();

function compileParents({ parents, budget }: SelectorContext): Matches | Fault {
  if (!parents) return ({ parent }) => parent === null || !isTag(parent);
  return remember(compiledParents, parents, () => {
    const tests: Matches[] = [];
    for (const { parts, parents: outer } of parents) {
      const test = compileComplex(parts, { budget, parents: outer });
      if (typeof test !== "function") return test;
      tests.push(test);
    }
    return (element) => tests.some((test) => test(element));
  });
}

function typeTest(name: string): Matches | Fault {
  if (name === "*") return () => true;
  if (name.includes("|")) return { fault: "a namespace" };
  const lower = name.toLowerCase();
  // The parser keeps the capitals of SVG: `linearGradient`.
  return (element) => element.name === lower || element.name.toLowerCase() === lower;
}

function classTest(name: string): Matches {
  return ({ attribs: { class: classes } }) =>
    classes !== undefined && (classes === name || classes.split(/\s+/).includes(name));
}

function relation(combinator: string, matches: Matches): Matches | Fault {
  switch (combinator) {
    case " ":
      return hasAncestor(matches);
    case ">":
      return ({ parent }) => parent !== null && isTag(parent) && matches(parent);
    case "+":
      return (element) => {
        const before = previousSibling(element);
        return before !== undefined && matches(before);
      };
    case "~":
      return comesAfter(matches);
    default:
      return { fault: `the combinator "${combinator}"` };
  }
}

function hasAncestor(matches: Matches): Matches {
  const known = new Map<Element, boolean>();
  const test: Matches = (element) => {
    const { parent } = element;
    if (parent === null || !isTag(parent)) return false;
    const found = known.get(parent);
    if (found !== undefined) return found;
    const isFound = matches(parent) || test(parent);
    known.set(parent, isFound);
    return isFound;
  };
  return test;
}

/** In each family one element is the first that matches; all after it come after a match. */
function comesAfter(matches: Matches): Matches {
  const firstMatch = new Map<readonly Element[], number>();
  return (element) => {
    const { family, index } = siblingPlace(element);
    let first = firstMatch.get(family);
    if (first === undefined) {
      const at = family.findIndex((sibling) => matches(sibling));
      first = at === -1 ? Number.POSITIVE_INFINITY : at + 1;
      firstMatch.set(family, first);
    }
    return first < index;
  };
}
