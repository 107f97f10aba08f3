/** A statement of the view in, its words as HTML, with language, ellipses and date marked, out. */
import { z } from "zod";
import { datedWords } from "./dated-words.js";
import { escapeHtml } from "./escape-html.js";
import type { Filling } from "./filling.js";
import { openingWords } from "./opening-words.js";

export const StatementSchema = z.object({
  id: z.string(),
  text: z.string(),
  context: z.string().nullable(),
  when: z.object({ start: z.int(), end: z.int() }).nullable(),
  language: z.string(),
  direction: z.string(),
  rewrite: z
    .object({
      kind: z.enum(["rewording", "translation"]),
      text: z.string(),
      language: z.string(),
      direction: z.string(),
    })
    .nullish(),
});
type Words = z.infer<typeof StatementSchema>;

export function statementWords(filling: Filling, statement: Words): string {
  filling.told.set(statement.id, "in-full");
  return markedWords(filling, statement);
}

/**
 * In full where the page has not told it yet; else its first words, enough to know it by, or the
 * words around the date that it gives.
 */
export function retoldWords(filling: Filling, statement: Words, keep: "opening" | "date"): string {
  if (!filling.told.has(statement.id)) return statementWords(filling, statement);
  filling.told.set(statement.id, "again");
  const { text, when } = statement;
  const again =
    keep === "date" && when !== null
      ? datedWords(text, when)
      : { text: openingWords(text), when: null };
  return markedWords(filling, { ...statement, ...again, context: null });
}

function markedWords(filling: Filling, statement: Words): string {
  const title = escapeHtml(filling.words("statement.ellipsis", {}));
  const marked = (words: string) =>
    escapeHtml(words).replaceAll("[…]", `<span class="ellipsis" title="${title}">[…]</span>`);
  const foreign = foreignness(filling, statement);
  const context =
    statement.context === null ? "" : `<span class="context">${marked(statement.context)}</span> `;
  return `<span class="statement" data-statement="${escapeHtml(statement.id)}"${foreign}>${context}${emphasised(statement, marked)}</span>`;
}

/** Attributes of words in another language than the page's. */
function foreignness(
  filling: Filling,
  { language, direction }: Pick<Words, "language" | "direction">,
): string {
  return language !== "und" && language !== filling.language
    ? ` lang="${escapeHtml(language)}" dir="${escapeHtml(direction)}"`
    : "";
}

/** Generated words of a statement, a note that says first what they are: to the eye and to the ear. */
export function rewriteWords(filling: Filling, { id, rewrite }: Words): string {
  if (rewrite === null || rewrite === undefined || filling.told.get(id) === "again") return "";
  const mark = escapeHtml(filling.words(`rewrite.${rewrite.kind}`, {}));
  const words = `<span class="rewrite-words"${foreignness(filling, rewrite)}>${escapeHtml(rewrite.text)}</span>`;
  return ` <span class="rewrite" role="note" data-rewrite="${escapeHtml(id)}"><span class="rewrite-mark">${mark}</span> ${words}</span>`;
}

/** The text with the words that give an event's date made strong. */
function emphasised({ text, when }: Words, print: (words: string) => string): string {
  if (when === null) return print(text);
  const { start, end } = when;
  return `${print(text.slice(0, start))}<strong>${print(text.slice(start, end))}</strong>${print(text.slice(end))}`;
}
