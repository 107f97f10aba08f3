/** Takes out what stands around the article in a page that was flattened to lines. */
import { type Draft, type Line, withoutLines } from "../draft.js";
import { shapeOf } from "../line-scores.js";
import { findMainLines } from "../main-lines.js";
import type { RuleName } from "../rules.js";

/** A page flattened shows by its many lines that are no prose. */
const PAGE = { lines: 12, share: 0.4 } as const;

export function dropPage(draft: Draft): Draft {
  const { lines, language } = draft;
  if (!looksLikePage(lines)) return draft;
  const texts = lines.map(({ text }) => text);
  const { kept, title, start, end } = findMainLines(texts, { language });
  if (start === end) return draft;
  const rules = new Map<Line, RuleName>();
  for (const [index, line] of lines.entries()) {
    if (!kept[index] && index !== title) rules.set(line, "page-line");
  }
  return withoutLines(draft, rules);
}

function looksLikePage(lines: readonly Line[]): boolean {
  const other = lines.filter(({ text }) => !shapeOf(text, "und").isProse).length;
  return other >= PAGE.lines && other >= lines.length * PAGE.share;
}
