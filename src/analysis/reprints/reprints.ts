/** Articles to groups that carry the same copy: candidates by winnowing, each compared word by word. */
import type { ReprintGroup } from "../../model/analysis.js";
import type { Article } from "../../model/article.js";
import { sha256 } from "../../text/sha256.js";
import { byDay } from "../by-day.js";
import { containmentOf } from "./compare-copies.js";
import { areOneForm } from "./one-form.js";
import { PrintIndex } from "./print-index.js";
import { readShingles, type Shingles } from "./shingles.js";

/**
 * Groups reprints: each article joins the earlier one that it shares most with. The earliest is
 * the origin (ties by file name, undated ones last); an article without a reprint is in no group.
 */
export function groupReprints(articles: readonly Article[]): ReprintGroup[] {
  const ordered = [...articles].sort(byDay);
  const texts = ordered.map(readShingles);
  const index = new PrintIndex(texts.length);
  const groups = new Map<number, Joined[]>();
  const groupOf = texts.map((_, at) => at);
  for (const [at, text] of texts.entries()) {
    const match = closestOf(at, ordered, texts, index);
    if (match !== null) {
      const group = groupOf[match.text] ?? match.text;
      groupOf[at] = group;
      const members = groups.get(group) ?? [];
      members.push({ ...match, text: at });
      groups.set(group, members);
    }
    // What an earlier article holds already finds nothing that the earlier one does not find.
    index.add(match === null ? text.prints : without(text.prints, texts[match.text]?.prints), at);
  }
  return [...groups]
    .sort(([first], [second]) => first - second)
    .map(([origin, joined]) => makeGroup(origin, joined, ordered, texts));
}

/** A text, and how it stands to the one that it was joined to. */
interface Joined {
  readonly text: number;
  /** Part of the shorter one that the longer one holds. */
  readonly containment: number;
  /** One is much shorter, or they share too little to be the same copy throughout. */
  readonly isPart: boolean;
}

function without(prints: Uint32Array, known: Uint32Array = new Uint32Array(0)): Uint32Array {
  const others = new Set(known);
  return prints.filter((print) => !others.has(print));
}

/** Part of the rarer prints that makes a comparison worth while. */
const WORTH_COMPARING = 0.12;
const MOST_COMPARED = 8;

/** The earlier text that shares most; of equals the earliest. */
function closestOf(
  at: number,
  articles: readonly Article[],
  texts: readonly Shingles[],
  index: PrintIndex,
): Joined | null {
  const text = texts[at];
  if (text === undefined) return null;
  const sizeOf = (other: number) => texts[other]?.prints.length ?? 0;
  let best: Joined | null = null;
  const candidates = index.closest(text.prints, WORTH_COMPARING, sizeOf);
  for (const other of candidates.slice(0, MOST_COMPARED)) {
    const isOneAgency = sharesAgency(articles[at], articles[other]);
    const match = compare(text, texts[other], other, isOneAgency);
    if (match === null) continue;
    if (best === null || match.containment > best.containment) best = match;
  }
  return best;
}

function sharesAgency(first: Article | undefined, second: Article | undefined): boolean {
  return first?.agency != null && first.agency === second?.agency;
}

/** Part of the shorter text that a reprint holds at least. */
const CONTAINMENT = 0.3;
/** Two articles that name one agency need less: each may have written its own frame. */
const CONTAINMENT_OF_AGENCY = 0.2;
/** Part of the longer text's length, and of the shorter text, that makes a copy of the whole. */
const WHOLE = 0.6;
const WHOLE_SHARE = 0.4;

function compare(
  text: Shingles,
  other: Shingles | undefined,
  at: number,
  isOneAgency: boolean,
): Joined | null {
  if (other === undefined) return null;
  const containment = containmentOf(text, other);
  if (containment < (isOneAgency ? CONTAINMENT_OF_AGENCY : CONTAINMENT)) return null;
  if (containment < 1 && areOneForm(text, other)) return null;
  const [size, length] = [text.words.length, other.words.length];
  const ratio = Math.min(size, length) / Math.max(size, length);
  return { text: at, containment, isPart: ratio < WHOLE || containment < WHOLE_SHARE };
}

function makeGroup(
  origin: number,
  joined: readonly Joined[],
  articles: readonly Article[],
  texts: readonly Shingles[],
): ReprintGroup {
  const idOf = (text: number) => articles[text]?.id ?? "";
  const members = [origin, ...joined.map(({ text }) => text)];
  const lengthOf = (text: number) => texts[text]?.words.length ?? 0;
  const fullest = members.reduce((best, text) => (lengthOf(text) > lengthOf(best) ? text : best));
  return {
    id: `r-${sha256(idOf(origin)).slice(0, 12)}`,
    kind: joined.some(({ isPart }) => isPart) ? "partial" : "copy",
    origin: idOf(origin),
    fullest: idOf(fullest),
    members: members.map(idOf),
    containment: joined.reduce((least, { containment }) => Math.min(least, containment), 1),
  };
}
