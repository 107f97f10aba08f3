/** What a page says of its authors to their names alone, and to the agency that sent the copy. */
import type { Element } from "domhandler";
import { AGENCY_NAMES } from "../../agencies.js";
import { comparable, countWords, endsStatement } from "../../line-shape.js";
import { readStamp } from "../../stamp.js";
import type { Block } from "../blocks.js";
import { DATE_WORDS, JOINTS, LABELS, ROLES } from "./byline-words.js";
import { sideOf } from "./element-names.js";
import type { LinkedArticle } from "./json-ld.js";
import { type MetaField, startTag, tagsOf } from "./meta-tags.js";
import { type PageFacts, type Placed, wordsOf } from "./page-facts.js";
import { oneLine } from "./page-title.js";
import { headingAt } from "./visible-dates.js";

export interface PageByline {
  /** Names parted by commas. */
  readonly byline: string | null;
  readonly agency: string | null;
  readonly carriers: readonly string[];
  /** The words that name them, where they are no text of the page. */
  readonly quotes: readonly string[];
}

interface Credit {
  readonly text: string;
  readonly quote: string | null;
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
    (linked?.authors ?? []).map((text) => ({ text, quote: linked?.quote("name", text) ?? null })),
    tagCredits(facts, "author"),
    authorElements(facts, heading),
    bylineLines(page),
  ].map((credits) => readCredits(credits, siteNames));
  const named = people.find(({ names }) => names.length > 0);
  const organizations = (linked?.senders ?? []).map((text) => ({
    text,
    quote: linked?.quote("name", text) ?? null,
  }));
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
    if (!endsStatement(text) && hasName(names, false)) return [{ text: names, quote: null }];
  }
  return [];
}

const BYLINE_REACH = 10;

/** Elements made for an author, around the headline or in the article. */
function authorElements({ authors }: PageFacts, heading: Placed | null): Credit[] {
  const near = authors
    .filter(({ aside }) => aside === null || sideOf(aside) !== "aside")
    .map(({ element, order }) => ({ element, distance: order - (heading?.order ?? 0) }))
    .filter(({ distance }) => distance > -60 && distance < 250)
    .sort((a, b) => Math.abs(a.distance) - Math.abs(b.distance));
  for (const { element } of near) {
    const text = oneLine(wordsOf(element, MAX_CREDIT + 1));
    if (text !== "" && text.length <= MAX_CREDIT && hasName(text, isSure(element, text)))
      return [{ text, quote: null }];
  }
  return [];
}

/** Links to other things stand in such elements too; a name of two words is a person's. */
function isSure(element: Element, text: string): boolean {
  const { rel, itemprop } = element.attribs;
  return rel === "author" || itemprop === "author" || LABEL.test(text);
}

const MAX_CREDIT = 160;
/** Longer ones tell of the author's life. */
const MAX_UNSURE = 60;

function hasName(text: string, isSure: boolean): boolean {
  const [first = ""] = partsOf(text);
  const name = nameOf(first);
  if (!isSure && text.length > MAX_UNSURE) return false;
  return agencyIn(first) !== null || (name !== null && (isSure || name.includes(" ")));
}

interface Credited {
  readonly names: readonly string[];
  readonly agency: string | null;
  readonly carriers: readonly string[];
  readonly quotes: readonly string[];
}

/** Authors of one piece; more are a list of the house. */
const MAX_AUTHORS = 8;

function readCredits(credits: readonly Credit[], siteNames: readonly string[]): Credited {
  const outlets = new Set(siteNames.flatMap((name) => [comparable(name), joined(name)]));
  const names = new Map<string, string>();
  const quotes: string[] = [];
  let agency: string | null = null;
  const carriers: string[] = [];
  for (const { text, quote } of credits.slice(0, 4 * MAX_AUTHORS)) {
    let isUsed = false;
    for (const part of partsOf(text)) {
      const [sender = part, carrier] = part.split(VIA);
      const found = agencyIn(sender);
      const name = found === null ? nameOf(sender) : null;
      if (found !== null && !outlets.has(comparable(found))) {
        agency ??= found;
        if (carrier && !outlets.has(comparable(carrier))) carriers.push(carrier.trim());
        isUsed = true;
      } else if (name !== null && !outlets.has(comparable(name)) && !outlets.has(joined(name))) {
        if (!names.has(comparable(name))) names.set(comparable(name), name);
        isUsed = true;
      }
    }
    if (isUsed && quote !== null) quotes.push(quote);
  }
  const found = [...names.values()];
  // Beside whole names, a single word is a button or a place.
  const whole = found.filter((name) => name.includes(" ") || /\p{Lo}/u.test(name));
  const all = whole.length > 0 ? whole : found;
  return { names: all.length > MAX_AUTHORS ? [] : all, agency, carriers, quotes };
}

function joined(name: string): string {
  return comparable(name).replaceAll(" ", "");
}

const VIA = /\s+via\s+/i;
const PARTING = new RegExp(
  `\\s*[,;|·•/()\\[\\]\\n]\\s*|\\s+[–—-]\\s+|\\s+&\\s+|\\s+(?:${JOINTS})\\s+(?=\\p{Lu}|\\p{Lo})`,
  "u",
);
const LABEL = new RegExp(`^(?:${LABELS})(?:\\s?[:：]\\s*|\\s+)(?=\\S)`, "iu");

function partsOf(text: string): string[] {
  const plain = oneLine(text.slice(0, 4 * MAX_CREDIT).replace(/<[^<>]{0,200}>/g, " "));
  return plain.split(PARTING).map((part) => withoutLabel(part.trim()));
}

function withoutLabel(text: string): string {
  const label = LABEL.exec(text)?.[0].length ?? 0;
  return text.slice(label);
}

/** `AFP in Paris`, `Reuters Staff`, `dpa`. */
function agencyIn(text: string): string | null {
  const words = text.replace(/^(?:the\s)/i, "").split(/\s+/);
  if (words.length > 6) return null;
  for (let count = Math.min(3, words.length); count > 0; count -= 1) {
    const front = words
      .slice(0, count)
      .join(" ")
      .replace(/[.:]+$/, "");
    if (!AGENCY_NAMES.has(front) || !/\p{Lu}|\p{Lo}|^dpa/u.test(front)) continue;
    const rest = words.slice(count).join(" ");
    if (rest === "" || REST.test(rest)) return front;
  }
  return null;
}

const REST =
  /^(?:in|aus|en|à|in)\s\p{Lu}|^(?:staff|news|news agency|agency|correspondent|reporter|international|haber|ajansı)/iu;

const ROLE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${ROLES})(?![\\p{L}\\p{N}])`, "iu");
/** Weekdays, months and clocks beside a name. */
const NO_NAME = new RegExp(`^(?:${DATE_WORDS})(?:\\s(?:${DATE_WORDS}))?$`, "iu");
const FIRM = /(?<![\p{L}])(?:gmbh|ltd|inc|e\.\s?v|llc)(?![\p{L}])/iu;
const MAX_NAME = 50;
const MAX_NAME_WORDS = 5;

/** A person's name alone; null for handles, roles, addresses and sentences. */
function nameOf(text: string): string | null {
  const name = withoutLabel(text.trim())
    .replace(/(?:[^\p{L}\p{M}.]|(?<=\p{L}{2})\.)+$/u, "")
    .replace(/^[^\p{L}]+/u, "");
  if (name.length < 2 || name.length > MAX_NAME || /[\d@_#:/\\<>=?!"“”|]/.test(name)) return null;
  if (countWords(name) > MAX_NAME_WORDS || ROLE.test(name)) return null;
  if (/\.(?:com|org|net|de|uk|fr|it|es|ru|tr|info)$/i.test(name)) return null;
  if (NO_NAME.test(name) || FIRM.test(name)) return null;
  const words = name.split(/\s+/);
  const isLower = (word: string) => /^\p{Ll}/u.test(word) && !PARTICLE.test(word);
  return words.some(isLower) ? null : spelled(once(words).join(" "));
}

/** Pictures are called by the name beside them: `Jane Doe Jane Doe`. */
function once(words: readonly string[]): readonly string[] {
  const half = words.slice(0, words.length / 2);
  const isTwice =
    words.length % 2 === 0 && half.every((word, at) => word === words[half.length + at]);
  return isTwice ? half : words;
}

const PARTICLE =
  /^(?:(?:von|van|der|den|de|del|della|di|da|dos|das|do|du|la|le|el|al|bin|ibn|ben|bint|ter|ten|zu|zur|af|av|y|e|abu|st)$|d['’]|al-|el-)/u;

/** Names in capitals as others write them: `JANE DOE`. */
function spelled(name: string): string {
  if (
    !name.includes(" ") ||
    /\p{Ll}|\p{Lo}/u.test(name) ||
    /^\p{Lu}\.?(?:\s\p{Lu}\.?)*$/u.test(name)
  ) {
    return name;
  }
  return name.replace(/(?<=\p{Lu})\p{Lu}+/gu, (rest) => rest.toLowerCase());
}
