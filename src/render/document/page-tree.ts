/** Looking things up in the tree of a page (hast). */
import type { Element, Nodes } from "hast";

/** The first element below a node, in the order of the page, that fits. */
export function find(node: Nodes, fits: (element: Element) => boolean): Element | null {
  return findAll(node, fits)[0] ?? null;
}

export function findAll(node: Nodes, fits: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const visit = (here: Nodes): void => {
    if (here.type === "element" && fits(here)) found.push(here);
    if ("children" in here) here.children.forEach(visit);
  };
  visit(node);
  return found;
}

export function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

/** White space is folded. */
export function textOf(node: Nodes): string {
  if (node.type === "text") return node.value.replace(/[ \t\n\r\f]+/g, " ");
  return "children" in node ? node.children.map(textOf).join("") : "";
}
