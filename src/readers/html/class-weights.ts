/** What class, id and role of an element say of its worth, after Readability (Arc90, 2009; Mozilla). */
import type { Part } from "./page.js";

/** Names that articles have. */
const POSITIVE =
  /article|body|content|entry|hentry|h-entry|main|page|pagination|post|text|blog|story/i;
/** Names that what stands around an article has. */
const NEGATIVE =
  /-ad-|hidden|^hid$| hid$| hid |^hid |banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget/i;
/** Boxes around what an article quotes from a network. */
const QUOTED = /embed|tweet/i;
const UNLIKELY =
  /-ad-|ai2html|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr|header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|ad-break|agegate|pagination|pager|popup|yom-remote/i;
/** Names that may be an article's in spite of the others. */
const MAYBE = /and|article|body|column|content|main|mathjax|shadow|embed|tweet/i;
const UNLIKELY_ROLES = new Set(
  "menu menubar complementary navigation alert alertdialog dialog".split(" "),
);

/** -50 to 50. */
export function classWeight({ attributes }: Part): number {
  return weightOf(attributes.class) + weightOf(attributes.id);
}

function weightOf(name: string | undefined): number {
  if (name === undefined || name === "") return 0;
  const isNegative = NEGATIVE.test(name) && !QUOTED.test(name);
  return (POSITIVE.test(name) ? 25 : 0) - (isNegative ? 25 : 0);
}

/** Whether a part is hardly the article's, by its class, id or role. */
export function isUnlikely({ attributes }: Part): boolean {
  if (UNLIKELY_ROLES.has(attributes.role ?? "")) return true;
  const names = `${attributes.class ?? ""} ${attributes.id ?? ""}`;
  return UNLIKELY.test(names) && !MAYBE.test(names);
}
