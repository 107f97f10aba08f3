/** `:has(> img + p)` in, a test for elements out (Selectors 4, 4.5). */

import type { CssNode } from "css-tree";
import { type Element, isTag } from "domhandler";
import { byWord } from "../by-word.js";
import {
  compileCompound,
  cutAtCombinators,
  type Fault,
  type Matches,
  type SelectorContext,
} from "./match-selector.js";
import { siblingPlace } from "./siblings.js";

interface Step {
  readonly combinator: string;
  readonly test: Matches;
}

export function hasTest(lists: readonly CssNode[], context: SelectorContext): Matches | Fault {
  const ways: Step[][] = [];
  for (const list of lists) {
    for (const selector of list.type === "SelectorList" ? list.children : []) {
      const steps = compileSteps(
        selector.type === "Selector" ? [...selector.children] : [],
        context,
      );
      if (!Array.isArray(steps)) return steps;
      ways.push(steps);
    }
  }
  const known = new WeakMap<Element, boolean>();
  return (element) => {
    const found = known.get(element);
    if (found !== undefined) return found;
    const has = ways.some((steps) => reaches(element, steps, context));
    known.set(element, has);
    return has;
  };
}

function compileSteps(parts: readonly CssNode[], context: SelectorContext): Step[] | Fault {
  const steps: Step[] = [];
  for (const { combinator, compound } of cutAtCombinators(parts)) {
    const test = compileCompound(compound, context);
    if (typeof test !== "function") return test;
    if (!RELATED[combinator]) return { fault: `the combinator "${combinator}"` };
    steps.push({ combinator, test });
  }
  return steps.length === 0 ? { fault: ":has()" } : steps;
}

/** Forward from the anchor, a set of elements at a time. */
function reaches(anchor: Element, steps: readonly Step[], context: SelectorContext): boolean {
  let reached: ReadonlySet<Element> = new Set([anchor]);
  for (const { combinator, test } of steps) {
    const next = new Set<Element>();
    for (const element of reached) {
      for (const candidate of RELATED[combinator]?.(element) ?? []) {
        context.budget.left -= 1;
        if (context.budget.left < 0) return false;
        if (next.has(candidate) || !test(candidate)) continue;
        next.add(candidate);
        if (steps.length === 1) return true;
      }
    }
    if (next.size === 0) return false;
    reached = next;
  }
  return true;
}

const RELATED: Readonly<Record<string, (element: Element) => Iterable<Element>>> = byWord({
  " ": descendants,
  ">": ({ children }) => children.filter(isTag),
  "+": (element) => following(element).slice(0, 1),
  "~": following,
});

function* descendants({ children }: Element): Iterable<Element> {
  for (const child of children) {
    if (!isTag(child)) continue;
    yield child;
    yield* descendants(child);
  }
}

function following(element: Element): readonly Element[] {
  const { family, index } = siblingPlace(element);
  return family.slice(index);
}
