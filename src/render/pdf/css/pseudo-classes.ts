/** `:first-child`, `:not()`, `:lang()` and their like in, tests for elements out (Selectors 4, 5 to 15). */

import type { AnPlusB, CssNode, Identifier, PseudoClassSelector } from "css-tree";
import { type Element, isTag, isText } from "domhandler";
import { byWord } from "../by-word.js";
import { directionHints } from "./direction-hints.js";
import { hasTest } from "./has-selector.js";
import { compileAny, type Fault, type Matches, type SelectorContext } from "./match-selector.js";
import { type SiblingPlace, siblingPlace } from "./siblings.js";

/** What only a reader in front of a screen brings about: never so on paper. */
export const SCREEN_STATES: ReadonlySet<string> = new Set([
  "hover",
  "focus",
  "focus-visible",
  "focus-within",
  "active",
  "visited",
  "target",
  "target-within",
  "popover-open",
  "modal",
  "fullscreen",
  "open",
  "user-valid",
  "user-invalid",
]);

/** The pseudo-classes that stand without brackets. */
const PLAIN: Readonly<Record<string, Matches>> = byWord({
  root: (element) => parentOf(element) === undefined,
  scope: (element) => parentOf(element) === undefined,
  empty: ({ children }) => !children.some((child) => isTag(child) || (isText(child) && child.data)),
  "first-child": (element) => siblingPlace(element).index === 1,
  "last-child": (element) => fromEnd(siblingPlace(element)) === 1,
  "only-child": (element) => siblingPlace(element).family.length === 1,
  "first-of-type": (element) => siblingPlace(element).ofType === 1,
  "last-of-type": (element) => typeFromEnd(siblingPlace(element)) === 1,
  "only-of-type": (element) => siblingPlace(element).typeCount === 1,
  link: isLink,
  "any-link": isLink,
  defined: () => true,
  checked: ({ attribs }) => attribs.checked !== undefined || attribs.selected !== undefined,
  disabled: ({ attribs }) => attribs.disabled !== undefined,
  required: ({ attribs }) => attribs.required !== undefined,
});

const NTH: Readonly<Record<string, (place: SiblingPlace) => number>> = byWord({
  "nth-child": ({ index }) => index,
  "nth-last-child": fromEnd,
  "nth-of-type": ({ ofType }) => ofType,
  "nth-last-of-type": typeFromEnd,
});

/** The pseudo-classes of the subset, for the documentation and its test. */
export const PSEUDO_CLASSES: readonly string[] = [
  ...Object.keys(PLAIN),
  ...Object.keys(NTH).map((name) => `${name}()`),
  ...["is()", "where()", "not()", "has()", "lang()", "dir()"],
];

export function pseudoClassTest(
  part: PseudoClassSelector,
  context: SelectorContext,
): Matches | Fault {
  const name = part.name.toLowerCase();
  const children = [...(part.children ?? [])];
  const fault = { fault: `:${name}${part.children ? "()" : ""}` };
  if (SCREEN_STATES.has(name)) return () => false;
  if (!part.children) return PLAIN[name] ?? fault;
  const count = NTH[name];
  if (count) return nthTest(children, count, name, context) ?? fault;
  switch (name) {
    case "is":
    case "where":
    case "matches":
      return compileAny(children, context);
    case "not":
      return negated(compileAny(children, context));
    case "has":
      return hasTest(children, context);
    case "lang":
      return langTest(children);
    case "dir":
      return dirTest(children) ?? fault;
    default:
      return fault;
  }
}

function negated(test: Matches | Fault): Matches | Fault {
  return typeof test === "function" ? (element) => !test(element) : test;
}

function nthTest(
  [nth]: readonly CssNode[],
  count: (place: SiblingPlace) => number,
  name: string,
  context: SelectorContext,
): Matches | Fault | undefined {
  if (nth?.type !== "Nth") return undefined;
  const accepts = stepTest(nth.nth);
  if (!nth.selector) return (element) => accepts(count(siblingPlace(element)));
  const matches = compileAny([nth.selector], context);
  if (typeof matches !== "function") return matches;
  const places = new WeakMap<readonly Element[], ReadonlyMap<Element, number>>();
  return (element) => {
    const { family } = siblingPlace(element);
    let counted = places.get(family);
    if (!counted) {
      const chosen = family.filter((each) => matches(each));
      if (name === "nth-last-child") chosen.reverse();
      counted = new Map(chosen.map((each, at) => [each, at + 1]));
      places.set(family, counted);
    }
    const place = counted.get(element);
    return place !== undefined && accepts(place);
  };
}

/** `2n+1`, `odd`, `3`. */
function stepTest(nth: AnPlusB | Identifier): (place: number) => boolean {
  if (nth.type === "Identifier") {
    const remainder = nth.name.toLowerCase() === "odd" ? 1 : 0;
    return (place) => place % 2 === remainder;
  }
  const step = nth.a === null ? 0 : Number(nth.a);
  const start = nth.b === null ? 0 : Number(nth.b);
  return (place) => {
    const distance = place - start;
    return step === 0 ? distance === 0 : distance % step === 0 && distance / step >= 0;
  };
}

function fromEnd({ family, index }: SiblingPlace): number {
  return family.length - index + 1;
}

function typeFromEnd({ ofType, typeCount }: SiblingPlace): number {
  return typeCount - ofType + 1;
}

function isLink({ name, attribs }: Element): boolean {
  return (name === "a" || name === "area") && attribs.href !== undefined;
}

/** `:lang(de, "*-CH")`: by BCP 47, so that `en` also means `en-GB`. */
function langTest(children: readonly CssNode[]): Matches {
  const ranges = children.flatMap((child) => {
    if (child.type === "Identifier") return child.name.toLowerCase();
    return child.type === "String" ? child.value.toLowerCase() : [];
  });
  return (element) => {
    const language = inheritedAttribute(element, "lang")?.toLowerCase() ?? "";
    return ranges.some((range) =>
      range.startsWith("*-")
        ? `${language}-`.includes(`${range.slice(1)}-`)
        : language === range || language.startsWith(`${range}-`),
    );
  };
}

function dirTest([child]: readonly CssNode[]): Matches | undefined {
  const wanted = child?.type === "Identifier" || child?.type === "Raw" ? textOf(child) : "";
  if (wanted !== "ltr" && wanted !== "rtl") return undefined;
  return (element) => directionOf(element) === wanted;
}

function directionOf(element: Element): string {
  for (let at: Element | undefined = element; at; at = parentOf(at)) {
    const hint = directionHints(at).find(([name]) => name === "direction");
    if (hint) return hint[1];
  }
  return "ltr";
}

function textOf(node: CssNode): string {
  return (node.type === "Identifier" ? node.name : node.type === "Raw" ? node.value : "")
    .trim()
    .toLowerCase();
}

function inheritedAttribute(element: Element, name: string): string | undefined {
  for (let at: Element | undefined = element; at; at = parentOf(at)) {
    const value = at.attribs[name];
    if (value !== undefined) return value;
  }
  return undefined;
}

function parentOf({ parent }: Element): Element | undefined {
  return parent && isTag(parent) ? parent : undefined;
}
