/** The body of a mail to its blocks of words, with the links of those that are links. */
import { type AnyNode, type Element, isTag, isText, type ParentNode } from "domhandler";
import { canonicalUrl } from "../canonical-url.js";
import { type Block, blocksOf, textOf } from "../html/blocks.js";
import { parseHtml } from "../html/parse-html.js";
import { countWords } from "../line-shape.js";
import type { RuleName } from "../rules.js";
import { splitLines } from "../split-lines.js";
import { mailFurniture } from "./mail-furniture.js";

export interface MailBlock {
  readonly text: string;
  /** Where a link in it leads. */
  readonly url: string | null;
  /** Whether nearly all of it is a link. */
  readonly isLink: boolean;
  readonly isHeading: boolean;
  /** Why it goes; null for what stays. */
  readonly rule: RuleName | null;
}

/** Characters that fill up the preview of a mail without being seen. */
const PADDING = /^[\s\p{Default_Ignorable_Code_Point}]+$/u;
const MIN_LINKED = 0.8;

export function htmlBlocks(html: string): MailBlock[] {
  const root = parseHtml(html) as ParentNode;
  const hidden = findHidden(root);
  const unseen = [...hidden].map((element) => hiddenBlock(textOf(element)));
  const visitor = { skips: (element: Element) => hidden.has(element), parts: isLinkOnItsLine };
  const seen = blocksOf(root, visitor).map(seenBlock);
  const worded = [...unseen, ...seen].filter(({ text }) => text !== "" && !PADDING.test(text));
  return withoutFooter(worded);
}

function seenBlock({ text: written, element, linked, href }: Block): MailBlock {
  const text = written.trim();
  return {
    text,
    url: href === null ? null : canonicalUrl(href),
    isLink: linked >= text.length * MIN_LINKED,
    isHeading: "name" in element && /^h[1-4]$/.test(String(element.name)),
    rule: mailFurniture(text),
  };
}

function hiddenBlock(text: string): MailBlock {
  return { text: text.trim(), url: null, isLink: false, isHeading: false, rule: "preheader" };
}

/** A line that is an address alone belongs to the line before it, or after. */
export function textBlocks(text: string): MailBlock[] {
  const lines = splitLines(text);
  const blocks = lines.map(({ text: words }, index): MailBlock => {
    const isTitle =
      !/[.!?…:؟。]["”’)]?$/u.test(words) && countWords(words) <= 25 && addressOf(words) === null;
    const link = addressOf(lines[index + 1]?.text ?? "");
    const isLink = isTitle && link !== null && countWords(words) >= 3;
    const url = isLink ? link : addressOf(words);
    return { text: words, url, isLink, isHeading: false, rule: mailFurniture(words) };
  });
  return withoutFooter(blocks);
}

function addressOf(line: string): string | null {
  const match = /^[<(]?(https?:\/\/[^\s<>()]{4,2000})[>)]?$/i.exec(line.trim());
  return match?.[1] === undefined ? null : canonicalUrl(match[1]);
}

/** The outermost of the elements that a mailbox does not show. */
function findHidden(root: ParentNode): Set<Element> {
  const hidden = new Set<Element>();
  const visit = (parent: ParentNode): void => {
    for (const node of parent.children) {
      if (!isTag(node)) continue;
      if (isHidden(node)) hidden.add(node);
      else visit(node);
    }
  };
  visit(root);
  return hidden;
}

const INLINE = new Set("a b strong i em u span font big small".split(" "));
/** Inline elements around a link. */
const MAX_WRAPPINGS = 5;

/** A link that breaks part from what stands before and after it is a headline, not a word of a sentence. */
function isLinkOnItsLine(element: Element): boolean {
  if (element.name !== "a") return false;
  let around: Element = element;
  let isBroken = false;
  for (let wrapping = 0; wrapping < MAX_WRAPPINGS; wrapping += 1) {
    const [before, after] = [neighbour(around, "prev"), neighbour(around, "next")];
    if (!isBreak(before) || !isBreak(after)) return false;
    isBroken ||= before !== null || after !== null;
    const { parent } = around;
    if (parent === null || !isTag(parent) || !INLINE.has(parent.name)) return isBroken;
    around = parent;
  }
  return false;
}

function isBreak(node: AnyNode | null): boolean {
  return node === null || (isTag(node) && !INLINE.has(node.name) && node.name !== "img");
}

/** Nodes without words that may lie between. */
const MAX_BLANKS = 5;

function neighbour(element: Element, side: "prev" | "next"): AnyNode | null {
  let node: AnyNode | null = element[side];
  for (let blanks = 0; blanks < MAX_BLANKS && node !== null; blanks += 1) {
    if (isTag(node) || (isText(node) && node.data.trim() !== "")) return node;
    node = node[side];
  }
  return node;
}

const HIDDEN =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|max-height\s*:\s*0|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|font-size\s*:\s*[01](?:px|pt)?\s*(?:;|!|$))/i;

function isHidden({ attribs }: Element): boolean {
  return attribs.hidden !== undefined || HIDDEN.test((attribs.style ?? "").slice(0, 1000));
}

const MIN_PROSE_WORDS = 8;

/** Words of the article: no link, no heading, long enough for a sentence. */
export function isProse({ text, isLink, isHeading, rule }: MailBlock): boolean {
  return (
    rule === null && !isLink && !isHeading && countWords(text.slice(0, 400)) >= MIN_PROSE_WORDS
  );
}

/** Behind the last that a mail says about itself in its second half, what is no prose is its footer. */
function withoutFooter(blocks: readonly MailBlock[]): MailBlock[] {
  const lastProse = blocks.findLastIndex(isProse);
  const start = blocks.findIndex(
    ({ text, rule }, index) =>
      index > lastProse &&
      index >= blocks.length / 2 &&
      (rule === "mail-control" || /^-- ?$/.test(text)),
  );
  if (start === -1) return [...blocks];
  return blocks.map((block, index) =>
    index > start && block.rule === null ? { ...block, rule: "mail-footer" } : block,
  );
}
