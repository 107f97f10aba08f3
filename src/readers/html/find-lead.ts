/** Sentences between a page's heading and its main text: the lead, which pages set in a box of its own. */
import { shapeOf } from "../line-scores.js";
import { endsSentence } from "../line-shape.js";
import type { RuleName } from "../rules.js";
import type { Page, Part } from "./page.js";

/** Blocks of a lead, and how far it may stand from the text. */
const LEAD = { blocks: 3, reach: 40, length: 60, links: 0.3 } as const;

/** Places of the lead's blocks, where nothing speaks against them but that they stand apart. */
export function findLead(page: Page, verdicts: readonly (RuleName | null)[]): readonly number[] {
  const first = verdicts.indexOf(null);
  const heading = page.homes.findLastIndex(({ name }, at) => name === "h1" && at < first);
  if (heading === -1 || first - heading > LEAD.reach) return [];
  const lead: number[] = [];
  for (let at = heading + 1; at < first; at += 1) if (isLead(page, at, verdicts)) lead.push(at);
  return lead.length <= LEAD.blocks ? lead : [];
}

/** Keeps what is a first paragraph by its name, though it stands in the lead's box. */
export function joinFirstParagraph(
  page: Page,
  verdicts: readonly (RuleName | null)[],
): readonly (RuleName | null)[] {
  const body = nameOf(page.homes[verdicts.indexOf(null)]);
  if (body === "") return verdicts;
  const own = findLead(page, verdicts).filter((at) => nameOf(page.homes[at]) === body);
  return own.length === 0 ? verdicts : verdicts.map((rule, at) => (own.includes(at) ? null : rule));
}

function nameOf(home: Part | undefined): string {
  return (home?.attributes.class ?? "").trim().split(/\s+/, 1)[0] ?? "";
}

function isLead({ blocks }: Page, at: number, verdicts: readonly (RuleName | null)[]): boolean {
  const block = blocks[at];
  if (block === undefined || verdicts[at] !== "outside-main-text") return false;
  const { text, linked } = block;
  if (text.length < LEAD.length || linked > text.length * LEAD.links || !endsSentence(text))
    return false;
  const { kind, score } = shapeOf(text, "und");
  if (kind !== "prose" || score <= 0) return false;
  const start = text.slice(0, LEAD.length);
  return !blocks.some((other, place) => verdicts[place] === null && other.text.startsWith(start));
}
