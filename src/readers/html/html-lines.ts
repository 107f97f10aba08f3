/** A fragment of HTML, such as the content of a feed's item, to its lines. */
import type { ParentNode } from "domhandler";
import type { Line } from "../draft.js";
import { blocksOf } from "./blocks.js";
import { parseHtml } from "./parse-html.js";

export interface LinesOfText {
  /** Every line, parted by line breaks; offsets of lines count in it. */
  readonly raw: string;
  readonly lines: readonly Line[];
}

/** @param head text that stands before the lines in `raw`, such as the metadata of an item */
export function htmlLines(html: string, head = ""): LinesOfText {
  return linesOfTexts(
    blocksOf(parseHtml(html) as ParentNode).map(({ text }) => text),
    head,
  );
}

/** Lines over a raw text that is made of them. */
export function linesOfTexts(texts: readonly string[], head = ""): LinesOfText {
  const lines: Line[] = [];
  let raw = head === "" ? "" : `${head}\n\n`;
  for (const text of texts.map((words) => words.trim()).filter((words) => words !== "")) {
    const start = raw.length;
    raw += `${text}\n`;
    lines.push({ start, end: start + text.length, text, gap: true, glued: false });
  }
  return { raw, lines };
}
