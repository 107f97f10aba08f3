/** The lines of all pages to those that are no text: running heads, page numbers, notes at the foot. */
import type { RuleName } from "../rules.js";
import type { PageLine } from "./page-lines.js";

/** Shares of a page's height in which its head and foot stand. */
const MARGIN = 0.12;
/** In pt: programs set heads at the same height, scans do not. */
const SAME_HEIGHT = 6;
/** Left and right pages have heads of their own, and chapters change them. */
const MIN_SHARE_OF_PAGES = 0.25;
/** Lines longer than this are prose. */
const MAX_HEAD = 160;

export interface PageOfLines {
  readonly height: number;
  readonly lines: readonly PageLine[];
}

/** @param bodySize size of most of the type */
export function runningLines(
  pages: readonly PageOfLines[],
  bodySize: number,
): ReadonlyMap<PageLine, RuleName> {
  const rules = new Map<PageLine, RuleName>();
  for (const page of pages) {
    for (const line of notesOf(page, bodySize)) rules.set(line, "footnote");
  }
  const margins = pages.flatMap((page, number) =>
    page.lines.filter((line) => isInMargin(line, page)).map((line) => ({ line, number })),
  );
  const hasPrintedUrl = margins.some(({ line }) => PRINTED_URL.test(line.text));
  for (const group of groupsOf(margins)) {
    const count = new Set(group.map(({ number }) => number)).size;
    if (count < Math.max(2, pages.length * MIN_SHARE_OF_PAGES)) continue;
    for (const { line } of group) rules.set(line, "running-head");
  }
  for (const page of pages) keepText(page, rules);
  for (const { line } of margins) {
    if (isPageNumber(line.text)) rules.set(line, "page-number");
    if (PRINTED_URL.test(line.text)) rules.set(line, "running-head");
    if (PRINTED_TIME.test(line.text) && hasPrintedUrl) rules.set(line, "running-head");
  }
  return rules;
}

/** What a browser prints at the edges of a page. */
const PRINTED_URL = /^((?:https?|file):\/\/\S{3,1000}?)(?:\s{1,3}\p{Nd}{1,4}\/\p{Nd}{1,4})?$/u;
const PRINTED_TIME = /\p{Nd}{1,4}[./]\p{Nd}{1,2}[./]\p{Nd}{1,4},? {1,2}\p{Nd}{1,2}[:.]\p{Nd}{2}/u;

/** The address that a browser printed at the foot, whole. */
export function printedUrl(pages: readonly PageOfLines[]): string | null {
  const [page] = pages;
  const foot = page?.lines.filter(({ y }) => y > page.height * (1 - MARGIN)) ?? [];
  const url = foot.flatMap(({ text }) => PRINTED_URL.exec(text)?.[1] ?? [])[0];
  return url?.startsWith("http") === true && !/…|\.\.\.$/.test(url) ? url : null;
}

/** Lines that the text goes on from are text, though they stand at the edge and recur. */
function keepText({ lines, height }: PageOfLines, rules: Map<PageLine, RuleName>): void {
  const heads = lines.filter((line) => rules.get(line) === "running-head");
  // From the text outwards, so that a line lets go of the next.
  heads.sort((a, b) => Math.abs(a.y - height / 2) - Math.abs(b.y - height / 2));
  for (const head of heads) {
    const inwards = head.y < height / 2 ? 1 : -1;
    const isInText = lines.some((line) => {
      const step = (line.y - head.y) * inwards;
      const isNear = step > 0 && step < head.size * NEAR && line.left < head.right;
      return isNear && line.right > head.left && !rules.has(line);
    });
    if (isInText) rules.delete(head);
  }
}

/** Distance of two lines of one text, in parts of the type's size. */
const NEAR = 1.6;

function isInMargin({ y, text }: PageLine, { height }: PageOfLines): boolean {
  return text.length <= MAX_HEAD && (y < height * MARGIN || y > height * (1 - MARGIN));
}

interface Placed {
  readonly line: PageLine;
  readonly number: number;
}

/** Lines of the same words, but for numbers, at the same height. */
function groupsOf(lines: readonly Placed[]): Placed[][] {
  const groups = new Map<string, Placed[]>();
  for (const placed of lines) {
    const { text, y } = placed.line;
    const words = text.replace(/\p{Nd}+/gu, "0");
    // A height near the border of two steps belongs to both.
    for (const step of new Set([Math.floor(y / SAME_HEIGHT), Math.round(y / SAME_HEIGHT)])) {
      const key = `${step} ${words}`;
      const group = groups.get(key) ?? [];
      group.push(placed);
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}

/** `7`, `– 7 –`, `Page 7 of 12`, `7/12`, in any script's digits. */
function isPageNumber(text: string): boolean {
  return (
    /^[\s–—|•·-]{0,4}\p{Nd}{1,4}[\s–—|•·-]{0,4}$/u.test(text) ||
    /^\p{Nd}{1,4}\s?\/\s?\p{Nd}{1,4}$/u.test(text) ||
    /^(?:page|seite|sayfa|pág(?:ina)?\.?|pagina|стр(?:аница)?\.?|σελίδα|صفحة|p\.|s\.)\s?\p{Nd}{1,4}(?:\s?(?:of|\/|von|de|sur|di|из|من)\s?\p{Nd}{1,4})?$/iu.test(
      text,
    )
  );
}

/** Small type at the foot, below all of the text, that begins with a mark which the text bears. */
const NOTE = { size: 0.92, height: 0.5 } as const;
const NOTE_MARK = /^(?:[[(]?(\p{Nd}{1,3})[\]).]?|([*†‡§]{1,3}))\s?(?=[\p{L}"“«(])/u;

function notesOf({ height, lines }: PageOfLines, bodySize: number): PageLine[] {
  const text = lines.filter((line) => line.size > bodySize * NOTE.size);
  const first = lines.findIndex((line) => {
    const isBelow = line.size <= bodySize * NOTE.size && line.y > height * NOTE.height;
    return isBelow && isNoteOf(text, line.text);
  });
  const start = lines[first];
  if (start === undefined) return [];
  const rest = lines.slice(first).filter(({ region }) => region === start.region);
  const isLast = text.every(({ y, region }) => region !== start.region || y < start.y);
  return isLast ? rest : [];
}

/** Whether a word of the text bears the mark: `truce1`, `truce [1]`, `truce*`. */
function isNoteOf(text: readonly PageLine[], note: string): boolean {
  const [, number, sign] = NOTE_MARK.exec(note) ?? [];
  const mark = number ?? sign;
  if (mark === undefined) return false;
  const borne = (line: string) =>
    line.includes(`[${mark}]`) ||
    Array.from(
      line.matchAll(/[\p{L}.,;:!?”"»’)](\p{Nd}{1,3}|[*†‡§]{1,3})(?![\p{L}\p{Nd}])/gu),
    ).some(([, found]) => found === mark);
  return text.some((line) => borne(line.text));
}
