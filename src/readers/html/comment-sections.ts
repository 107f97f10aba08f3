/** What readers wrote below the article, by the names of parts and by headings. */
import { countWords } from "../line-shape.js";
import { COMMENT_HEADS } from "../line-words.js";
import type { RuleName } from "../rules.js";
import { around, type Page, type Part } from "./page.js";
import { isBody } from "./part-names.js";

/** Comments may be longer than the article: they go by name alone, unless the article stands in them. */
export function markComments(page: Page, rules: (RuleName | null)[]): void {
  let free = 0;
  for (const part of page.parts) {
    if (part.first < free || part.end === part.first || WHOLE.has(part.name)) continue;
    if (!NAMES.test(part.words) || holdsArticle(part, part.first, page)) continue;
    rules.fill("comments", part.first, part.end);
    free = part.end;
  }
  markBelowHeadings(page, rules);
}

const WHOLE = new Set(["", "html", "body", "main", "article", "h1"]);
const NAMES =
  /\b(?:comments?|comment-?(?:list|section|area|thread|body|wrapper|container)|commentlist|disqus(?:-thread)?|livefyre|fb-comments|respond)(?: |$)/;
const HEAD = new RegExp(`^[(\\d\\s]*(?:${COMMENT_HEADS})(?!\\p{L})`, "iu");
const HEADING = /^h[2-6]$/;
const MAX_HEAD_WORDS = 6;

/** From `12 comments` to the end of the part that the heading opens or stands in. */
function markBelowHeadings(page: Page, rules: (RuleName | null)[]): void {
  for (const [at, { text }] of page.blocks.entries()) {
    const home = page.homes[at];
    if (rules[at] !== null || home === undefined || !HEADING.test(home.name)) continue;
    if (countWords(text) > MAX_HEAD_WORDS || !HEAD.test(text)) continue;
    const section = [...around(home)].find(({ first, end }) => end - first > 2);
    if (section !== undefined && !holdsArticle(section, at, page)) {
      for (let below = at; below < section.end; below += 1) rules[below] ??= "comments";
    }
  }
}

/** Whether a heading of the page, or what is called an article's body, stands in a part from a block on. */
function holdsArticle(part: Part, from: number, page: Page): boolean {
  for (let index = part.index + 1; index < page.parts.length; index += 1) {
    const inner = page.parts[index];
    if (inner === undefined || inner.first >= part.end) return false;
    if (inner.end <= from) continue;
    if (inner.name === "h1" || (isBody(inner) && inner.first >= from && !NAMES.test(inner.words)))
      return true;
  }
  return false;
}
