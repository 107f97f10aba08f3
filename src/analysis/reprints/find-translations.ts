/**
 * Articles to groups that may be one text in several languages: they share names of the lexicon,
 * numbers and dates, within few days. Only a possibility, which is shown and never merged.
 */
import type { ArticleAnalysis, ReprintGroup } from "../../model/analysis.js";
import { type Article, articleDay } from "../../model/article.js";
import type { Lexicon } from "../../model/lexicon.js";
import { daysBetween } from "../../text/dates-calendar.js";
import { primaryLanguage } from "../../text/primary-language.js";
import { sha256 } from "../../text/sha256.js";
import { byDay } from "../by-day.js";
import { readMarks } from "./marks.js";

/** @returns groups in the order of their earliest articles, each of at least two languages */
export function findTranslations(
  articles: readonly Article[],
  analyses: ReadonlyMap<string, ArticleAnalysis>,
  lexicon: Pick<Lexicon, "entities">,
): ReprintGroup[] {
  if (new Set(articles.map(({ language }) => primaryLanguage(language))).size < 2) return [];
  const stock = new Set(
    lexicon.entities.entities.filter(({ background }) => background).map(({ id }) => id),
  );
  const marked = [...articles].sort(byDay).map((article): Marked => {
    const analysis = analyses.get(article.id);
    return { article, marks: analysis === undefined ? [] : readMarks(article, analysis, stock) };
  });
  const groups = new Map<number, number[]>();
  const groupOf = marked.map((_, at) => at);
  const parts = new Map<number, number>();
  const holders = new Map<string, number[]>();
  for (const [at, text] of marked.entries()) {
    const match = closest(text, marked, holders);
    if (match !== null) {
      const group = groupOf[match.at] ?? match.at;
      groupOf[at] = group;
      const members = groups.get(group);
      if (members === undefined) groups.set(group, [group, at]);
      else members.push(at);
      parts.set(group, Math.min(parts.get(group) ?? 1, match.part));
    }
    for (const mark of text.marks) post(holders, mark, at);
  }
  return [...groups]
    .sort(([first], [second]) => first - second)
    .map(([group, members]) => makeGroup(members, parts.get(group) ?? 0, marked));
}

interface Marked {
  readonly article: Article;
  readonly marks: readonly string[];
}

/** A mark of more articles than this tells nothing apart. */
const LONGEST_POSTING = 64;

function post(holders: Map<string, number[]>, mark: string, at: number): void {
  const posting = holders.get(mark);
  if (posting === undefined) holders.set(mark, [at]);
  else posting.push(at);
}

/** Days in which a translation comes out. */
const APART = 4;
/** Part of the marks of the text with fewer that both must have. */
const LEAST_PART = 0.6;
const LEAST_MARKS = 6;
const LEAST_OF_A_KIND = 2;

/** The earlier text in another language that shares most; of equals the earliest. */
function closest(
  { article, marks }: Marked,
  marked: readonly Marked[],
  holders: ReadonlyMap<string, readonly number[]>,
): { at: number; part: number } | null {
  if (marks.length < LEAST_MARKS) return null;
  const shared = new Map<number, string[]>();
  for (const mark of marks) {
    for (const at of (holders.get(mark) ?? []).slice(-LONGEST_POSTING)) {
      const both = shared.get(at);
      if (both === undefined) shared.set(at, [mark]);
      else both.push(mark);
    }
  }
  let best: { at: number; part: number } | null = null;
  for (const [at, both] of shared) {
    const other = marked[at];
    if (other === undefined || !couldTranslate(article, other.article)) continue;
    const part = both.length / Math.min(marks.length, other.marks.length);
    if (part < LEAST_PART || both.length < LEAST_MARKS || !areOfBothKinds(both)) continue;
    if (best === null || part > best.part || (part === best.part && at < best.at)) {
      best = { at, part };
    }
  }
  return best;
}

function couldTranslate(first: Article, second: Article): boolean {
  if (primaryLanguage(first.language) === primaryLanguage(second.language)) return false;
  const [day, other] = [articleDay(first), articleDay(second)];
  return day === null || other === null || Math.abs(daysBetween(day, other)) <= APART;
}

/** Names alone are those of a subject, numbers alone are chance. */
function areOfBothKinds(marks: readonly string[]): boolean {
  const names = marks.filter((mark) => mark.startsWith("@")).length;
  return names >= LEAST_OF_A_KIND && marks.length - names >= LEAST_OF_A_KIND;
}

function makeGroup(
  members: readonly number[],
  part: number,
  marked: readonly Marked[],
): ReprintGroup {
  const own = members.flatMap((at) => marked[at] ?? []);
  const ids = own.map(({ article }) => article.id);
  const fullest = own.reduce((best, text) => (text.marks.length > best.marks.length ? text : best));
  const [origin = ""] = ids;
  return {
    id: `t-${sha256(origin).slice(0, 12)}`,
    kind: "possible-translation",
    origin,
    fullest: fullest.article.id,
    members: ids,
    containment: part,
  };
}
