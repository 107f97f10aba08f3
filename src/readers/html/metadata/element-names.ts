/** The class, id and itemprop of an element to what its author calls it: a date, an author, a sidebar. */
import type { Element } from "domhandler";

/** One bit each. */
export const CALLED = { date: 1, author: 2, standfirst: 4, aside: 8, doubtful: 16 } as const;

const NAMES: readonly (readonly [number, RegExp])[] = [
  [
    CALLED.date,
    /(?:^|[^a-z])(?:date|datum|data|fecha|datetime|timestamp|time|published|pubdate|posted)(?![a-z])|date(?:published|created|modified)|(?:publish|post|entry|article|news|story|created?|pub)[-_]?(?:date|time|on)|dateline/i,
  ],
  [
    CALLED.author,
    /(?:^|[^a-z])(?:byline|by-line|authors?|autor(?:e|en|es)?|auteur|writer|yazar)(?![a-z])/i,
  ],
  [
    CALLED.standfirst,
    /(?:^|[^a-z])(?:standfirst|subtitle|sub-?headline|sub-?title|dek|deck|sub-?heading|alternativeheadline)(?![a-z])/i,
  ],
  [
    CALLED.aside,
    /(?:^|[^a-z])(?:related|recommend(?:ed|ations?)?|comments?|comment-?list|teasers?|most-?(?:read|viewed|popular)|popular|trending|latest|read-?more|more-?(?:news|articles|stories)|newsletter|promo|carousel|slider|ticker|outbrain|taboola|disqus|cookies?|breaking)(?![a-z])/i,
  ],
  [
    CALLED.doubtful,
    /(?:^|[^a-z])(?:aside|side-?bar|footer|nav(?:igation)?|menu|widgets?|toolbar)(?![a-z])/i,
  ],
];

/** The bits of `CALLED` that hold for an element. */
export function namesOf({ attribs }: Element): number {
  return meaningOf(attribs.class) | meaningOf(attribs.id) | meaningOf(attribs.itemprop);
}

/** Names recur within a page and over the pages of a site. */
const known = new Map<string, number>();
const MAX_KNOWN = 40_000;
/** Longer ones are generated. */
const MAX_NAME = 300;

function meaningOf(name: string | undefined): number {
  if (name === undefined || name === "" || name.length > MAX_NAME) return 0;
  const kept = known.get(name);
  if (kept !== undefined) return kept;
  let meaning = 0;
  for (const [bit, regex] of NAMES) if (regex.test(name)) meaning |= bit;
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(copyOf(name), meaning);
  return meaning;
}

/** V8 cuts longer strings as slices, which keep the text of their whole page in memory. */
const MIN_SLICE = 13;

function copyOf(name: string): string {
  if (name.length < MIN_SLICE) return name;
  const copy: string = JSON.parse(JSON.stringify(name));
  return copy;
}

/** Where an element stands: beside the article, in a part that may be either, or in the article. */
export type Side = "aside" | "doubtful" | "own";

const ASIDE_ELEMENTS = new Set(["aside", "footer", "nav"]);
/** Too small or too wide to be a part of the page, whatever they are called. */
const NO_PARTS = new Set(
  "html body main h1 h2 h3 time a span i em strong small b p img abbr".split(" "),
);

/** What a part of the page is by its name. */
export function sideOf(element: Element, names: number = namesOf(element)): Side {
  if (NO_PARTS.has(element.name)) return "own";
  if (names & CALLED.aside) return "aside";
  return names & CALLED.doubtful || ASIDE_ELEMENTS.has(element.name) ? "doubtful" : "own";
}
