/**
 * Inline content as written in, as it will be set out: white space collapsed across elements or
 * kept (CSS Text 3, 4.1.1), letters composed (Unicode NFC), case transformed in the words' own
 * language.
 */
import type { InlineItem, InlineText } from "../boxes/box.js";
import type { Style } from "../css/properties.js";
import { transformText } from "./transform-text.js";

export function settleText(items: readonly InlineItem[]): readonly InlineItem[] {
  const settled: InlineItem[] = [];
  let afterSpace = true;
  let before = "";
  const add = (item: InlineText, written: string) => {
    const letters = withoutControls(written);
    const text = collapses(item.style) ? collapse(letters, afterSpace) : letters;
    if (text === "") return;
    afterSpace = collapses(item.style) && text.endsWith(" ");
    const transformed = transformText(text.normalize("NFC"), item.style, item.language, before);
    before = text.slice(-1);
    settled.push({ ...item, text: transformed });
  };
  const endLine = (item: InlineItem) => {
    afterSpace = true;
    before = "";
    settled.push(item);
  };
  for (const item of items) {
    if (item.kind === "text") {
      linesOf(item).forEach((line, index) => {
        if (index > 0) endLine({ kind: "break" });
        add(item, line);
      });
    } else if (item.kind === "break") endLine(item);
    else {
      if (item.kind === "atomic") {
        afterSpace = false;
        before = "";
      }
      settled.push(item);
    }
  }
  return settled;
}

/** Control characters, noncharacters and the byte order mark say nothing and have no glyph. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROLS = /[\0-\x08\v\x0E-\x1F\x7F-\x9F\uFDD0-\uFDEF\uFEFF\uFFFE\uFFFF]/g;

function withoutControls(text: string): string {
  return text.replace(CONTROLS, "").toWellFormed();
}

/** Whether several spaces are one. */
function collapses({ whiteSpace }: Style): boolean {
  return whiteSpace === "normal" || whiteSpace === "nowrap" || whiteSpace === "pre-line";
}

/** What the style lets stand on lines of its own. */
function linesOf({ text, style: { whiteSpace } }: InlineText): readonly string[] {
  if (whiteSpace === "normal" || whiteSpace === "nowrap") return [text];
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  if (whiteSpace !== "pre-line") return lines;
  const last = lines.length - 1;
  return lines.map((line, index) => (index < last ? line.replace(/[ \t]+$/, "") : line));
}

function collapse(text: string, afterSpace: boolean): string {
  const collapsed = text.replace(/[ \t\n\r\f]+/g, " ");
  return afterSpace && collapsed.startsWith(" ") ? collapsed.slice(1) : collapsed;
}
