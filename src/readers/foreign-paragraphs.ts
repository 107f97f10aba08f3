/** Paragraphs to those that are in another language than their article. */
import type { ForeignParagraph } from "../model/article.js";

/** Only where a paragraph is long enough to be sure. */
export function findForeign(_paragraphs: readonly string[], _language: string): ForeignParagraph[] {
  return [];
}
