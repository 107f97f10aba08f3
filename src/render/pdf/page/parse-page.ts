/** HTML text in, the page out: its element tree, its style sheet and what its head says about it. */
import { Comment, type Document, Element, isTag, type ParentNode, Text } from "domhandler";
import { parse } from "parse5";
import { adapter } from "parse5-htmlparser2-tree-adapter";
import type { Report } from "../report.js";

/** Elements deeper than this keep their words but not their structure. */
export const DEEPEST_ELEMENT = 256;

export interface StyleSheetText {
  readonly css: string;
  /** Line of the page on which `css` begins, from 1. */
  readonly firstLine: number;
}

export interface HtmlPage {
  readonly root: Element;
  readonly body: Element;
  readonly title: string;
  readonly author: string | undefined;
  /** BCP 47, from `<html lang>`. */
  readonly language: string;
  readonly styleSheets: readonly StyleSheetText[];
}

export function parsePage(page: string, report: Report): HtmlPage {
  const html = dropFontFaces(page);
  const document = parse(html, { treeAdapter: adapter });
  flattenBelow(document, DEEPEST_ELEMENT, report);
  const root = childNamed(document, "html") ?? new Element("html", {});
  const head = childNamed(root, "head") ?? new Element("head", {});
  const heads = head.children.filter(isTag);
  return {
    root,
    body: childNamed(root, "body") ?? new Element("body", {}),
    title: textOf(heads.find((element) => element.name === "title")).trim(),
    author: heads.find((element) => element.attribs.name === "author")?.attribs.content,
    language: root.attribs.lang ?? "en",
    styleSheets: readStyleElements(heads, html),
  };
}

/** The words of a node and of everything in it, as written. */
export function textOf(node: ParentNode | undefined): string {
  let text = "";
  const pending = node ? [...node.children].reverse() : [];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (next instanceof Text) text += next.data;
    else if ("children" in next) pending.push(...[...next.children].reverse());
  }
  return text;
}

/**
 * Fonts as data: URIs are most of a page and no rule needs them, so no parser need walk through
 * them. Only their lines are kept, for counting.
 */
function dropFontFaces(html: string): string {
  return html.replace(/<style\b[^>]*>[\s\S]*?<\/style>/gi, (element) =>
    element.replace(/@font-face\s*\{[^}]*\}/gi, (block) => block.replace(/[^\n]+/g, "")),
  );
}

/** Their lines are counted here: to have the parser note the place of everything is slow. */
function readStyleElements(heads: readonly Element[], html: string): StyleSheetText[] {
  const styles = heads.filter((element) => element.name === "style");
  let from = 0;
  return styles.map((element) => {
    const css = textOf(element);
    const at = Math.max(from, html.indexOf(css, from));
    from = at + css.length;
    return { css, firstLine: html.slice(0, at).split("\n").length };
  });
}

function childNamed(parent: ParentNode, name: string): Element | undefined {
  return parent.children.filter(isTag).find((child) => child.name === name);
}

/** Later stages recurse over the tree, so its depth is settled here, without recursion. */
function flattenBelow(document: Document, deepest: number, report: Report): void {
  const pending: { node: ParentNode; depth: number }[] = [{ node: document, depth: 0 }];
  let isFlattened = false;
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, depth } = next;
    node.children = node.children.filter((child) => !(child instanceof Comment));
    for (const child of node.children.filter(isTag)) {
      if (depth < deepest) pending.push({ node: child, depth: depth + 1 });
      else {
        isFlattened = true;
        const words = new Text(textOf(child));
        words.parent = child;
        child.children = [words];
      }
    }
  }
  if (!isFlattened) return;
  report(
    "nesting-too-deep",
    `elements are nested deeper than ${deepest}; their words are kept, their structure is not`,
    undefined,
    "close the elements that the page leaves open",
  );
}
