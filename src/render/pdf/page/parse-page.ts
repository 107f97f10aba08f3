/** HTML text in, the page out: its element tree, its style sheet and what its head says about it. */
import { Comment, type Document, Element, isTag, type ParentNode, Text } from "domhandler";
import { parse } from "parse5";
import { adapter } from "parse5-htmlparser2-tree-adapter";
import { shippedFamily } from "../fonts/families.js";
import { lineAndColumn, type Report } from "../report.js";
import { NO_FILES, type ReadFile, resolveReference } from "./page-files.js";

/** Elements deeper than this keep their words but not their structure. */
const DEEPEST_ELEMENT = 256;

export interface StyleSheetText {
  readonly css: string;
  /** Path below the page's folder; undefined for what stands in the page itself. */
  readonly file?: string;
  /** Where `css` begins in its file, from 1; at its start when not given. */
  readonly line?: number;
  readonly column?: number;
}

export interface HtmlPage {
  readonly root: Element;
  readonly body: Element;
  /** From `<title>`, or else the first `<h1>`. */
  readonly title: string;
  readonly author: string | undefined;
  /** From `<meta name="date">`, ISO 8601. */
  readonly date: Date | undefined;
  /** From `<meta name="description">`. */
  readonly subject: string | undefined;
  readonly keywords: string | undefined;
  /** BCP 47, from `<html lang>`. */
  readonly language: string;
  readonly styleSheets: readonly StyleSheetText[];
}

/** @param files gives the style sheets that the page links */
export function parsePage(page: string, report: Report, files: ReadFile = NO_FILES): HtmlPage {
  const html = dropFontFaces(page);
  const document = parse(html, { treeAdapter: adapter });
  flattenBelow(document, DEEPEST_ELEMENT, report);
  const root = childNamed(document, "html") ?? new Element("html", {});
  const head = childNamed(root, "head") ?? new Element("head", {});
  const heads = head.children.filter(isTag);
  const body = childNamed(root, "body") ?? new Element("body", {});
  const title = heads.find((element) => element.name === "title");
  const meta = (name: string) =>
    heads.find((element) => element.attribs.name?.toLowerCase() === name)?.attribs.content;
  const { lang = "" } = root.attribs;
  return {
    root,
    body,
    title: wordsOf(title) || wordsOf(firstNamed(body, "h1")) || "Untitled",
    author: meta("author"),
    subject: meta("description"),
    keywords: meta("keywords"),
    date: parseDate(meta("date")),
    language: isLanguage(lang) ? lang : "en",
    styleSheets: readStyleSheets(heads, html, files, report),
  };
}

/** A day, or an instant with its zone: without one it would hang on the machine. */
function parseDate(text: string | undefined): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?$/.test(text ?? "")) return undefined;
  const date = new Date(text ?? "");
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** Whether a `lang` has the form of a language tag (BCP 47). */
export function isLanguage(tag: string): boolean {
  return /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(tag);
}

/** The words of a node and of everything in it, white space collapsed. */
export function wordsOf(node: ParentNode | undefined): string {
  return textOf(node).replace(/\s+/g, " ").trim().normalize("NFC");
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
 * Fonts as data: URIs are most of a page, so no parser need walk through those that the program has
 * itself, whole. Only their lines are kept, for counting.
 */
function dropFontFaces(html: string): string {
  return html.replace(/<style\b[^>]*>[\s\S]*?<\/style>/gi, (element) =>
    element.replace(/@font-face\s*\{[^}]*\}/gi, (block) =>
      isShippedSubset(block) ? block.replace(/[^\n]+/g, "") : block,
    ),
  );
}

/** Some letters of a family that comes with the program, carried by the page for browsers. */
function isShippedSubset(fontFace: string): boolean {
  const [, family = ""] = /font-family\s*:\s*["']?([^"';}]+)/i.exec(fontFace) ?? [];
  const isCarried = /\burl\(\s*["']?data:/i.test(fontFace) && /unicode-range/i.test(fontFace);
  return isCarried && shippedFamily(family.trim().toLowerCase()) !== undefined;
}

/**
 * In the order in which they stand. The lines of elements are counted here: to have the parser note
 * the place of everything is slow.
 */
function readStyleSheets(
  heads: readonly Element[],
  html: string,
  files: ReadFile,
  report: Report,
): StyleSheetText[] {
  let from = 0;
  return heads.flatMap((element): StyleSheetText[] => {
    if (isStyleLink(element)) return readLinked(element.attribs.href ?? "", files, report);
    if (element.name !== "style") return [];
    const css = textOf(element);
    const at = Math.max(from, html.indexOf(css, from));
    from = at + css.length;
    return [{ css, ...lineAndColumn(html, at) }];
  });
}

function isStyleLink({ name, attribs: { rel = "", media = "all" } }: Element): boolean {
  const isSheet = name === "link" && rel.toLowerCase().split(/\s+/).includes("stylesheet");
  return isSheet && /\b(?:print|all)\b/i.test(media);
}

function readLinked(href: string, files: ReadFile, report: Report): StyleSheetText[] {
  const file = resolveReference(href);
  const bytes = file === undefined ? undefined : files(file);
  if (file !== undefined && bytes !== undefined) {
    return [{ css: new TextDecoder().decode(bytes), file }];
  }
  const hint = "put the style sheet into the page's own folder, or into a <style> of the page";
  report("missing-style-sheet", `cannot read the style sheet "${href}"`, { quoted: href }, hint);
  return [];
}

function firstNamed(parent: ParentNode, name: string): Element | undefined {
  for (const child of parent.children.filter(isTag)) {
    const found = child.name === name ? child : firstNamed(child, name);
    if (found) return found;
  }
  return undefined;
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
