/** The parts of a page that are furniture, hidden or said twice, each block with the rule that says so. */
import type { Element } from "domhandler";
import type { RuleName } from "../rules.js";
import { markComments } from "./comment-sections.js";
import type { Page, Part } from "./page.js";
import { isBody, ruleOfNames } from "./part-names.js";
import { repeatedBlocks } from "./repeated-text.js";
import { teaserCards } from "./teaser-cards.js";

/** A part with more of the page's prose than this is the article, whatever it is called. */
const MAX_SHARE = 0.25;
/** The same for parts that are called an article's body. */
const MAX_BODY_SHARE = 0.05;

/** One rule or null for each block. @param isOutward whether a link leaves the site */
export function furnishedBlocks(
  page: Page,
  isOutward: (href: string | null) => boolean,
): (RuleName | null)[] {
  const rules: (RuleName | null)[] = page.blocks.map(() => null);
  for (const at of repeatedBlocks(page)) rules[at] = "repeated-text";
  markComments(page, rules);
  for (const card of teaserCards(page, isOutward)) {
    for (let at = card.first; at < card.end; at += 1) rules[at] ??= "teaser";
  }
  const prose = proseSums(page, rules);
  const all = prose.at(-1) ?? 0;
  let free = 0;
  for (const part of page.parts) {
    if (part.end === part.first || part.first < free) continue;
    const rule = ruleOf(part, page);
    if (rule === null) continue;
    const share = isBody(part) ? MAX_BODY_SHARE : MAX_SHARE;
    if ((prose[part.end] ?? 0) - (prose[part.first] ?? 0) > all * share) continue;
    for (let at = part.first; at < part.end; at += 1) rules[at] ??= rule;
    free = part.end;
  }
  return rules;
}

/** Text of paragraphs before each block that no rule names, without links. */
function proseSums({ blocks, homes }: Page, rules: readonly (RuleName | null)[]): number[] {
  const sums = [0];
  for (const [at, { text, linked }] of blocks.entries()) {
    const isProse = rules[at] === null && text.length >= 40 && !NO_PROSE.has(homes[at]?.name ?? "");
    sums.push((sums[at] ?? 0) + (isProse ? text.length - linked : 0));
  }
  return sums;
}

const NO_PROSE = new Set("li h1 h2 h3 h4 h5 h6 figcaption".split(" "));

/** The rule under which a part is furniture; null for what may be the article's. */
function ruleOf(part: Part, page: Page): RuleName | null {
  if (WHOLE.has(part.name)) return null;
  if (isHidden(part.attributes)) return "hidden-text";
  if (IMAGE_BOX.test(part.words) && isCaptionBox(part, page)) return "caption";
  const named = ruleOfNames(part);
  // What a network says is the network's, what an article quotes from it is the article's.
  if (named === "related" && !holdsLink(part, page)) return null;
  const quotes = part.name === "blockquote" || part.holds.quotations > 0;
  return quotes && QUOTING.has(named) ? null : named;
}

/** What is called a teaser and leads nowhere is the article's own lead. */
function holdsLink({ first, end }: Part, { blocks }: Page): boolean {
  return blocks.slice(first, end).some(({ linked }) => linked > 0);
}

const WHOLE = new Set(["", "html", "body", "main", "article", "h1"]);
const QUOTING = new Set<RuleName | null>(["share", "promo", "page-part", "related"]);
const IMAGE_BOX = /\b(?:images?|img|photos?|pictures?|pics?|fig|figure|media|thumb(?:nail)?)\b/;
const MAX_CAPTION = 400;

/** A box around a picture and a few words; with a heading in it, it is the head of an article. */
function isCaptionBox({ first, end, holds }: Part, { blocks, homes }: Page): boolean {
  if (holds.images === 0 || end - first > 3) return false;
  let length = 0;
  for (let at = first; at < end; at += 1) {
    if (HEADING.test(homes[at]?.name ?? "")) return false;
    length += blocks[at]?.text.length ?? 0;
  }
  return length <= MAX_CAPTION;
}

const HEADING = /^h[1-6]$/;

/** Words inside a sentence that a page does not show with it. */
export function isHiddenInline({ name, attribs }: Element): boolean {
  if (!INLINE.has(name)) return false;
  return isHidden(attribs) || OPENING.test(attribs.class ?? "");
}

const INLINE = new Set("span a em i b strong small sup sub label".split(" "));
/** Boxes that open inside a sentence when the reader points at a word. */
const OPENING =
  /(?:tooltip|popover|rollover|hovercard)\S{0,20}[-_](?:block|box|content|text|body|inner)|sr-only|screen-?reader|visually-?hidden/i;

function isHidden(attributes: Element["attribs"]): boolean {
  if (attributes.hidden !== undefined || attributes["aria-hidden"] === "true") return true;
  if (attributes["aria-modal"] === "true") return true;
  return attributes.style !== undefined && HIDING.test(attributes.style);
}

const HIDING = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
