/** The page around a drawing in, its elements by id out: drawings may share what they use. */
import { type Element, isTag, type ParentNode } from "domhandler";

const byPage = new WeakMap<ParentNode, ReadonlyMap<string, Element>>();

export class SvgDefinitions {
  readonly #elements: ReadonlyMap<string, Element>;

  constructor(svg: Element) {
    let root: ParentNode = svg;
    while (root.parent) root = root.parent;
    const elements = byPage.get(root) ?? collectIds(root);
    byPage.set(root, elements);
    this.#elements = elements;
  }

  /** @param reference an id, `#id` as in a link */
  find(reference: string | undefined): Element | undefined {
    return reference?.startsWith("#") ? this.#elements.get(reference.slice(1)) : undefined;
  }
}

function collectIds(root: ParentNode): ReadonlyMap<string, Element> {
  const elements = new Map<string, Element>();
  const pending: ParentNode[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const id = "attribs" in node ? (node as Element).attribs.id : undefined;
    if (id && !elements.has(id)) elements.set(id, node as Element);
    for (const child of node.children.filter(isTag).reverse()) pending.push(child);
  }
  return elements;
}
