/** A statement or an event of the frozen issue in, what a template sees of it out. */
import type { Issue, Rewrite, Source, Statement, TimelineEntry } from "../model/issue.js";
import { directionOf } from "./direction.js";
import type { EventView, StatementView } from "./view/index.js";

export function viewStatement(statement: Statement, known: Known): StatementView {
  const [first] = statement.citations;
  const language = (first && known.articles.get(first.article)?.language) ?? "und";
  const { context, reported, rewrite } = statement;
  return {
    id: statement.id,
    text: statement.text,
    context: context?.text ?? null,
    citations: context ? [context.citation, ...statement.citations] : statement.citations,
    language,
    direction: directionOf(language),
    when: null,
    rewrite: rewrite === undefined ? null : viewRewrite(rewrite),
    reported: reported && { day: reported.day, inferred: reported.basis === "inferred" },
    steps: known.steps.get(statement.id) ?? null,
    change: null,
  };
}

function viewRewrite({ kind, text, language }: Rewrite): StatementView["rewrite"] {
  return { kind, text, language, direction: directionOf(language) };
}

/**
 * The words that give an event's date, in its statement's text. Counted from the end, which text and
 * quotation share: the text's beginning may be left out. Null where they are left out themselves.
 */
function placeOfDate({ mention, statement }: TimelineEntry): StatementView["when"] {
  const [citation] = statement.citations;
  if (citation === undefined || citation.article !== mention.article) return null;
  const after = inOneParagraph(citation.quote.slice(mention.end - citation.start));
  const words = inOneParagraph(mention.quote);
  const end = statement.text.length - after.length;
  const start = end - words.length;
  const isThere = start >= 0 && statement.text.slice(start) === words + after;
  return isThere ? { start, end } : null;
}

/** A statement's text is its quotation with the ends of paragraphs taken out. */
function inOneParagraph(quote: string): string {
  return quote.replaceAll("\n\n", " ");
}

export function viewEvent(entry: TimelineEntry, known: Known): EventView {
  return {
    date: entry.date,
    inferred: entry.anchor === "inferred",
    planned: entry.planned,
    statement: { ...viewStatement(entry.statement, known), when: placeOfDate(entry) },
  };
}

/** What the view says of an article wherever it is cited. */
interface CitedArticle {
  readonly number: number;
  readonly language: string;
  readonly outlet: string | null;
}
type Articles = ReadonlyMap<string, CitedArticle>;

/** What is said of a statement beside its words. */
export interface Known {
  readonly articles: Articles;
  /** By statement. */
  readonly steps: ReadonlyMap<string, number>;
}

export function knownOf(issue: Issue): Known {
  return { articles: readArticles(issue.sources), steps: stepsOf(issue) };
}

/** Most steps of any claim in the words of a statement, where they are more than one. */
function stepsOf({ themes }: Issue): ReadonlyMap<string, number> {
  const steps = new Map<string, number>();
  for (const { statement, depth } of themes.flatMap(({ says }) => says)) {
    if (depth < 2) continue;
    steps.set(statement.id, Math.max(depth, steps.get(statement.id) ?? 0));
  }
  return steps;
}

function readArticles(sources: readonly Source[]): Articles {
  return new Map(
    sources.map(({ article, number, language, outlet, agency }) => [
      article,
      { number, language, outlet: (outlet ?? agency)?.name ?? null },
    ]),
  );
}
