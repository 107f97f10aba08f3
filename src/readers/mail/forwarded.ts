/** The blocks of a mail that someone passed on to those of the inner mail, and what its header says. */
import { comparable } from "../line-shape.js";
import type { MailBlock } from "./mail-blocks.js";
import { FORWARD_LABELS, FORWARD_MARKS } from "./mail-words.js";

export interface Forwarded {
  /** The header and what stands above it bear a rule. */
  readonly blocks: readonly MailBlock[];
  readonly from: string | null;
  readonly date: string | null;
  readonly subject: string | null;
}

/** Mails passed on and on. */
const MAX_TIMES = 6;
/** Blocks that may stand above the header: what the sender adds. */
const MAX_NOTE = 12;
const MAX_HEADER = 8;

/** @returns null where nobody passed it on */
export function readForwarded(blocks: readonly MailBlock[]): Forwarded | null {
  let result: Forwarded | null = null;
  for (let times = 0; times < MAX_TIMES; times += 1) {
    const inner: Forwarded | null = readOnce(result?.blocks ?? blocks);
    if (inner === null) return result;
    result = inner;
  }
  return result;
}

function readOnce(blocks: readonly MailBlock[]): Forwarded | null {
  const from = blocks.findIndex(
    ({ rule }) => rule !== "forwarded-header" && rule !== "forward-note",
  );
  const reach = Math.min(blocks.length, from + MAX_NOTE);
  for (let start = Math.max(0, from); start < reach; start += 1) {
    const end = endOfHeader(blocks, start);
    const fields = readFields(
      blocks
        .slice(start, end)
        .map(({ text }) => text)
        .join("\n"),
    );
    if (fields.from === null || (fields.date === null && fields.subject === null)) continue;
    const ruled = blocks.map((block, index) => {
      if (index >= end) return block;
      return {
        ...block,
        rule:
          index >= start
            ? ("forwarded-header" as const)
            : (block.rule ?? ("forward-note" as const)),
      };
    });
    return { blocks: ruled, ...fields };
  }
  return null;
}

/** A header ends where the next begins: with a sender of its own. */
function endOfHeader(blocks: readonly MailBlock[], start: number): number {
  let senders = 0;
  let end = start;
  while (end < blocks.length && end - start < MAX_HEADER) {
    const text = blocks[end]?.text ?? "";
    if (!isHeader(text)) break;
    senders += FROM.test(text) ? 1 : 0;
    if (senders > 1) break;
    end += 1;
  }
  return end;
}

const marks = FORWARD_MARKS.map(comparable);
const LABELS = Object.values(FORWARD_LABELS).join("|");
const LABEL = new RegExp(`(?<![\\p{L}\\p{N}])\\*?(${LABELS})\\s?:\\*?(?=\\s|$)`, "giu");
const FROM = new RegExp(`(?<![\\p{L}\\p{N}])(?:${FORWARD_LABELS.from})\\s?:`, "iu");
const STARTS_WITH_LABEL = new RegExp(`^[>\\s]{0,8}\\*?(?:${LABELS})\\s?:`, "iu");
const MAX_LINE = 1000;

function isHeader(text: string): boolean {
  if (text.length > MAX_LINE) return false;
  if (STARTS_WITH_LABEL.test(text)) return true;
  const plain = comparable(text.slice(0, 100));
  return marks.some((mark) => plain.startsWith(mark));
}

/** Where several lines were made one, labels part them. */
function readFields(header: string) {
  const found = [...header.matchAll(LABEL)];
  const value = (labels: string): string | null => {
    const own = new RegExp(`^(?:${labels})$`, "iu");
    const index = found.findIndex(([, label = ""]) => own.test(label));
    const match = found[index];
    if (match === undefined) return null;
    const end = found[index + 1]?.index ?? header.length;
    return (
      header
        .slice(match.index + match[0].length, end)
        .replace(/\s+/gu, " ")
        .trim() || null
    );
  };
  return {
    from: value(FORWARD_LABELS.from),
    date: value(FORWARD_LABELS.date),
    subject: value(FORWARD_LABELS.subject),
  };
}
