/** What a page says in, plain text out: for mail that shows no other, and for whoever reads aloud. */
import type {
  FootnoteDefinition,
  List,
  ListItem,
  PhrasingContent,
  RootContent,
  Table,
  TableRow,
} from "mdast";
import { fillLines } from "../../text/fill-lines.js";
import type { PageDocument } from "../document/page-document.js";
import { PLAIN_WIDTH as WIDTH } from "./plain-width.js";

export function writePlain({ root, language }: PageDocument): string {
  const notes = root.children.filter((node) => node.type === "footnoteDefinition");
  const body = root.children.filter((node) => node.type !== "footnoteDefinition");
  const blocks = [
    ...body.flatMap((node) => blockOf(node, language)),
    ...(notes.length > 0 ? [RULE] : []),
  ];
  return `${[...blocks, notes.map((note) => noteOf(note, language)).join("\n")].join("\n\n").trim()}\n`;
}

const RULE = "-".repeat(WIDTH);

/**
 * @param language of the page, whose capitals its title is in: i becomes İ in Turkish
 * @returns what stands there, or nothing for what text cannot show
 */
function blockOf(node: RootContent, language: string): string[] {
  switch (node.type) {
    case "heading":
      return [headingOf(node.depth, inline(node.children), language)];
    case "paragraph":
      return [fillLines(inline(node.children), WIDTH)];
    case "list":
      return [listOf(node, language)];
    case "table":
      return [tableOf(node)];
    case "blockquote":
      return node.children
        .flatMap((child) => blockOf(child, language))
        .map((block) => block.replaceAll(/^/gm, "  "));
    case "thematicBreak":
      return [RULE];
    default:
      return "children" in node
        ? node.children.flatMap((child) => blockOf(child as RootContent, language))
        : [];
  }
}

/** Underlined down to the second level, as long as it is wide. */
function headingOf(depth: number, words: string, language: string): string {
  const line = { 1: "=", 2: "-" }[depth];
  const title = fillLines(depth === 1 ? capitals(words, language) : words, WIDTH);
  if (line === undefined) return title;
  const longest = Math.max(...title.split("\n").map((part) => [...part].length));
  return `${title}\n${line.repeat(longest)}`;
}

/** Whatever a page says that its language is. */
function capitals(words: string, language: string): string {
  try {
    return words.toLocaleUpperCase(language);
  } catch {
    return words.toUpperCase();
  }
}

function listOf({ ordered, start, children }: List, language: string): string {
  return children
    .map((item, index) => itemOf(item, ordered ? `${(start ?? 1) + index}. ` : "- ", language))
    .join("\n");
}

function itemOf({ children }: ListItem, bullet: string, language: string): string {
  const blocks = children.flatMap((child) =>
    child.type === "paragraph"
      ? [fillLines(inline(child.children), WIDTH - bullet.length)]
      : blockOf(child, language),
  );
  return hang(blocks.join("\n"), bullet);
}

/** Row by row, as columns have no room: the first cell, then each other one behind its heading. */
function tableOf({ children: [head, ...rows] }: Table): string {
  const names = head?.children.map(({ children }) => inline(children)) ?? [];
  return rows.map((row) => rowOf(row, names)).join("\n");
}

function rowOf({ children: [first, ...rest] }: TableRow, names: readonly string[]): string {
  const lead = first === undefined ? "" : inline(first.children);
  const others = rest.flatMap(({ children }, index) => {
    const words = inline(children);
    const name = names[index + 1] ?? "";
    return words === "" ? [] : [name === "" ? words : `${name}: ${words}`];
  });
  const lines = [lead, ...others].filter((line) => line !== "");
  return hang(lines.map((line) => fillLines(line, WIDTH - 2)).join("\n"), "* ");
}

function noteOf({ identifier, children }: FootnoteDefinition, language: string): string {
  const words = children
    .flatMap((child) => blockOf(child, language))
    .join(" ")
    .replaceAll("\n", " ");
  return hang(fillLines(words, WIDTH - 2), `${markOf(identifier)} `, "  ");
}

function hang(text: string, bullet: string, indent = " ".repeat(bullet.length)): string {
  return `${bullet}${text.replaceAll("\n", `\n${indent}`)}`;
}

function inline(children: readonly PhrasingContent[]): string {
  return children.map(wordsOf).join("");
}

function wordsOf(node: PhrasingContent): string {
  switch (node.type) {
    case "text":
    case "inlineCode":
      return node.value;
    case "break":
      return "\n";
    case "image":
      return node.alt ?? "";
    case "footnoteReference":
      return markOf(node.identifier);
    case "link":
      return linkOf(inline(node.children), node.url);
    default:
      return "children" in node ? inline(node.children) : "";
  }
}

/** Other than on the page each use has a mark of its own, as nothing can be pressed. */
function markOf(identifier: string): string {
  return `[${identifier}]`;
}

function linkOf(words: string, url: string): string {
  const address = url.replace(/^mailto:/, "");
  if (url.startsWith("#") || address === words) return words;
  return `${words} <${address}>`;
}
