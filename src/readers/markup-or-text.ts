/** The words of a field that may hold markup or plain text, as an item's body or as a line. */

import { htmlLines } from "./html/html-lines.js";
import type { Item } from "./item.js";

/** Elements that bodies are made of; other words between angle brackets are none. */
const TAG =
  /<\/?(?:p|br|div|span|a|b|i|u|em|strong|ul|ol|li|h[1-6]|blockquote|table|tr|td|img|figure|section|article|html|body|font|center|small|hr|pre|iframe|!--)(?:[\s/>-]|$)/i;
const ENTITY = /&(?:[a-z]{2,10}|#\d{2,6}|#x[\da-f]{2,5});/i;

function isMarkup(value: string): boolean {
  return TAG.test(value);
}

/** Line breaks are kept where the text has no tags that would part it. */
export function bodyOf(value: string): Item["body"] {
  if (isMarkup(value)) return { html: value };
  if (!ENTITY.test(value)) return { text: value };
  const lines = value
    .split(/\r?\n/)
    .map((line) => (line.trim() === "" ? "" : decodeEntities(line)));
  return { text: lines.join("\n") };
}

/** One line of plain words: tags gone, entities read, white space evened out. */
export function lineOf(value: string | null): string | null {
  if (value === null) return null;
  const plain = TAG.test(value) || ENTITY.test(value) ? decodeEntities(value) : value;
  const line = plain.replace(/\s+/gu, " ").trim();
  return line === "" ? null : line;
}

function decodeEntities(text: string): string {
  return htmlLines(text)
    .lines.map((line) => line.text)
    .join(" ");
}
