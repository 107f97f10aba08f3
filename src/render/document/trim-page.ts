/** The tree of a filled page in, changed in place: what makes sense on a page alone is gone, what its layout says stands in words. */
import type { Element, ElementContent, Nodes, Parents } from "hast";
import { hasClass } from "./page-tree.js";

/** What only leads about the page, or is for its looks. */
const PAGE_ONLY = new Set(["nav", "script", "style", "template", "head"]);

export function trimPage(node: Parents): void {
  node.children = node.children.filter((child) => !isOfPageOnly(child)) as typeof node.children;
  for (const child of node.children) {
    if (child.type !== "element") continue;
    trimPage(child);
    if (ROWS.has(child.tagName)) partItems(child);
    if (HEADING.test(child.tagName)) partAside(child);
    if (child.tagName === "table") headTable(child);
    if (hasClass(child, "badge")) bracket(child);
  }
}

function isOfPageOnly(node: Nodes): boolean {
  if (node.type === "doctype" || node.type === "comment") return true;
  if (node.type !== "element") return false;
  const { hidden, ariaHidden, popover, dataOnly, role } = node.properties;
  const isShown = hidden === undefined && popover === undefined && String(ariaHidden) !== "true";
  return PAGE_ONLY.has(node.tagName) || !isShown || dataOnly === "page" || isNotes(role);
}

/** Notes are kept by the numbers that lead to them. */
function isNotes(role: unknown): boolean {
  return role === "doc-footnote" || role === "doc-endnotes";
}

const ROWS = new Set(["p", "div"]);
const HEADING = /^h[1-6]$/;

/** Items in a row, kept apart by the style alone, are kept apart by a dot. */
function partItems(row: Element): void {
  const items = row.children.filter((child) => !isWhitespace(child));
  const isRow = items.length > 1 && items.every((item) => isSpan(item));
  if (!isRow || items.length === row.children.length) return;
  row.children = items.flatMap((item, index) => (index === 0 ? [item] : [dot(), item]));
}

/** What stands small behind the words of a heading is no part of them. */
function partAside(heading: Element): void {
  const last = heading.children.at(-1);
  if (last === undefined || heading.children.length < 2 || !isSpan(last)) return;
  heading.children.splice(-1, 0, dot());
}

/** A table without headings gets an empty row of them: text has no table without. */
function headTable(table: Element): void {
  const hasHead = table.children.some(
    (part) => part.type === "element" && part.tagName === "thead",
  );
  if (!hasHead) table.children.unshift(element("thead", [element("tr", [])]));
}

/** What the style frames stands in brackets. */
function bracket(badge: Element): void {
  badge.children.unshift({ type: "text", value: "(" });
  badge.children.push({ type: "text", value: ")" });
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: "element", tagName, properties: {}, children };
}

function isSpan(node: ElementContent): boolean {
  return node.type === "element" && node.tagName === "span";
}

function isWhitespace(node: ElementContent): boolean {
  return node.type === "text" && node.value.trim() === "";
}

function dot(): ElementContent {
  return { type: "text", value: " · " };
}
