/** A page's headline: the heading that agrees with what metadata say, otherwise their title without the site's name. */
import { comparable, countWords } from "../../line-shape.js";
import type { LinkedArticle } from "./json-ld.js";
import { startTag, tagsOf } from "./meta-tags.js";
import { type PageFacts, type Placed, wordsOf } from "./page-facts.js";

/** Longer ones are no headlines. */
export const MAX_TITLE = 400;

/**
 * The titles that metadata state, the most trusted first, without the site's name.
 * @param siteNames names of the site, as titles end in them
 */
export function statedTitles(
  facts: PageFacts,
  linked: LinkedArticle | null,
  siteNames: readonly string[],
): string[] {
  const tags = tagsOf(facts.metas, "title").map(({ content }) => content);
  const sites = new Set(siteNames.map(joined).filter((name) => name !== ""));
  return [linked?.headline, ...tags, facts.title]
    .flatMap((title) => (title ? [withoutSite(oneLine(title.slice(0, 2 * MAX_TITLE)), sites)] : []))
    .filter((title) => title !== "" && title.length <= MAX_TITLE && !sites.has(joined(title)));
}

/** The headline as the page shows it, where metadata agree; otherwise as they state it. */
export function pageTitle(heading: Placed | null, titles: readonly string[]): string | null {
  const shown = heading === null ? "" : wordsOf(heading.element, MAX_TITLE);
  const plain = comparable(shown);
  if (titles.some((title) => agree(comparable(title), plain))) return shown;
  return titles[0] ?? (shown === "" ? null : shown);
}

/** Whether one of two comparable texts holds the other; a single word agrees with itself alone. */
export function agree(first: string, second: string): boolean {
  if (first === second) return first !== "";
  const [short, long] = first.length < second.length ? [first, second] : [second, first];
  return short.includes(" ") && short.length >= 8 && ` ${long} `.includes(` ${short} `);
}

const SEPARATOR = /\s+[|·•–—»:-]\s+|\s*[|·•»]\s*/gu;

/** Without a last part, or a first, that is the site's name. */
function withoutSite(title: string, sites: ReadonlySet<string>): string {
  const parts = [...title.matchAll(SEPARATOR)];
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return title;
  const known = parts.find(({ 0: mark, index }) =>
    sites.has(joined(title.slice(index + mark.length))),
  );
  if (known !== undefined) return title.slice(0, known.index).trim();
  const tail = title.slice(last.index + last[0].length);
  if (sites.has(joined(tail))) return title.slice(0, last.index).trim();
  const front = title.slice(0, first.index);
  if (sites.has(joined(front))) return title.slice(first.index + first[0].length).trim();
  // A bar parts the site's name off; a dash may be the headline's own.
  const isBar = /[|·•»]/u.test(last[0]);
  return isBar && countWords(tail) <= 4 ? title.slice(0, last.index).trim() : title;
}

/** A name as it stands in domains too: without spaces and marks. */
function joined(name: string): string {
  return comparable(name).replaceAll(" ", "");
}

/** Without line breaks, and without entities: some systems write those twice. */
export function oneLine(text: string): string {
  const plain = text.includes("&") ? text.replace(ENTITY, characterOf) : text;
  return plain.replace(/\s+/g, " ").trim();
}

const ENTITY =
  /&(?:#(\d{2,6})|#x([0-9a-f]{2,5})|(amp|quot|apos|lt|gt|nbsp|[lr][sd]quo|[nm]dash|hellip));/gi;
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  quot: '"',
  apos: "'",
  lt: "<",
  gt: ">",
  nbsp: " ",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  ndash: "–",
  mdash: "—",
  hellip: "…",
};

function characterOf(
  entity: string,
  decimal?: string,
  hexadecimal?: string,
  name?: string,
): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? entity;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
  return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}

/** The words that state a title which is no heading. */
export function titleQuote(
  title: string | null,
  facts: PageFacts,
  linked: LinkedArticle | null,
): string | null {
  if (title === null) return null;
  const tag = tagsOf(facts.metas, "title").find(({ content }) => oneLine(content).includes(title));
  if (tag !== undefined) return startTag(tag.element);
  if (facts.title !== null && oneLine(facts.title).includes(title)) return oneLine(facts.title);
  const { headline } = linked ?? {};
  return linked && headline && oneLine(headline).includes(title)
    ? linked.quote("headline", headline)
    : null;
}
