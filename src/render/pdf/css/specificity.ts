/** A selector in, its weight out: ids, then classes, then types (Selectors 4, 17). */
import type { CssNode, PseudoClassSelector } from "css-tree";

const ID = 1_000_000;
const CLASS = 1_000;
const TYPE = 1;

export function specificityOf(parts: Iterable<CssNode>): number {
  let sum = 0;
  for (const part of parts) sum += weightOf(part);
  return sum;
}

function weightOf(part: CssNode): number {
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
      return weightOfPseudoClass(part);
    default:
      return 0;
  }
}

function weightOfPseudoClass(part: PseudoClassSelector): number {
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
    ...selectors.map((each) => (each.type === "Selector" ? specificityOf(each.children) : 0)),
  );
  return name === "is" || name === "not" || name === "has" ? heaviest : CLASS + heaviest;
}
