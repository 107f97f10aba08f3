/** A selector of the style sheet in, a test for elements out (Selectors 4, CSS Pseudo-Elements 4). */
import type { CssNode, PseudoElementSelector } from "css-tree";
import type { Element } from "domhandler";
import { type Budget, compileComplex, type Fault, type Matches } from "./match-selector.js";
import { SCREEN_STATES } from "./pseudo-classes.js";
import type { SourceSelector } from "./read-rule.js";
import { specificityOf } from "./specificity.js";

export type PseudoElement = (typeof PSEUDO_ELEMENTS)[number];

export const PSEUDO_ELEMENTS = [
  "before",
  "after",
  "marker",
  "footnote-call",
  "footnote-marker",
] as const;

export interface CompiledSelector {
  /** The id, class or tag of the rightmost compound: whatever lacks it cannot match. */
  readonly key: string;
  readonly specificity: number;
  readonly pseudo: PseudoElement | undefined;
  readonly matches: Matches;
}

/** @returns "never" for states that paper does not have, the part at fault for what we cannot match. */
export function compileSelector(
  selector: SourceSelector,
  budget: Budget,
): CompiledSelector | "never" | Fault {
  if (selector.parts.some(isOfScreens)) return "never";
  const last = selector.parts.at(-1);
  if (last?.type === "Combinator") return { fault: `nothing after "${last.name.trim()}"` };
  const pseudo = last && pseudoElementOf(last);
  const parts = pseudo === undefined ? selector.parts : selector.parts.slice(0, -1);
  // A pseudo-element alone is that of any element.
  const matches =
    pseudo && parts.length === 0
      ? () => true
      : compileComplex(parts, { budget, parents: selector.parents });
  if (typeof matches !== "function") return matches;
  return {
    key: keyOf(parts, selector.parents),
    specificity: specificityOf(selector),
    pseudo,
    matches,
  };
}

/** Where an element with this id, these classes and this name finds its candidates. */
export function keysOf(element: Element): readonly string[] {
  const keys = ["*", element.name];
  const { id, class: classes } = element.attribs;
  if (classes) for (const name of classes.split(/\s+/)) if (name) keys.push(`.${name}`);
  if (id) keys.push(`#${id}`);
  return keys;
}

function keyOf(parts: readonly CssNode[], parents: SourceSelector["parents"]): string {
  const last = parts.slice(parts.findLastIndex((part) => part.type === "Combinator") + 1);
  for (const part of last) if (part.type === "IdSelector") return `#${part.name}`;
  for (const part of last) if (part.type === "ClassSelector") return `.${part.name}`;
  for (const part of last) {
    if (part.type === "TypeSelector" && part.name !== "*") return part.name.toLowerCase();
  }
  const [outer, ...others] = parents ?? [];
  const isNested = last.some((part) => part.type === "NestingSelector");
  return isNested && outer && others.length === 0 ? keyOf(outer.parts, outer.parents) : "*";
}

/** CSS 2 wrote `:before`; so do pages. */
function pseudoElementOf(part: CssNode): PseudoElement | undefined {
  const isPseudo =
    part.type === "PseudoElementSelector" ||
    (part.type === "PseudoClassSelector" && /^(?:before|after)$/i.test(part.name));
  return isPseudo ? PSEUDO_ELEMENTS.find((name) => name === part.name.toLowerCase()) : undefined;
}

function isOfScreens(part: CssNode): boolean {
  if (part.type === "PseudoElementSelector") return isPseudoElementOfScreens(part);
  return part.type === "PseudoClassSelector" && SCREEN_STATES.has(part.name.toLowerCase());
}

const OF_SCREENS: ReadonlySet<string> = new Set([
  "selection",
  "target-text",
  "placeholder",
  "backdrop",
  "file-selector-button",
  "details-content",
]);

function isPseudoElementOfScreens({ name }: PseudoElementSelector): boolean {
  return name.startsWith("-") || OF_SCREENS.has(name.toLowerCase());
}
