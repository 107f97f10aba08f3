/** Style sheets in, their rules out: found by what their selectors ask for, in the order of the cascade (CSS Cascade 5, 6). */
import type { Element } from "domhandler";
import { remember } from "../remember.js";
import type { Report } from "../report.js";
import { compareLayers, createLayerNames } from "./layers.js";
import type { Budget } from "./match-selector.js";
import { hintForSelector } from "./nearest-way.js";
import { type PreparedDeclaration, prepareDeclarations } from "./prepare-declarations.js";
import type { SourceSelector } from "./read-rule.js";
import type { StyleRule, StyleSheet } from "./read-stylesheet.js";
import { type CompiledSelector, compileSelector, keysOf, type PseudoElement } from "./selectors.js";

export interface IndexedRule {
  /** Place in the order of the cascade; later wins. */
  readonly rank: number;
  /** That of its important declarations, where the order of layers is turned round. */
  readonly importantRank: number;
  readonly isUserAgent: boolean;
  readonly selector: CompiledSelector;
  readonly declarations: readonly PreparedDeclaration[];
}

export interface RuleIndex {
  /** By the name, class or id that the last part of a selector asks for. */
  readonly byKey: ReadonlyMap<string, readonly IndexedRule[]>;
  /** In the order of the cascade, for elements of one name, id and class: most have many like them. */
  readonly candidates: Map<string, readonly IndexedRule[]>;
}

export function indexRules(
  sheets: readonly StyleSheet[],
  budget: Budget,
  report: Report,
): RuleIndex {
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

interface FoundRule extends Omit<IndexedRule, "rank" | "importantRank"> {
  readonly layer: string | undefined;
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

/** What a rule speaks of: the element that its selector matches, or a box beside its content. */
export type Target = PseudoElement | "itself";

/** By target, each in the order of the cascade. */
export function matchingRules(
  element: Element,
  index: RuleIndex,
): ReadonlyMap<Target, IndexedRule[]> {
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
