/** Rules and elements in, the style of every element out (CSS Cascade 4). */
import type { Element } from "domhandler";
import type { Families } from "../fonts/families.js";
import { remember } from "../remember.js";
import type { Report } from "../report.js";
import { type CascadedDeclarations, type ComputedStyle, computeStyle } from "./compute-style.js";
import { directionHints } from "./direction-hints.js";
import { compareLayers, createLayerNames } from "./layers.js";
import type { Budget } from "./match-selector.js";
import { hintForSelector } from "./nearest-way.js";
import { type PreparedDeclaration, prepareDeclarations } from "./prepare-declarations.js";
import { readStyleAttribute, type SourceSelector, type StyleDeclaration } from "./read-rule.js";
import type { StyleRule, StyleSheet } from "./read-stylesheet.js";
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

interface StyledChild {
  readonly parent: ComputedStyle | undefined;
  readonly style: ComputedStyle;
}

/**
 * @param sheets in the order of the cascade, the user agent's first
 * @param families that the page brings
 */
export function createCascade(
  sheets: readonly StyleSheet[],
  families: Families,
  report: Report,
): Cascade {
  const budget: Budget = { left: MOST_LOOKS };
  const index = indexRules(sheets, budget, report);
  // Later stages ask for the same style several times; siblings that match the same rules share one.
  // What `<use>` shows inherits from there: an element may have several parents, seldom more than one.
  const byElement = new Map<Element, StyledChild>();
  const rulesByElement = new Map<Element, ReadonlyMap<Target, readonly IndexedRule[]>>();
  const shared = new Map<ComputedStyle | undefined, Map<string, ComputedStyle>>();

  const compute = (
    key: string,
    declarations: () => CascadedDeclarations,
    parent: ComputedStyle | undefined,
  ): ComputedStyle => {
    const siblings = remember(shared, parent, () => new Map<string, ComputedStyle>());
    return remember(siblings, key, () => computeStyle(declarations(), parent, families, report));
  };

  const matching = (element: Element, target: Target): readonly IndexedRule[] => {
    const rules = remember(rulesByElement, element, () => matchingRules(element, index));
    if (budget.left < 0) reportCost(report);
    return rules.get(target) ?? [];
  };

  const prepare = (declarations: readonly StyleDeclaration[]) =>
    prepareDeclarations(declarations, report);

  return {
    styleOf: (element, parent) => {
      const known = byElement.get(element);
      if (known && known.parent === parent) return known.style;
      const rules = matching(element, "itself");
      const own = element.attribs.style ?? "";
      const hints = presentationHints(element);
      const ranks = rules.map((rule) => rule.rank);
      const key = [ranks, own, ...hints.map((hint) => `${hint.name}=${hint.value}`)].join("|");
      const declarations = () => inOrder(rules, prepare(hints), prepare(readStyleAttribute(own)));
      const style = compute(key, declarations, parent);
      byElement.set(element, { parent, style });
      return style;
    },
    pseudoStyleOf: (element, pseudo, own) => {
      const rules = matching(element, pseudo);
      if (rules.length === 0) return undefined;
      const key = `::${pseudo}${rules.map((rule) => rule.rank).join()}`;
      return compute(key, () => inOrder(rules, [], []), own);
    },
    anonymousStyle: (parent) => compute("anonymous", () => inOrder([], [], []), parent),
    styleFrom: (declarations, parent) =>
      computeStyle(inOrder([], [], prepare(declarations)), parent, families, report),
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

/** By target, each in the order of the cascade. */
function matchingRules(element: Element, index: RuleIndex): ReadonlyMap<Target, IndexedRule[]> {
  const found = new Map<Target, IndexedRule[]>();
  for (const rule of candidatesFor(element, index)) {
    if (!rule.selector.matches(element)) continue;
    const target = rule.selector.pseudo ?? "itself";
    const rules = found.get(target);
    if (rules) rules.push(rule);
    else found.set(target, [rule]);
  }
  return found;
}

interface RuleIndex {
  readonly byKey: ReadonlyMap<string, readonly IndexedRule[]>;
  /** In the order of the cascade, for elements of one name, id and class: most have many like them. */
  readonly candidates: Map<string, readonly IndexedRule[]>;
}

function candidatesFor(element: Element, { byKey, candidates }: RuleIndex): readonly IndexedRule[] {
  const { id = "", class: classes = "" } = element.attribs;
  // Few of the names that elements have as places of links are spoken of in a style sheet.
  const own = byKey.has(`#${id}`) ? `#${id}` : "";
  const look = `${element.name}.${classes}${own}`;
  return remember(candidates, look, () =>
    keysOf(element)
      .flatMap((key) => byKey.get(key) ?? [])
      .sort((a, b) => a.rank - b.rank),
  );
}

interface IndexedRule {
  /** Place in the order of the cascade; later wins. */
  readonly rank: number;
  /** That of its important declarations, where the order of layers is turned round. */
  readonly importantRank: number;
  readonly isUserAgent: boolean;
  readonly selector: CompiledSelector;
  readonly declarations: readonly PreparedDeclaration[];
}

/** Attributes of drawings, user agent, rules, `style`; then what is important of the last two. */
function inOrder(
  rules: readonly IndexedRule[],
  hints: readonly PreparedDeclaration[],
  own: readonly PreparedDeclaration[],
): CascadedDeclarations {
  const ours = rules.filter((rule) => !rule.isUserAgent);
  const byImportance = ours.toSorted((a, b) => a.importantRank - b.importantRank);
  return {
    userAgent: [
      ...hints,
      ...rules.filter((rule) => rule.isUserAgent).flatMap((rule) => rule.declarations),
    ],
    author: [
      ...[...ours.map((rule) => rule.declarations), own].flatMap((each) =>
        each.filter(({ important }) => !important),
      ),
      ...[...byImportance.map((rule) => rule.declarations), own].flatMap((each) =>
        each.filter(({ important }) => important),
      ),
    ],
  };
}

interface FoundRule extends Omit<IndexedRule, "rank" | "importantRank"> {
  readonly layer: string | undefined;
}

function indexRules(sheets: readonly StyleSheet[], budget: Budget, report: Report): RuleIndex {
  const found = sheets.flatMap((sheet, at) =>
    sheet.rules.flatMap((rule) => findRules(rule, at === 0, budget, report)),
  );
  const layers = sheets[0]?.layers ?? createLayerNames();
  const ordered = found.toSorted(
    (a, b) =>
      Number(b.isUserAgent) - Number(a.isUserAgent) ||
      compareLayers(a.layer, b.layer, layers) ||
      a.selector.specificity - b.selector.specificity,
  );
  const important = new Map(
    ordered
      .toSorted((a, b) => compareLayers(b.layer, a.layer, layers))
      .map((rule, rank) => [rule, rank]),
  );
  const index = new Map<string, IndexedRule[]>();
  ordered.forEach((rule, rank) => {
    const importantRank = important.get(rule) ?? rank;
    const rules = remember(index, rule.selector.key, (): IndexedRule[] => []);
    rules.push({ ...rule, rank, importantRank });
  });
  return { byKey: index, candidates: new Map() };
}

/** A rule once for each of its selectors. What no selector of paper asks for is not looked into. */
function findRules(
  rule: StyleRule,
  isUserAgent: boolean,
  budget: Budget,
  report: Report,
): FoundRule[] {
  const selectors = rule.selectors.flatMap((source): CompiledSelector[] => {
    const selector = compileSelector(source, budget);
    if (selector === "never") return [];
    if (!("fault" in selector)) return [selector];
    reportSelector(source, selector.fault, report);
    return [];
  });
  if (selectors.length === 0) return [];
  const declarations = prepareDeclarations(rule.declarations, report);
  if (declarations.length === 0) return [];
  const { layer } = rule;
  return selectors.map((selector) => ({ isUserAgent, selector, declarations, layer }));
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
function presentationHints(element: Element): readonly StyleDeclaration[] {
  const names = SVG_HINTS[element.name] ? SVG_PRESENTATION : NO_NAMES;
  const direction = directionHints(element);
  if (names.length + direction.length === 0) return NO_HINTS;
  const drawn = names.flatMap((name) => {
    const value = element.attribs[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return [...drawn, ...direction].map(([name, value]) => ({
    name,
    value,
    important: false,
    place: { quoted: `${name}="${value}"` },
  }));
}

const NO_NAMES: readonly string[] = [];
const NO_HINTS: readonly StyleDeclaration[] = [];
const SVG_PRESENTATION: readonly string[] = [
  "fill",
  "stroke",
  "stroke-width",
  "font-family",
  "font-size",
  "font-weight",
  "font-style",
  "text-anchor",
  "color",
  "letter-spacing",
  "fill-opacity",
  "fill-rule",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "stop-color",
  "dominant-baseline",
  "opacity",
  "visibility",
  "display",
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
  use: true,
  symbol: true,
  stop: true,
};
