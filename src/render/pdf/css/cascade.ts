/** Rules and elements in, the style of every element out (CSS Cascade 4). */
import type { Element } from "domhandler";
import type { Families } from "../fonts/families.js";
import { remember } from "../remember.js";
import type { Report } from "../report.js";
import { type CascadedDeclarations, type ComputedStyle, computeStyle } from "./compute-style.js";
import type { Budget } from "./match-selector.js";
import { type PreparedDeclaration, prepareDeclarations } from "./prepare-declarations.js";
import { presentationHints } from "./presentation-hints.js";
import { readStyleAttribute, type StyleDeclaration } from "./read-rule.js";
import type { StyleSheet } from "./read-stylesheet.js";
import { type IndexedRule, indexRules, matchingRules, type Target } from "./rule-index.js";
import type { PseudoElement } from "./selectors.js";

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
