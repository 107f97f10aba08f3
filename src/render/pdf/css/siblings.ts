/** An element in, its place among its siblings out; each family is counted once. */
import { type Element, isTag, type ParentNode } from "domhandler";
import { remember } from "../remember.js";

export interface SiblingPlace {
  /** All elements of the family, in order. */
  readonly family: readonly Element[];
  /** From 1. */
  readonly index: number;
  readonly ofType: number;
  readonly typeCount: number;
}

const families = new WeakMap<ParentNode, ReadonlyMap<Element, SiblingPlace>>();

export function siblingPlace(element: Element): SiblingPlace {
  const { parent } = element;
  const alone = { family: [element], index: 1, ofType: 1, typeCount: 1 };
  if (!parent) return alone;
  return remember(families, parent, () => countFamily(parent)).get(element) ?? alone;
}

export function previousSibling(element: Element): Element | undefined {
  const { family, index } = siblingPlace(element);
  return family[index - 2];
}

function countFamily(parent: ParentNode): ReadonlyMap<Element, SiblingPlace> {
  const family = parent.children.filter(isTag);
  const totals = new Map<string, number>();
  for (const { name } of family) totals.set(name, (totals.get(name) ?? 0) + 1);
  const counted = new Map<string, number>();
  return new Map(
    family.map((element, at) => {
      const ofType = (counted.get(element.name) ?? 0) + 1;
      counted.set(element.name, ofType);
      const typeCount = totals.get(element.name) ?? ofType;
      return [element, { family, index: at + 1, ofType, typeCount }];
    }),
  );
}
