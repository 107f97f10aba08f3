/** Rules and elements in, the style of every element out (CSS Cascade 4). */
import type { Element } from "domhandler";
import { remember } from "../remember.js";
import type { Report } from "../report.js";
import { type ComputedStyle, computeStyle } from "./compute-style.js";
import { directionHints } from "./direction-hints.js";
import type { Budget } from "./match-selector.js";
import { hintForSelector } from "./nearest-way.js";
import {
  readStyleAttribute,
  type SourceSelector,
  type StyleDeclaration,
  type StyleSheet,
} from "./read-stylesheet.js";
import { type CompiledSelector, compileSelector, keysOf, type PseudoElement } from "./selectors.js";

export interface Cascade {
  /** @param parent undefined for the root element */
  styleOf(element: Element, parent: ComputedStyle | undefined): ComputedStyle;
  /** @returns undefined when no rule speaks of this pseudo-element. */
  pseudoStyleOf(
    element: Element,
    pseudo: PseudoElement,
    own: ComputedStyle,
  ): ComputedStyle | undefined;
  /** What a box without an element of its own looks like: nothing but what it inherits. */
  anonymousStyle(parent: ComputedStyle): ComputedStyle;
  /** The style that a bare list of declarations gives, as in a margin box. */
  styleFrom(declarations: readonly StyleDeclaration[], parent: ComputedStyle): ComputedStyle;
}

/** @param sheets in the order of the cascade, the user agent's first */
export function createCascade(sheets: readonly StyleSheet[], report: Report): Cascade {
  const budget: Budget = { left: MOST_LOOKS };
  const index = indexRules(sheets, budget, report);
  // Later stages ask for the same style several times; siblings that match the same rules share one.
  const byElement = new WeakMap<Element, ComputedStyle>();
  const rulesByElement = new WeakMap<Element, ReadonlyMap<Target, readonly IndexedRule[]>>();
  const shared = new Map<ComputedStyle | undefined, Map<string, ComputedStyle>>();

  const compute = (
    key: string,
    declarations: () => readonly StyleDeclaration[],
    parent: ComputedStyle | undefined,
  ): ComputedStyle => {
    const siblings = remember(shared, parent, () => new Map<string, ComputedStyle>());
    return remember(siblings, key, () => computeStyle(declarations(), parent, report));
  };

  const matching = (element: Element, target: Target): readonly IndexedRule[] => {
    const rules = remember(rulesByElement, element, () => matchingRules(element, index));
    if (budget.left < 0) reportCost(report);
    return rules.get(target) ?? [];
  };

  return {
    styleOf: (element, parent) =>
      remember(byElement, element, () => {
        const rules = matching(element, "itself");
        const own = element.attribs.style ?? "";
        const hints = presentationHints(element);
        const ranks = rules.map((rule) => rule.rank);
        const key = [ranks, own, ...hints.map((hint) => `${hint.name}=${hint.value}`)].join("|");
        const declarations = () => [...hints, ...declarationsOf(rules), ...readStyleAttribute(own)];
        return compute(key, declarations, parent);
      }),
    pseudoStyleOf: (element, pseudo, own) => {
      const rules = matching(element, pseudo);
      if (rules.length === 0) return undefined;
      const key = `::${pseudo}${rules.map((rule) => rule.rank).join()}`;
      return compute(key, () => declarationsOf(rules), own);
    },
    anonymousStyle: (parent) => compute("anonymous", () => [], parent),
    styleFrom: (declarations, parent) => computeStyle(declarations, parent, report),
  };
}

/** Elements that `:has()` may look at in a page: a fraction of a second. */
const MOST_LOOKS = 3_000_000;

function reportCost(report: Report): void {
  report(
    "costly-selector",
    "selectors with :has() look at too many elements; from here on they match nothing",
    undefined,
    "give the elements in question a class",
  );
}

/** What a rule speaks of: the element that its selector matches, or a box beside its content. */
type Target = PseudoElement | "itself";

function matchingRules(
  element: Element,
  index: ReadonlyMap<string, readonly IndexedRule[]>,
): ReadonlyMap<Target, readonly IndexedRule[]> {
  const found = new Map<Target, IndexedRule[]>();
  for (const key of keysOf(element)) {
    for (const rule of index.get(key) ?? []) {
      if (!rule.selector.matches(element)) continue;
      remember(found, rule.selector.pseudo ?? "itself", (): IndexedRule[] => []).push(rule);
    }
  }
  for (const rules of found.values()) rules.sort((a, b) => a.rank - b.rank);
  return found;
}

interface IndexedRule {
  readonly rank: number;
  readonly selector: CompiledSelector;
  readonly declarations: readonly StyleDeclaration[];
}

function declarationsOf(rules: readonly IndexedRule[]): readonly StyleDeclaration[] {
  return rules.flatMap((rule) => rule.declarations);
}

function indexRules(
  sheets: readonly StyleSheet[],
  budget: Budget,
  report: Report,
): ReadonlyMap<string, readonly IndexedRule[]> {
  const found: Omit<IndexedRule, "rank">[][] = sheets.map((sheet) =>
    sheet.rules.flatMap((rule) =>
      rule.selectors.flatMap((source) => {
        const selector = compileSelector(source, budget);
        if (selector === "never") return [];
        if ("fault" in selector) {
          reportSelector(source, selector.fault, report);
          return [];
        }
        return [{ selector, declarations: rule.declarations }];
      }),
    ),
  );
  const ordered = found.flatMap((rules) =>
    rules.toSorted((a, b) => a.selector.specificity - b.selector.specificity),
  );
  const index = new Map<string, IndexedRule[]>();
  ordered.forEach((rule, rank) => {
    const rules = index.get(rule.selector.key);
    if (rules) rules.push({ ...rule, rank });
    else index.set(rule.selector.key, [{ ...rule, rank }]);
  });
  return index;
}

function reportSelector({ text, place }: SourceSelector, fault: string, report: Report): void {
  const where = fault === text ? "" : ` in "${text}"`;
  report(
    "unsupported-selector",
    `the PDF cannot match ${fault}${where}`,
    place,
    hintForSelector(fault),
  );
}

/** SVG attributes that are styles, and the few HTML ones worth having, weaker than any rule. */
function presentationHints(element: Element): StyleDeclaration[] {
  const names = SVG_HINTS[element.name] ? SVG_PRESENTATION : NO_HINTS;
  const drawn = names.flatMap((name) => {
    const value = element.attribs[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return [...drawn, ...directionHints(element)].map(([name, value]) => ({
    name,
    value,
    important: false,
    place: { quoted: `${name}="${value}"` },
  }));
}

const NO_HINTS: readonly string[] = [];
const SVG_PRESENTATION: readonly string[] = [
  "fill",
  "stroke",
  "stroke-width",
  "font-family",
  "font-size",
  "font-weight",
  "font-style",
  "text-anchor",
];
const SVG_HINTS: Readonly<Record<string, true>> = {
  svg: true,
  g: true,
  line: true,
  rect: true,
  circle: true,
  ellipse: true,
  path: true,
  polyline: true,
  polygon: true,
  text: true,
  tspan: true,
};
