/** Sections of rows to lines of a terminal: wrapped, escaped, with colours only where there is a terminal. */
import process from "node:process";
import { styleText } from "node:util";
import { fillLines } from "../../text/fill-lines.js";
import { escapeControls } from "../terminal.js";
import type { Row, Section } from "./section.js";

const WIDEST = 100;
const LABEL = 12;

/** Sections without a row are left out. */
export function layOutSections(
  sections: readonly Section[],
  columns: number = process.stdout.columns ?? WIDEST,
): string {
  const width = Math.max(40, Math.min(WIDEST, columns));
  return sections
    .filter(({ rows }) => rows.length > 0)
    .map(({ title, rows }) => {
      const lines = rows.flatMap((row) => layOutRow(row, title === null ? 0 : 2, width));
      return [...(title === null ? [] : [bold(clean(title))]), ...lines].join("\n");
    })
    .join("\n\n");
}

function layOutRow({ label, text, depth = 0 }: Row, margin: number, width: number): string[] {
  const indent = margin + depth * 2;
  const head = label === undefined ? "" : pad(clean(label));
  const room = Math.max(24, width - indent - head.length);
  const lines = fillLines(clean(text), room).split("\n");
  return lines.map((line, index) => {
    const lead = index === 0 ? dim(head) : " ".repeat(head.length);
    return `${" ".repeat(indent)}${lead}${line}`.trimEnd();
  });
}

function pad(label: string): string {
  return label.length < LABEL ? label.padEnd(LABEL) : `${label} `;
}

/** Text of articles is hostile, and stands on lines of our own. */
function clean(text: string): string {
  return escapeControls(text.replace(/\s+/g, " ").trim());
}

function bold(text: string): string {
  return styleText("bold", text, { stream: process.stdout });
}

function dim(text: string): string {
  return text === "" ? "" : styleText("dim", text, { stream: process.stdout });
}
