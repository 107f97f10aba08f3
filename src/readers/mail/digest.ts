/** The blocks of a newsletter to its items: a heading that is a link, and prose below it. */
import { comparable, countWords } from "../line-shape.js";
import { READ_MORE } from "../line-words.js";
import { isProse, type MailBlock } from "./mail-blocks.js";

export interface DigestItem {
  readonly title: string;
  readonly url: string;
  readonly blocks: readonly MailBlock[];
}

export interface Digest {
  readonly intro: readonly MailBlock[];
  readonly items: readonly DigestItem[];
}

/** Fewer are an article with a link in it. */
const MIN_ITEMS = 2;
/** Share of the words that may stand before the first item. */
const MAX_INTRO = 0.6;

/** @returns null where the mail is one article */
export function splitDigest(blocks: readonly MailBlock[]): Digest | null {
  const { intro, sections } = sectionsOf(blocks);
  const items: DigestItem[] = [];
  const before: MailBlock[] = [...intro];
  for (const { title, blocks: below } of sections) {
    const url = title.url ?? below.find(isPointer)?.url ?? null;
    if (url !== null && below.some(isProse)) items.push({ title: title.text, url, blocks: below });
    else {
      // A headline without a text is one of a list of links; a section's name is a label.
      const label: MailBlock = {
        ...title,
        rule: title.rule ?? (title.isLink ? "link-list" : "section-label"),
      };
      const last = items.pop();
      if (last === undefined) before.push(label, ...below);
      else items.push({ ...last, blocks: [...last.blocks, label, ...below] });
    }
  }
  const isDigest = new Set(items.map(({ url }) => url)).size >= MIN_ITEMS;
  return isDigest && wordsOf(before) <= wordsOf(blocks) * MAX_INTRO
    ? { intro: before, items }
    : null;
}

interface Section {
  readonly title: MailBlock;
  readonly blocks: MailBlock[];
}

function sectionsOf(blocks: readonly MailBlock[]): { intro: MailBlock[]; sections: Section[] } {
  const intro: MailBlock[] = [];
  const sections: Section[] = [];
  for (const one of blocks) {
    const block: MailBlock =
      one.rule === null && isPointer(one) ? { ...one, rule: "read-more" } : one;
    if (isTitle(block)) sections.push({ title: block, blocks: [] });
    else (sections.at(-1)?.blocks ?? intro).push(block);
  }
  return { intro, sections };
}

const MIN_TITLE_WORDS = 3;
const MAX_TITLE_WORDS = 30;

function isTitle(block: MailBlock): boolean {
  const { text, isLink, isHeading, url, rule } = block;
  if (rule !== null || isPointer(block) || text.length > 300) return false;
  const words = countWords(text);
  if (isHeading) return words <= MAX_TITLE_WORDS;
  return isLink && url !== null && words >= MIN_TITLE_WORDS && words <= MAX_TITLE_WORDS;
}

const pointers = new Set(
  [
    ...READ_MORE,
    "read the full story",
    "read full story",
    "read the story",
    "full story",
    "read on",
    "haberin devamı",
    "tamamını oku",
    "weiterlesen",
    "mehr lesen",
    "zum artikel",
    "leer más",
    "seguir leyendo",
    "leggi tutto",
    "continua a leggere",
    "читать",
    "читать полностью",
    "المزيد",
  ].map(comparable),
);

/** `Read more`, as a link. */
function isPointer({ text, url }: MailBlock): boolean {
  return url !== null && text.length <= 60 && pointers.has(comparable(text));
}

function wordsOf(blocks: readonly MailBlock[]): number {
  return blocks
    .filter(({ rule }) => rule === null)
    .reduce((sum, { text }) => sum + countWords(text), 0);
}
