/** A page as text that a person can read and compare: headings, lines, list items, table rows. */
import { type DefaultTreeAdapterTypes as Dom, parse } from "parse5";

const BLOCKS = new Set(["p", "li", "div", "h1", "h2", "h3", "tr", "svg", "header", "footer"]);

export function outline(page: string): string {
  const lines: string[] = [];
  let line = "";
  const close = (): void => {
    const text = line.replaceAll(/\s+/g, " ").trim();
    if (text !== "") lines.push(text);
    line = "";
  };
  const visit = (node: Dom.ChildNode): void => {
    if (node.nodeName === "#text" && "value" in node) line += node.value;
    if (!("tagName" in node) || node.tagName === "head" || node.tagName === "style") return;
    if (attribute(node, "hidden") !== undefined) return;
    const isBlock = BLOCKS.has(node.tagName) || classOf(node) === "operand";
    if (isBlock) close();
    line += markOf(node);
    for (const child of node.childNodes) visit(child);
    if (node.tagName === "td" || node.tagName === "th") line += " | ";
    if (isBlock) close();
  };
  for (const child of parse(page).childNodes) visit(child);
  close();
  return `${lines.join("\n")}\n`;
}

function markOf(node: Dom.Element): string {
  switch (node.tagName) {
    case "h1":
      return "# ";
    case "h2":
      return "## ";
    case "h3":
      return "### ";
    case "li":
      return "- ";
    case "svg":
      return `(picture: ${attribute(node, "aria-label") ?? "mark"}) `;
    case "span":
      return classOf(node) === "operand" ? "  > " : "";
    default:
      return "";
  }
}

export function attribute(node: Dom.Element, name: string): string | undefined {
  return node.attrs.find((attr) => attr.name === name)?.value;
}

function classOf(node: Dom.Element): string | undefined {
  return attribute(node, "class");
}

/** Every element of a page, in document order. */
export function elementsOf(page: string): readonly Dom.Element[] {
  const found: Dom.Element[] = [];
  const visit = (node: Dom.ChildNode): void => {
    if (!("tagName" in node)) return;
    found.push(node);
    node.childNodes.forEach(visit);
  };
  parse(page).childNodes.forEach(visit);
  return found;
}

/** The words of an element's own text and that of everything in it. */
export function textOf(node: Dom.ChildNode): string {
  if (node.nodeName === "#text" && "value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}
