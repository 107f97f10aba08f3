/** An article's account in, its whole way out: bytes, reading, themes, story, passages and what became of them. */
import type { Passage } from "../model/analysis.js";
import type { Article, Removal } from "../model/article.js";
import type { ArticleExplanation } from "../model/explanation.js";
import type { CoverageEntry } from "../model/issue.js";
import { clip, groupOf, type Known, numberOf, printedAt } from "./known.js";

export async function explainArticle(
  entry: CoverageEntry,
  known: Known,
): Promise<ArticleExplanation> {
  const id = entry.article;
  const article = id === null ? null : known.articleOf(id);
  const story = id === null ? null : known.storyOf(id);
  const copies = id === null ? null : known.copiesOf(id);
  return {
    kind: "article",
    entry,
    number: id === null ? null : numberOf(known, id),
    origin: id === null ? null : await known.originOf(id),
    metadata: metadataOf(article, entry, known),
    removed: byRule(article?.removed ?? []),
    repairs: article?.repairs ?? [],
    themes: [...(known.analysisOf(id ?? "")?.themes ?? entry.themes)],
    story: story && groupOf(known, story.id, story.articles, null),
    copies: copies && groupOf(known, copies.id, copies.members, copies.origin),
    passages: id === null ? [] : passagesOf(id, known),
    statements: id === null ? [] : printedAt(known, { article: id, start: 0, end: END }),
  };
}

const END = Number.MAX_SAFE_INTEGER;

function metadataOf(
  article: Article | null,
  { outlet, article: id }: CoverageEntry,
  { issue }: Known,
): ArticleExplanation["metadata"] {
  if (article !== null) {
    const { title, titleDerived, byline, agency, dateline, language, ...days } = article;
    const { published, modified, inferred } = days;
    const named = { title, titleDerived, byline, outlet, agency, dateline, language };
    return { ...named, published, modified, inferred };
  }
  const source = issue.sources.find((cited) => cited.article === id);
  if (source === undefined) return null;
  const { title, titleDerived, byline, agency, dateline, language } = source;
  const named = { title, titleDerived, byline, dateline, language, agency: agency?.name ?? null };
  // The words that state a day are in the corpus, not in the issue.
  return { ...named, outlet, published: null, modified: null, inferred: null };
}

/** Parts that one rule took out and that are shown in words. */
const MOST_PARTS = 5;

function byRule(removals: readonly Removal[]): ArticleExplanation["removed"] {
  return [...Map.groupBy(removals, ({ rule }) => rule)].map(([rule, parts]) => ({
    rule,
    parts: parts.length,
    words: parts.slice(0, MOST_PARTS).map(({ text }) => clip(text)),
  }));
}

function passagesOf(article: string, known: Known): ArticleExplanation["passages"] {
  const choices = known.choicesOf(article);
  return (known.analysisOf(article)?.passages ?? []).map((passage) => {
    const { start, end, text, themes } = passage;
    const own = choices.filter((choice) => isOf(choice, passage));
    return {
      start,
      end,
      text: clip(text, LINE),
      themes: [...themes],
      outcomes: own.map(({ theme, outcome }) => ({ theme, kind: outcome.kind })),
      printed: printedAt(known, { article, start, end }).map(({ id }) => id),
    };
  });
}

/** What fits a line of a list, UTF-16 code units. */
const LINE = 100;

/** A candidate may leave out what leads up to its point: it ends where its passage does. */
export function isOf(
  choice: Pick<Passage, "start" | "end">,
  passage: Pick<Passage, "start" | "end">,
): boolean {
  return passage.start <= choice.start && choice.end === passage.end;
}
