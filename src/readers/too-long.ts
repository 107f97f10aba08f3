/** Lines of an article to the reason why it is not read: it has more text than an article has. */
import type { Diagnostic } from "../model/diagnostic.js";
import { MAX_ARTICLE_BYTES } from "./limits.js";

/** Text that is looked through for an article: a page has menus and other matter around it. */
const MAX_AROUND = 4 * MAX_ARTICLE_BYTES;

/** Null where the article may be read on. @param lines what is left of it after cleaning */
export function tooLong(lines: readonly string[], file: string): Diagnostic | null {
  return over(lines, MAX_ARTICLE_BYTES, file);
}

/** The same before cleaning, so that no time goes into what is refused in the end. */
export function tooLongToClean(lines: readonly string[], file: string): Diagnostic | null {
  return over(lines, MAX_AROUND, file);
}

function over(lines: readonly string[], limit: number, file: string): Diagnostic | null {
  const size = lines.reduce((sum, line) => sum + line.length, 0);
  return size > limit ? articleTooLarge(`${size} characters`, file) : null;
}

/** @param size in words: `2000000 bytes` */
export function articleTooLarge(size: string, file: string): Diagnostic {
  return {
    code: "article-too-large",
    severity: "error",
    message: `holds ${size} of text, more than the ${MAX_ARTICLE_BYTES} of an article`,
    place: { file },
    hint: "split it into its articles, or leave it out",
  };
}
