/** Markdown (CommonMark) to its blocks of words in reading order; pictures are no words. */
import type { Nodes, Paragraph, Parents, PhrasingContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { htmlLines } from "../html/html-lines.js";
import { piecesOf, tameMarkdown } from "./tame-markdown.js";

export interface MarkdownBlock {
  readonly text: string;
  /** 1 to 6; 0 for what is no heading. */
  readonly level: number;
  /** What stands below a picture, in italics as a rule. */
  readonly isCaption: boolean;
}

export function markdownBlocks(markdown: string): MarkdownBlock[] {
  const writer = new BlockWriter();
  for (const piece of piecesOf(tameMarkdown(markdown))) writer.visit(fromMarkdown(piece));
  return writer.blocks;
}

class BlockWriter {
  readonly blocks: MarkdownBlock[] = [];
  private isBelowPicture = false;

  visit(node: Nodes): void {
    if (node.type === "paragraph") this.writeParagraph(node);
    else if (node.type === "heading") this.write(wordsOf(node), node.depth);
    else if (node.type === "code") for (const line of node.value.split("\n")) this.write(line);
    else if (node.type === "html") this.writeHtml(node.value);
    else if ("children" in node) for (const child of node.children) this.visit(child);
  }

  private writeParagraph(paragraph: Paragraph): void {
    const pictures = paragraph.children.filter(isPicture);
    const words = paragraph.children.filter(
      (node) => !isPicture(node) && wordsOf(node).trim() !== "",
    );
    const isItalic = words.length > 0 && words.every(({ type }) => type === "emphasis");
    const isCaption = isItalic && (pictures.length > 0 || this.isBelowPicture);
    const rows = rowsOf(wordsOf(paragraph));
    if (rows === null) this.write(wordsOf(paragraph), 0, isCaption);
    else for (const row of rows) this.write(row);
    this.isBelowPicture = pictures.length > 0 && words.length === 0;
  }

  private writeHtml(html: string): void {
    const { lines } = htmlLines(html);
    for (const { text } of lines) this.write(text);
    this.isBelowPicture = lines.length === 0 && /<img\b/i.test(html);
  }

  private write(words: string, level = 0, isCaption = false): void {
    this.isBelowPicture = false;
    const text = words.replace(/\s+/gu, " ").trim();
    if (text !== "") this.blocks.push({ text, level, isCaption });
  }
}

/** A table as many programs write it (GitHub Flavored Markdown, 4.10), row by row; null for other words. */
function rowsOf(words: string): string[] | null {
  const lines = words.split("\n");
  if (!/^[\s|:-]{3,}$/.test(lines[1] ?? "") || !lines[1]?.includes("|")) return null;
  const rows = lines.filter((_, index) => index !== 1);
  return rows.map((row) =>
    row
      .replace(/^\s*\||\|\s*$/g, "")
      .split("|")
      .map((cell) => cell.trim())
      .join(" | "),
  );
}

/** A picture, or a link around one. */
function isPicture(node: PhrasingContent): boolean {
  if (node.type === "image" || node.type === "imageReference") return true;
  return node.type === "link" && node.children.length > 0 && node.children.every(isPicture);
}

/** Links keep their words; tags inside a line go, the words between them stay. */
function wordsOf(node: Nodes): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  if (node.type === "break") return " ";
  return isParent(node) ? node.children.map(wordsOf).join("") : "";
}

function isParent(node: Nodes): node is Parents {
  return "children" in node;
}
