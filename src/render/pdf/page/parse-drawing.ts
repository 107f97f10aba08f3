/** The text of an SVG file in, its `<svg>` element out. */
import { type Element, isTag, type ParentNode } from "domhandler";
import { parseFragment } from "parse5";
import { adapter } from "parse5-htmlparser2-tree-adapter";

export function parseDrawing(text: string): Element | undefined {
  // A declaration and a document type would end in words before the drawing.
  const begin = text.search(/<svg[\s>]/i);
  const fragment: ParentNode = parseFragment(text.slice(begin), { treeAdapter: adapter });
  return fragment.children.filter(isTag).find((child) => child.name === "svg");
}
