/** The parts of a page that are furniture by tag, class, role or property, each with the rule that says so. */
import type { Element } from "domhandler";
import type { RuleName } from "../rules.js";
import type { Page, Part } from "./page.js";
import { repeatedBlocks } from "./repeated-text.js";

/** A part with more of the page's prose than this is the article, whatever it is called. */
const MAX_SHARE = 0.25;
/** The same for parts that are called an article's body. */
const MAX_BODY_SHARE = 0.05;

/** One rule or null for each block; `hidden` parts too. */
export function furnishedBlocks(page: Page): (RuleName | null)[] {
  const rules: (RuleName | null)[] = page.blocks.map(() => null);
  for (const at of repeatedBlocks(page)) rules[at] = "repeated-text";
  markComments(page, rules);
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

/** Comments may be longer than the article: they go by name alone, unless the article stands in them. */
function markComments(page: Page, rules: (RuleName | null)[]): void {
  let free = 0;
  for (const part of page.parts) {
    if (part.first < free || part.end === part.first || WHOLE.has(part.name)) continue;
    if (!COMMENTS.test(wordsOf(part.attributes)) || holdsArticle(part, page)) continue;
    rules.fill("comments", part.first, part.end);
    free = part.end;
  }
}

const COMMENTS =
  /\b(?:comments?|comment-?(?:list|section|area|thread|body|wrapper|container)|commentlist|disqus(?:-thread)?|livefyre|fb-comments|respond)(?: |$)/;

function holdsArticle(part: Part, page: Page): boolean {
  for (let at = part.index + 1; at < page.parts.length; at += 1) {
    const inner = page.parts[at];
    if (inner === undefined || inner.first >= part.end) return false;
    if (inner.name === "h1" || (isBody(inner) && !COMMENTS.test(wordsOf(inner.attributes))))
      return true;
  }
  return false;
}

const BODY =
  /\b(?:(?:article|entry|post|story|news|page)-?(?:body|content|text)|articlebody|h-?entry|main-?content|body-?(?:text|copy|content))\b/;

function isBody({ attributes }: Part): boolean {
  return attributes.itemprop === "articleBody" || BODY.test(wordsOf(attributes));
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

const BY_NAME: Readonly<Record<string, RuleName>> = {
  nav: "page-part",
  aside: "page-part",
  footer: "page-part",
  menu: "page-part",
  dialog: "page-part",
  address: "page-part",
  figcaption: "caption",
  "amp-sidebar": "page-part",
  "amp-consent": "page-part",
};

const BY_ROLE: Readonly<Record<string, RuleName>> = {
  navigation: "page-part",
  menu: "page-part",
  menubar: "page-part",
  complementary: "page-part",
  banner: "page-part",
  contentinfo: "page-part",
  search: "page-part",
  dialog: "page-part",
  alertdialog: "page-part",
  alert: "page-part",
  toolbar: "page-part",
};

/** Tried in this order on class, id and the like; words are parted by dashes. */
const BY_WORDS: readonly (readonly [RuleName, RegExp])[] = [
  [
    "hidden-text",
    /\b(?:sr-only|screen-reader(?:-text)?|visually-?hidden|visuallyhidden|hide-text|d-print|(?:only|visible)-print|print-(?:only|header|footer|block)|noscript)\b|(?:^| )(?:is-)?hid(?:den|e)(?: |$)/,
  ],
  [
    "credit-line",
    /\b(?:image|photo|img|media|picture)-?(?:credits?|source|copyright|attribution|byline|rights)\b|\bcredits?\b|\bphotographer\b/,
  ],
  ["caption", /caption\b|\bcaption-|\bcutline\b|\bimage-(?:desc|description|meta|text|info)\b/],
  [
    "comments",
    /\b(?:comments?|disqus|respond|replies|commentlist|livefyre|fb-comments|comment-(?:list|form|section|area))\b/,
  ],
  [
    "author-bio",
    /\b(?:about-?)?author-?(?:bio|box|info|card|about|desc|description|profile|details|block|wrap|container|area)\b|\babout-?(?:the-?)?author\b|\b(?:bio|biography|bio-?box|authorbox|contributors?|end-?bio)\b/,
  ],
  [
    "newsletter",
    /\b(?:newsletters?|sign-?up|opt-?in|mailchimp|mc-embed|email-?(?:signup|form|capture|alert)|subscribe|subscription|subscribe-(?:box|form))\b/,
  ],
  [
    "share",
    /\b(?:share|shares|sharing|share-?(?:bar|buttons?|links?|tools|icons)|social|social-?(?:links?|media|share|bar|icons|buttons?|follow)|sharedaddy|addthis|addtoany|sharethis|follow-?us|article-?tools)\b/,
  ],
  [
    "related",
    /\b(?:related|relateds|related-?\w+|recommend(?:ed|ations?)?|recirc(?:ulation)?|read-?(?:more|also|next|on)|more-?(?:stories|news|from|on|posts|articles|like|coverage|reading)|see-?(?:also|more)|also-?(?:read|see|on|like)|you-?may|trending|most-?(?:read|viewed|shared|popular|recent)|popular|outbrain|taboola|revcontent|zergnet|jp-relatedposts|yarpp|teasers?|up-?next|next-?up|latest-?(?:news|stories|posts|articles)|next-?(?:article|post|story)|prev(?:ious)?-?(?:article|post|story)|post-?nav(?:igation)?|posts?-?list|story-?list|card-?list|river|feed-?list|inline-?(?:related|links?)|link-?list|playlist|suggested|suggestions)\b/,
  ],
  [
    "promo",
    /\b(?:promos?|promotions?|promo-?\w+|advert\w*|ads?|ad-?(?:slot|unit|container|wrapper|label|text|box|block|zone|break)|dfp|gpt|sponsor\w*|banners?|affiliate|affiliates|affiliate-disclosure|disclosure|paywall|donat(?:e|ion|ions)|call-?to-?action|cta|house-?ad|marketing|partner|commercial|shop|product-?box|buy-?(?:now|button)|app-?download|membership|poll|quiz|survey)\b/,
  ],
  ["cookie-notice", /\b(?:cookies?|cookie-?\w+|consent|gdpr|onetrust|ccpa|privacy)\b/],
  [
    "byline",
    /\b(?:byline|bylines|by-?line|authors?|dateline|timestamp|time-?stamp|posted-?on|post-?(?:meta|date|info|author)|entry-?(?:meta|date|footer|utility)|article-?(?:meta|info|date|byline)|meta-?(?:info|data|line)|pub(?:lish)?(?:ed)?-?(?:date|time)|publish-?info|last-?updated|updated-?(?:on|at|date)|date-?(?:line|published|time)|kicker|eyebrow|article-timestamp|story-meta)\b/,
  ],
  [
    "page-part",
    /\b(?:breadcrumbs?|pagination|pager|navbar|nav|navigation|menus?|sub-?menu|toolbars?|tags?|tag-?(?:list|links|cloud)|tags-?links|post-?tags|cat-?links|categories|topics|toc|table-of-contents|sidebars?|side-?bar|widgets?|masthead|modal|pop-?up|overlay|lightbox|tooltip|search-?(?:form|box|bar)|login|log-?in|site-?(?:header|footer)|page-?footer|global-?(?:header|footer|nav)|rail|right-?rail|ticker|weather|skip-?(?:link|to|nav)|back-?to-?top|print-?(?:only|button)|rating|ratings|star-?rating|video-?(?:player|js|meta|title|description|info)|player|gallery-?(?:caption|nav|count)|slideshow|carousel|slick)\b/,
  ],
];

/** The rule under which a part is furniture; null for what may be the article's. */
function ruleOf(part: Part, page: Page): RuleName | null {
  const { name, attributes } = part;
  if (WHOLE.has(name)) return null;
  if (isHidden(name, attributes)) return "hidden-text";
  const byName = BY_NAME[name] ?? BY_ROLE[attributes.role ?? ""];
  if (byName !== undefined) return byName;
  if (attributes.itemprop === "caption") return "caption";
  if (attributes.itemprop === "author" || attributes.itemprop === "publisher") return "byline";
  const words = ROWS.has(name) ? "" : wordsOf(attributes);
  if (words === "") return null;
  if (IMAGE_BOX.test(words) && isCaptionBox(part, page)) return "caption";
  const named = BY_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
  // What a network says is the network's, what an article quotes from it is the article's.
  return QUOTING.has(named) && (part.name === "blockquote" || part.holds.quotations > 0)
    ? null
    : named;
}

/** Names of rows are names of what they list. */
const ROWS = new Set(["tr", "tbody", "thead", "tfoot", "td", "th"]);
const IMAGE_BOX = /\b(?:images?|img|photos?|pictures?|pics?|fig|figure|media|thumb(?:nail)?)\b/;
const MAX_CAPTION = 400;

/** A box around a picture and a few words. */
function isCaptionBox({ first, end, holds }: Part, page: Page): boolean {
  if (holds.images === 0 || end - first > 3) return false;
  let length = 0;
  for (let at = first; at < end; at += 1) length += page.blocks[at]?.text.length ?? 0;
  return length <= MAX_CAPTION;
}

const QUOTING = new Set<RuleName | null>(["share", "promo", "page-part", "related"]);

const WHOLE = new Set(["", "html", "body", "main", "article", "h1"]);

/** Class and id in lower case, words parted by dashes and names by spaces. */
export function wordsOf(attributes: Part["attributes"]): string {
  const names = `${attributes.class ?? ""} ${attributes.id ?? ""} ${attributes["data-component"] ?? ""} ${attributes["data-module"] ?? ""}`;
  return names.trim() === "" ? "" : dashed(names.slice(0, MAX_NAMES));
}

const MAX_NAMES = 400;

function dashed(names: string): string {
  return names
    .replace(/([a-z])(?=[A-Z])/g, "$1-")
    .replace(/_+/g, "-")
    .toLowerCase();
}

/** Boxes that open inside a sentence when the reader points at a word. */
const OPENING =
  /(?:tooltip|popover|rollover|hovercard)\S{0,20}[-_](?:block|box|content|text|body|inner)|sr-only|screen-?reader|visually-?hidden/i;

/** Words inside a sentence that a page does not show with it. */
export function isHiddenInline({ name, attribs }: Element): boolean {
  if (!INLINE.has(name)) return false;
  return isHidden(name, attribs) || OPENING.test(attribs.class ?? "");
}

const INLINE = new Set("span a em i b strong small sup sub label".split(" "));

const HIDING = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

function isHidden(name: string, attributes: Part["attributes"]): boolean {
  if (attributes.hidden !== undefined || attributes["aria-hidden"] === "true") return true;
  if (name === "amp-consent" || attributes["aria-modal"] === "true") return true;
  return attributes.style !== undefined && HIDING.test(attributes.style);
}
