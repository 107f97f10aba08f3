/** What a page says of its authors to their names alone, and to the agency that sent the copy. */
import type { Element } from "domhandler";
import { endsStatement } from "../../line-shape.js";
import { readStamp } from "../../stamp.js";
import type { Block } from "../blocks.js";
import { sideOf } from "./element-names.js";
import type { LinkedArticle } from "./json-ld.js";
import { type MetaField, startTag, tagsOf } from "./meta-tags.js";
import { type PageFacts, type Placed, wordsOf } from "./page-facts.js";
import { LABEL } from "./person-names.js";
import { type Credit, namesSomeone, readCredits } from "./read-credits.js";
import { headingAt } from "./visible-dates.js";

export interface PageByline {
  /** Names parted by commas. */
  readonly byline: string | null;
  readonly agency: string | null;
  readonly carriers: readonly string[];
  /** The words that name them, where they are no text of the page. */
  readonly quotes: readonly string[];
}

export interface CreditedPage {
  readonly facts: PageFacts;
  readonly linked: LinkedArticle | null;
  readonly blocks: readonly Block[];
  readonly heading: Placed | null;
  readonly language: string | null;
}

/** @param siteNames names of the outlet, which are no person's */
export function pageByline(page: CreditedPage, siteNames: readonly string[]): PageByline {
  const { facts, linked, heading } = page;
  const people = [
    (linked?.authors ?? []).map((text) => linkedCredit(linked, text)),
    tagCredits(facts, "author"),
    authorElements(facts, heading),
    bylineLines(page),
  ].map((credits) => readCredits(credits, siteNames));
  const named = people.find(({ names }) => names.length > 0);
  const organizations = (linked?.senders ?? []).map((text) => linkedCredit(linked, text));
  const senders = [
    ...people,
    readCredits([...organizations, ...tagCredits(facts, "source")], siteNames),
  ];
  const sent = senders.find(({ agency }) => agency !== null);
  return {
    byline: named?.names.join(", ") ?? null,
    agency: sent?.agency ?? null,
    carriers: sent?.carriers ?? [],
    quotes: [...(named?.quotes ?? []), ...(sent?.quotes ?? [])],
  };
}

function linkedCredit(linked: LinkedArticle | null, text: string): Credit {
  return { text, quote: linked?.quote("name", text) ?? linked?.quote("author", text) ?? null };
}

function tagCredits({ metas }: PageFacts, field: MetaField): Credit[] {
  return tagsOf(metas, field).map(({ content, element }) => ({
    text: content,
    quote: startTag(element),
  }));
}

/** Lines around the headline that read like a byline. */
function bylineLines({ blocks, heading, language }: CreditedPage): Credit[] {
  if (heading === null) return [];
  const at = headingAt(blocks, heading);
  for (const { text } of blocks.slice(at + 1, at + 1 + BYLINE_REACH)) {
    if (text.length > MAX_CREDIT || !LABEL.test(text)) continue;
    const names = readStamp(text, language ?? "und")?.names ?? text;
    if (!endsStatement(text) && namesSomeone(names, "two words"))
      return [{ text: names, quote: null }];
  }
  return [];
}

const BYLINE_REACH = 10;

/** Elements between the headline and what names the author. */
const REACH = { before: -60, after: 250 };
/** Elements between two authors of one piece. */
const TOGETHER = 15;

/** The element made for an author that is nearest to the headline, and those like it beside it. */
function authorElements({ authors }: PageFacts, heading: Placed | null): Credit[] {
  const from = heading?.order ?? 0;
  const near = authors
    .filter(({ aside }) => aside === null || sideOf(aside) !== "aside")
    .filter(({ order }) => order - from > REACH.before && order - from < REACH.after)
    .sort((a, b) => Math.abs(a.order - from) - Math.abs(b.order - from))
    .map((placed) => ({ ...placed, text: wordsOf(placed.element, MAX_CREDIT + 1) }));
  const first = near.find(({ element, text }) => isCredit(element, text));
  if (first === undefined) return [];
  return near
    .filter(({ element, order }) => isAlike(element, first.element) && isBeside(order, first.order))
    .map(({ text }) => ({ text, quote: null }));
}

const MAX_CREDIT = 160;
/** Longer ones tell of the author's life. */
const MAX_UNSURE = 60;

/** Links to other things stand in such elements too; a name of two words is a person's. */
function isCredit({ attribs }: Element, text: string): boolean {
  if (text === "" || text.length > MAX_CREDIT) return false;
  const isSure = attribs.rel === "author" || attribs.itemprop === "author" || LABEL.test(text);
  if (isSure) return namesSomeone(text, "a word");
  return text.length <= MAX_UNSURE && namesSomeone(text, "two words");
}

function isAlike({ name, attribs }: Element, other: Element): boolean {
  return (
    name === other.name &&
    attribs.class === other.attribs.class &&
    attribs.rel === other.attribs.rel
  );
}

function isBeside(order: number, other: number): boolean {
  return Math.abs(order - other) <= TOGETHER;
}
