/**
 * A name and what is known of an issue in, an explanation out. A name is an article's id, file or
 * number (`[2]`), a citation of the page (`cite-2b`), the id of a statement, a finding or a story, a
 * place (`file:120`, `file:120-240`), or words of an article.
 */
import { slotsOf, statementId } from "../issue/index.js";
import type { ArticleRange } from "../model/analysis.js";
import type { Explanation } from "../model/explanation.js";
import type { CoverageEntry } from "../model/issue.js";
import { explainArticle } from "./explain-article.js";
import { explainPassage } from "./explain-passage.js";
import { explainFinding, explainStatement, findingsIn } from "./explain-statement.js";
import { findPassages, findRemoved } from "./find-words.js";
import { clip, fileOf, type Known } from "./known.js";
import { citedBy } from "./page-cites.js";

/** @returns null where nothing has the name */
export async function explain(name: string, known: Known): Promise<Explanation | null> {
  return (
    byId(name, known) ??
    (await byCitation(name, known)) ??
    (await byArticle(name, known)) ??
    byPlace(name, known) ??
    byWords(name, known)
  );
}

function byId(name: string, known: Known): Explanation | null {
  const { issue } = known;
  const statement = slotsOf(issue).find((slot) => slot.statement.id === name)?.statement;
  if (statement !== undefined) return explainStatement(statement, known);
  const finding = findingsIn(issue).find((found) => found.finding.id === name)?.finding;
  if (finding !== undefined) return explainFinding(finding, known);
  const told = issue.coverage.filter(({ story }) => story !== null && story === name);
  if (told.length > 0) return several(name, told.map(articleCandidate));
  const range = name.startsWith("s-") ? unprinted(name, known) : null;
  return range && explainPassage(range, known);
}

/** A statement that might have been printed, by the id that it would have. */
function unprinted(id: string, known: Known): ArticleRange | null {
  for (const { article } of known.issue.coverage) {
    const text = article === null ? null : known.textOf(article);
    if (article === null || text === null) continue;
    const range = known
      .choicesOf(article)
      .find(({ start, end }) => statementId({ article, quote: text.slice(start, end) }) === id);
    if (range !== undefined) return { article, start: range.start, end: range.end };
  }
  return null;
}

/** `[2]` and `2` are a source, `cite-2b` and `2b` one of the places that cite it. */
async function byCitation(name: string, known: Known): Promise<Explanation | null> {
  const { issue } = known;
  const [, number, letters] = /^(?:\[|cite-)?(\d{1,4})([a-z]{0,3})\]?$/.exec(name) ?? [];
  if (number === undefined) return null;
  const source = issue.sources.find((cited) => cited.number === Number(number));
  const entry = issue.coverage.find(({ article }) => article === source?.article);
  if (entry === undefined) return null;
  if (letters === undefined || letters === "") return explainArticle(entry, known);
  const page = await known.page();
  const cited = page === null ? [] : citedBy(`${number}${letters}`, page);
  return cited.length === 0 ? null : byRanges(name, cited, known);
}

/** The statement that cites these words first, of one range the passage that it stands in. */
function byRanges(name: string, ranges: readonly ArticleRange[], known: Known): Explanation | null {
  const statement = slotsOf(known.issue).find(({ statement: { citations } }) =>
    citations.some((own) => ranges.some((range) => isSame(own, range))),
  )?.statement;
  if (statement !== undefined) return explainStatement(statement, known);
  const [first, ...others] = ranges;
  if (first !== undefined && others.length === 0) return explainPassage(first, known);
  return several(
    name,
    ranges.map((range) => passageCandidate(range, known)),
  );
}

function isSame(a: ArticleRange, b: ArticleRange): boolean {
  return a.article === b.article && a.start === b.start && a.end === b.end;
}

async function byArticle(name: string, known: Known): Promise<Explanation | null> {
  const found = findEntries(name, known);
  const [first, ...others] = found;
  if (first === undefined) return null;
  return others.length === 0
    ? explainArticle(first, known)
    : several(name, found.map(articleCandidate));
}

/** By id or file exactly, otherwise by the end of the path. */
function findEntries(name: string, { issue }: Known): CoverageEntry[] {
  const exact = issue.coverage.filter(({ article, file }) => article === name || file === name);
  if (exact.length > 0) return exact.slice(0, 1);
  const path = name.replaceAll("\\", "/");
  return issue.coverage.filter(
    ({ file }) => `/${path}`.endsWith(`/${file}`) || file.endsWith(`/${path}`),
  );
}

function byPlace(name: string, known: Known): Explanation | null {
  const [, file, from, to] = /^(.+):(\d{1,9})(?:-(\d{1,9}))?$/s.exec(name) ?? [];
  if (file === undefined || from === undefined) return null;
  const [entry, ...others] = findEntries(file, known);
  if (entry === undefined || entry.article === null) return null;
  if (others.length > 0) return several(name, [entry, ...others].map(articleCandidate));
  const start = Number(from);
  const end = to === undefined ? start + 1 : Number(to);
  return explainPassage({ article: entry.article, start, end }, known);
}

function byWords(name: string, known: Known): Explanation | null {
  const passages = findPassages(name, known);
  const [first, ...others] = passages;
  if (first !== undefined && others.length === 0) return explainPassage(first, known);
  if (first !== undefined) {
    return several(
      name,
      passages.map((range) => passageCandidate(range, known)),
    );
  }
  const [removed] = findRemoved(name, known);
  if (removed === undefined) return null;
  const { article, rule, text } = removed;
  return { kind: "removed", article, file: fileOf(known, article), rule, words: clip(text) };
}

type Candidate = Extract<Explanation, { kind: "several" }>["candidates"][number];

/** Of more than these, nobody chooses: the words ask for more of themselves. */
const MOST_CANDIDATES = 20;

function several(name: string, candidates: readonly Candidate[]): Explanation {
  const shown = candidates.slice(0, MOST_CANDIDATES);
  return { kind: "several", name, of: candidates.length, candidates: shown };
}

function articleCandidate({ article, file, fate, reason }: CoverageEntry): Candidate {
  return { name: article ?? file, words: clip(`${file}: ${fate}, ${reason}`) };
}

function passageCandidate(range: ArticleRange, known: Known): Candidate {
  const { article, start, end } = range;
  const text = known.textOf(article)?.slice(start, end) ?? "";
  return { name: `${fileOf(known, article)}:${start}-${end}`, words: clip(text, 100) };
}
