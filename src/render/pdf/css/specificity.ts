/** A selector in, its weight out: ids, then classes, then types (Selectors 4, 17). */
import type { CssNode, PseudoClassSelector } from "css-tree";
import type { SourceSelector } from "./read-rule.js";

const ID = 1_000_000;
const CLASS = 1_000;
const TYPE = 1;

export function specificityOf({ parts, parents }: Weighed): number {
  let sum = 0;
  for (const part of parts) sum += weightOf(part, parents);
  return sum;
}

/** A selector, and those that `&` stands for in it. */
type Weighed = Pick<SourceSelector, "parents"> & { readonly parts: Iterable<CssNode> };

function weightOf(part: CssNode, parents: Weighed["parents"]): number {
  switch (part.type) {
    case "IdSelector":
      return ID;
    case "ClassSelector":
    case "AttributeSelector":
      return CLASS;
    case "TypeSelector":
      return part.name === "*" ? 0 : TYPE;
    case "PseudoElementSelector":
      return TYPE;
    case "PseudoClassSelector":
      return weightOfPseudoClass(part, parents);
    case "NestingSelector":
      return Math.max(0, ...(parents ?? []).map(specificityOf));
    default:
      return 0;
  }
}

function weightOfPseudoClass(part: PseudoClassSelector, parents: Weighed["parents"]): number {
  const name = part.name.toLowerCase();
  if (name === "where") return 0;
  if (name === "before" || name === "after") return TYPE;
  const lists = [...(part.children ?? [])].flatMap((child) =>
    child.type === "Nth" ? (child.selector ?? []) : child,
  );
  const selectors = lists.flatMap((list) =>
    list.type === "SelectorList" ? [...list.children] : [],
  );
  const heaviest = Math.max(
    0,
    ...selectors.map((each) =>
      each.type === "Selector" ? specificityOf({ parts: each.children, parents }) : 0,
    ),
  );
  return name === "is" || name === "not" || name === "has" ? heaviest : CLASS + heaviest;
}
