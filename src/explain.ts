/** From an issue and what was known for it to why an article or a statement is in the brief, or why not. */
import { type Slot, slotsOf } from "./issue/index.js";
import type { PassageTheme } from "./model/analysis.js";
import type { Article, Inferred, Published, Removal } from "./model/article.js";
import type { Citation, CoverageEntry, Statement } from "./model/issue.js";
import type { Study } from "./pipeline.js";

export interface ArticleExplanation {
  readonly kind: "article";
  readonly article: string | null;
  readonly file: string;
  readonly fate: CoverageEntry["fate"];
  readonly reason: string;
  readonly published: Published | null;
  readonly inferred: Inferred | null;
  readonly themes: CoverageEntry["themes"];
  readonly statements: readonly { readonly id: string; readonly slots: readonly string[] }[];
  readonly removed: readonly Removal[];
}

export interface StatementExplanation {
  readonly kind: "statement";
  readonly id: string;
  readonly text: string;
  readonly slots: readonly string[];
  readonly citations: readonly (Citation & { readonly file: string })[];
  /** Themes of the passage with the words that matched. */
  readonly themes: readonly PassageTheme[];
}

export type Explanation = ArticleExplanation | StatementExplanation;

/** @param name an article's id or file, or a statement's id @returns null where there is neither */
export function explain(name: string, study: Study): Explanation | null {
  const entry = study.issue.coverage.find(
    ({ article, file }) =>
      article === name || `/${name}`.endsWith(`/${file}`) || file.endsWith(`/${name}`),
  );
  if (entry !== undefined) return explainArticle(entry, study);
  const slots = slotsOf(study.issue);
  const found = slots.find(({ statement }) => statement.id === name)?.statement;
  return found === undefined ? null : explainStatement(found, slots, study);
}

function explainArticle(entry: CoverageEntry, study: Study): ArticleExplanation {
  const article = articlesOf(study).find(({ id }) => id === entry.article);
  const own = slotsOf(study.issue).filter(({ statement }) =>
    statement.citations.some((citation) => citation.article === entry.article),
  );
  const ids = [...new Set(own.map(({ statement }) => statement.id))];
  return {
    kind: "article",
    article: entry.article,
    file: entry.file,
    fate: entry.fate,
    reason: entry.reason,
    published: article?.published ?? null,
    inferred: article?.inferred ?? null,
    themes: entry.themes,
    statements: ids.map((id) => ({ id, slots: namesOf(id, own) })),
    removed: article?.removed ?? [],
  };
}

function explainStatement(
  { id, text, citations }: Statement,
  slots: readonly Slot[],
  study: Study,
): StatementExplanation {
  const [first] = citations;
  const passage = study.analyses
    .get(first?.article ?? "")
    ?.passages.find(
      ({ start, end }) => first !== undefined && start <= first.start && first.end <= end,
    );
  const files = new Map(study.issue.sources.map(({ article, file }) => [article, file]));
  return {
    kind: "statement",
    id,
    text,
    slots: namesOf(id, slots),
    citations: citations.map((c) => ({ ...c, file: files.get(c.article) ?? "" })),
    themes: passage?.themes ?? [],
  };
}

function namesOf(id: string, slots: readonly Slot[]): string[] {
  return slots.filter(({ statement }) => statement.id === id).map(({ name }) => name);
}

function articlesOf({ selection }: Study): Article[] {
  const { inPeriod, background, leftOut } = selection;
  return [...inPeriod, ...background, ...leftOut.map(({ article }) => article)];
}
