/** The rules of reading by name: what each takes out of a text, or changes in it. */

export const RULES = [
  {
    name: "metadata-prefix",
    doc: "a date that an exporter wrote before the text: `date 2021-05-06`",
  },
  { name: "header-field", doc: "a labelled line above the text: `Author: …`, `URL: …`" },
  { name: "shortcode", doc: "a place holder that an aggregator left: `[ad_1]`" },
  { name: "site-icon", doc: "a site's icon text; names the outlet" },
  { name: "page-control", doc: "a button or menu entry: `Exit mobile version`, `Share`" },
  { name: "read-more", doc: "a pointer to another article" },
  { name: "teaser", doc: "the headline of another article, after such a pointer" },
  { name: "sign-up", doc: "an invitation to follow, subscribe or comment" },
  { name: "copyright-line", doc: "a notice of rights" },
  { name: "credit-line", doc: "who took a picture" },
  { name: "caption", doc: "what a picture shows" },
  { name: "source-line", doc: "`Source: …`; names the agency" },
  { name: "reporting-credit", doc: "`Reporting by …; editing by …`" },
  { name: "agency-line", doc: "an agency's name alone on a line" },
  { name: "headline-soup", doc: "headlines of other articles run together at the end" },
  { name: "headline-list", doc: "headlines of other articles line by line at the end" },
  { name: "domain-line", doc: "a site's domain above the title; names the outlet" },
  { name: "section-label", doc: "the section's name above the title, or a label beside it" },
  { name: "title-site-suffix", doc: "the outlet's name after a bar in the title" },
  { name: "duplicate-title", doc: "the title again" },
  { name: "byline", doc: "author, date and time of publication" },
  { name: "outlet-line", doc: "the outlet's name alone on a line" },
  { name: "dateline", doc: "place, agency and date before the first sentence" },
  { name: "repeated-lead", doc: "a lead line that the first paragraph repeats" },
  {
    name: "displaced-quotation-mark",
    doc: "a quotation whose closing mark slipped to the next paragraph, joined again (a repair)",
  },
] as const;

export type RuleName = (typeof RULES)[number]["name"];
