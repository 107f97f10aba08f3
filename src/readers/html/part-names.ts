/** Names that pages give their parts, by tag, role, class and id, to the rule under which such a part is furniture. */
import type { RuleName } from "../rules.js";
import type { Part } from "./page.js";

/** Null for what may be the article's. */
export function ruleOfNames({ name, attributes, words }: Part): RuleName | null {
  const byTag =
    BY_TAG[name] ?? BY_ROLE[attributes.role ?? ""] ?? BY_PROPERTY[attributes.itemprop ?? ""];
  if (byTag !== undefined) return byTag;
  if (words === "" || ROWS.has(name) || ENTRY.test(words)) return null;
  return ruleOfWords(words);
}

/** Whether a part is called the body of an article. */
export function isBody({ attributes, words }: Part): boolean {
  return attributes.itemprop === "articleBody" || BODY.test(words);
}

const BODY =
  /\b(?:(?:article|entry|post|story|news|page)-?(?:body|content|text)|articlebody|h-?entry|main-?content|body-?(?:text|copy|content))\b/;

const BY_TAG: Readonly<Record<string, RuleName>> = {
  nav: "page-part",
  aside: "page-part",
  footer: "page-part",
  menu: "page-part",
  dialog: "page-part",
  address: "page-part",
  figcaption: "caption",
  "amp-sidebar": "page-part",
  "amp-consent": "cookie-notice",
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

const BY_PROPERTY: Readonly<Record<string, RuleName>> = {
  caption: "caption",
  author: "byline",
  publisher: "byline",
};

/** Names of rows are names of what they list. */
const ROWS = new Set(["tr", "tbody", "thead", "tfoot", "td", "th"]);
/** A whole entry of a blog bears the names of its topics. */
const ENTRY = /\b(?:hentry|type-post)\b/;

/** Tried in this order: words between dashes or spaces, in the languages that pages are built in. */
const BY_WORDS: readonly (readonly [RuleName, RegExp])[] = [
  [
    "hidden-text",
    anyOf(
      "sr-only screen-reader screen-reader-text visually-?hidden hide-text d-print (?:only|visible)-print print-(?:only|header|footer|block) noscript",
      "(?:^| )(?:is-)?hid(?:den|e)(?= |$)",
    ),
  ],
  [
    "credit-line",
    anyOf(
      "(?:image|photo|img|media|picture)-?(?:credits?|source|copyright|attribution|byline|rights) credits? photographer bildnachweis",
    ),
  ],
  [
    "caption",
    anyOf(
      "\\w*caption cutline image-(?:desc|description|meta|text|info) bildunterschrift legende-(?:photo|image) pie-(?:de-)?foto didascalia resimalti",
    ),
  ],
  [
    "comments",
    anyOf(
      "comments? disqus respond replies commentlist livefyre fb-comments comment-(?:list|form|section|area) kommentare? commentaires? comentarios? commenti yorumlar?",
    ),
  ],
  [
    "author-bio",
    anyOf(
      "(?:about-?)?author-?(?:bio|box|info|card|about|desc|description|profile|details|block|wrap|container|area) about-?(?:the-?)?author bio biography bio-?box authorbox contributors? end-?bio autorenbox",
    ),
  ],
  [
    "newsletter",
    anyOf(
      "newsletters? sign-?up opt-?in mailchimp mc-embed email-?(?:signup|form|capture|alert) subscribe subscription subscribe-(?:box|form) abonnement bulten",
    ),
  ],
  [
    "share",
    anyOf(
      "shares? sharing share-?(?:bar|buttons?|links?|tools|icons) social social-?(?:links?|media|share|bar|icons|buttons?|follow) sharedaddy addthis addtoany sharethis follow-?us article-?tools partage(?:r)? compartir condividi teilen paylas",
    ),
  ],
  [
    "related",
    anyOf(
      "relateds? related-?\\w+ recommend(?:ed|ations?)? recirc(?:ulation)? read-?(?:more|also|next|on) more-?(?:stories|news|from|on|posts|articles|like|coverage|reading) see-?(?:also|more) also-?(?:read|see|on|like) you-?may trending most-?(?:read|viewed|shared|popular|recent) popular outbrain taboola revcontent zergnet jp-relatedposts yarpp teasers? up-?next next-?up latest-?(?:news|stories|posts|articles) next-?(?:article|post|story) prev(?:ious)?-?(?:article|post|story) post-?nav(?:igation)? posts?-?list story-?list card-?list river feed-?list inline-?(?:related|links?) link-?list playlist suggested suggestions",
      "verwandte meistgelesen weitere-artikel relacionad[oa]s correlati articles-lies a-lire lire-aussi ilgili(?:-haber\\w*)? cok-okunan\\w* diger-haber\\w*",
    ),
  ],
  ["cookie-notice", anyOf("cookies? cookie-?\\w+ consent gdpr onetrust ccpa privacy")],
  [
    "promo",
    anyOf(
      "promos? promotions? promo-?\\w+ advert\\w* ads? ad-?(?:slot|unit|container|wrapper|label|text|box|block|zone|break) dfp gpt sponsor\\w* banners? affiliates? affiliate-disclosure disclosure paywall donat(?:e|ions?) call-?to-?action cta house-?ad marketing partner commercial shop product-?box buy-?(?:now|button) app-?download membership poll quiz survey werbung anzeige publicite publicidad pubblicita reklama?",
    ),
  ],
  [
    "byline",
    anyOf(
      "bylines? by-?line authors? dateline time-?stamp posted-?on post-?(?:meta|date|info|author) entry-?(?:meta|date|footer|utility) article-?(?:meta|info|date|byline) meta-?(?:info|data|line) pub(?:lish)?(?:ed)?-?(?:date|time) publish-?info last-?updated updated-?(?:on|at|date) date-?(?:line|published|time) kicker eyebrow article-timestamp story-meta",
    ),
  ],
  [
    "page-part",
    anyOf(
      "breadcrumbs? pagination pager navbar nav navigation menus? sub-?menu toolbars? tags? tag-?(?:list|links|cloud) tags-?links post-?tags cat-?links categories topics toc table-of-contents sidebars? side-?bar widgets? masthead modal pop-?up overlay lightbox tooltip search-?(?:form|box|bar) log-?in site-?(?:header|footer) page-?footer global-?(?:header|footer|nav) rail right-?rail ticker weather skip-?(?:link|to|nav) back-?to-?top print-?(?:only|button) ratings? star-?rating video-?(?:player|js|meta|title|description|info) player gallery-?(?:caption|nav|count) slideshow carousel slick etiket(?:ler)?",
    ),
  ],
];

/** @param words alternatives parted by spaces @param whole more of them, or an expression of its own */
function anyOf(words: string, whole = ""): RegExp {
  const more = whole === "" ? "" : whole.startsWith("(") ? `|${whole}` : `|${between(whole)}`;
  return new RegExp(`${between(words)}${more}`);
}

function between(words: string): string {
  return `\\b(?:${words.replaceAll(" ", "|")})\\b`;
}

function ruleOfWords(words: string): RuleName | null {
  const found = known.get(words);
  if (found !== undefined) return found;
  const rule = BY_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(words, rule);
  return rule;
}

/** Pages name thousands of parts with a few dozen names. */
const known = new Map<string, RuleName | null>();
const MAX_KNOWN = 5000;
