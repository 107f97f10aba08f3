/** A statement of the view in, its words as HTML, with language, ellipses and date marked, out. */
import { z } from "zod";
import { escapeHtml } from "./escape-html.js";
import type { Filling } from "./filling.js";

export const StatementSchema = z.object({
  id: z.string(),
  text: z.string(),
  context: z.string().nullable(),
  when: z.object({ start: z.int(), end: z.int() }).nullable(),
  language: z.string(),
  direction: z.string(),
});
type Words = z.infer<typeof StatementSchema>;

export function statementWords(filling: Filling, statement: Words): string {
  const title = escapeHtml(filling.words("statement.ellipsis", {}));
  const marked = (words: string) =>
    escapeHtml(words).replaceAll("[…]", `<span class="ellipsis" title="${title}">[…]</span>`);
  const { language, direction } = statement;
  const foreign =
    language !== "und" && language !== filling.language
      ? ` lang="${escapeHtml(language)}" dir="${escapeHtml(direction)}"`
      : "";
  const context =
    statement.context === null ? "" : `<span class="context">${marked(statement.context)}</span> `;
  return `<span class="statement" data-statement="${escapeHtml(statement.id)}"${foreign}>${context}${emphasised(statement, marked)}</span>`;
}

/** The text with the words that give an event's date made strong. */
function emphasised({ text, when }: Words, print: (words: string) => string): string {
  if (when === null) return print(text);
  const { start, end } = when;
  return `${print(text.slice(0, start))}<strong>${print(text.slice(start, end))}</strong>${print(text.slice(end))}`;
}
