/** Takes lines out of the main text that are links to other articles and nothing else. */
import { countWords } from "../line-shape.js";
import type { RuleName } from "../rules.js";
import type { Block } from "./blocks.js";
import type { Page } from "./page.js";

/** Share of a line that is links. */
const LINKED = 0.8;
/** A page whose main text is links to this share lists them: they are what it has to say. */
const LIST_PAGE = 0.5;
/** A link alone on its line with fewer words may be a sub-heading or a name. */
const MIN_WORDS = 5;

export function dropLinkLines(
  page: Page,
  verdicts: readonly (RuleName | null)[],
  isOutward: (href: string | null) => boolean,
): readonly (RuleName | null)[] {
  const kept = page.blocks.flatMap((_, at) => (verdicts[at] === null ? [at] : []));
  if (linkedShare(kept, page.blocks) > LIST_PAGE) return verdicts;
  const outward = outwardLinks(kept, page, isOutward);
  const dropped = verdicts.slice();
  for (const [place, at] of kept.entries()) {
    const block = page.blocks[at];
    if (block === undefined || !isLinkLine(block) || outward.has(at)) continue;
    const inRun = [kept[place - 1], kept[place + 1]].some((beside) => {
      const other = beside === undefined ? undefined : page.blocks[beside];
      return other !== undefined && isLinkLine(other);
    });
    if (!inRun && !isLoneLink(page, at, block.text)) continue;
    dropped[at] = "link-list";
  }
  return dropStrayHeadings(page, dropped);
}

/** A link between paragraphs: not a heading, not an entry of a list, not a sentence. */
function isLoneLink(page: Page, at: number, text: string): boolean {
  if (isHeading(page, at) || page.homes[at]?.name === "li") return false;
  return countWords(text) >= MIN_WORDS;
}

/** Places at which an article points to other sites; with so many of them it is about these. */
const MIN_PLACES = 4;

/** Lines that lead to other sites, where the article is a guide to them; otherwise none. */
function outwardLinks(
  kept: readonly number[],
  page: Page,
  isOutward: (href: string | null) => boolean,
): ReadonlySet<number> {
  const lines = new Set<number>();
  let places = 0;
  for (const [place, at] of kept.entries()) {
    const block = page.blocks[at];
    if (block === undefined || !isLinkLine(block) || !isOutward(block.href)) continue;
    lines.add(at);
    if (!lines.has(kept[place - 1] ?? -1)) places += 1;
  }
  return places >= MIN_PLACES ? lines : new Set();
}

function linkedShare(kept: readonly number[], blocks: readonly Block[]): number {
  let [all, linked] = [0, 0];
  for (const at of kept) {
    const block = blocks[at];
    if (block === undefined) continue;
    all += block.text.length;
    if (isLinkLine(block)) linked += block.text.length;
  }
  return all === 0 ? 0 : linked / all;
}

function isLinkLine({ text, linked }: Block): boolean {
  return linked >= text.length * LINKED;
}

const HEADING = /^h[1-6]$/;

function isHeading({ homes }: Page, at: number): boolean {
  return HEADING.test(homes[at]?.name ?? "");
}

const LABEL = { words: 6, length: 60 } as const;

/** Headings and labels that stood over what is gone: nothing follows them, or a removed list does. */
function dropStrayHeadings(page: Page, verdicts: (RuleName | null)[]): (RuleName | null)[] {
  const last = verdicts.lastIndexOf(null);
  for (let at = last; at >= 0; at -= 1) {
    const block = page.blocks[at];
    if (block === undefined || verdicts[at] !== null) continue;
    const below = verdicts[at + 1];
    const isOver = below === "link-list" || below === "related" || below === undefined;
    const isLabel = block.text.length <= LABEL.length && /[:：]$/u.test(block.text);
    if (isOver && (isHeading(page, at) || isLabel)) verdicts[at] = "link-list";
  }
  return dropTrailingHeadings(page, verdicts);
}

function dropTrailingHeadings(page: Page, verdicts: (RuleName | null)[]): (RuleName | null)[] {
  for (let at = verdicts.lastIndexOf(null); at >= 0; at = verdicts.lastIndexOf(null)) {
    if (!isHeading(page, at)) break;
    verdicts[at] = "outside-main-text";
  }
  return verdicts;
}
