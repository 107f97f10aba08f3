/** From dated articles to everything that one article alone says: passages, themes, dates, speakers, figures. */
import type { ArticleAnalysis } from "../model/analysis.js";
import { type Article, articleDay, articleText } from "../model/article.js";
import type { Lexicon } from "../model/lexicon.js";
import { type DateReference, findDateMentions } from "../text/dates/index.js";
import { findOutlet } from "../text/find-outlet.js";
import { splitSentences } from "../text/sentences.js";
import { findAttributions } from "./attributions/attributions.js";
import { readPassageTerms } from "./events/passage-terms.js";
import { findFigures } from "./figures/figures.js";
import { findNames } from "./names/names.js";
import { findPassages } from "./passages/passages.js";
import { readShingles } from "./reprints/shingles.js";
import { type StageTimer, untimed } from "./stage-timer.js";
import { readFeatures } from "./stories/features.js";
import { rankThemes } from "./themes/ranking/rank-themes.js";
import { readWordCounts } from "./themes/ranking/word-counts.js";
import { compileThemes, labelThemes } from "./themes/themes.js";

/** @returns one analysis per article, by its id */
export function analyseArticles(
  articles: readonly Article[],
  lexicon: Lexicon,
  time: StageTimer = untimed,
): ReadonlyMap<string, ArticleAnalysis> {
  const matcher = compileThemes(lexicon);
  let hasTerms = false;
  const analyses = new Map(
    articles.map((article) => {
      const analysis = analyseOnce(article, lexicon, () =>
        analyse(article, lexicon, matcher, time),
      );
      // Kept with the article for comparing it with others, as its words have just been split.
      hasTerms ||= analysis.themes.some(({ terms }) => terms !== undefined);
      if (hasTerms) time("themes", () => readWordCounts(article));
      time("reprints", () => readShingles(article));
      time("stories", () => readFeatures(article));
      time("events", () => readPassageTerms(article, analysis));
      return [article.id, analysis];
    }),
  );
  return time("themes", () => rankThemes(articles, analyses, lexicon.themes));
}

/** The same article under the same lexicon says the same: whoever studies again gets what was found. */
const FOUND = new WeakMap<Lexicon, WeakMap<Article, ArticleAnalysis>>();

function analyseOnce(
  article: Article,
  lexicon: Lexicon,
  work: () => ArticleAnalysis,
): ArticleAnalysis {
  const found = FOUND.get(lexicon) ?? new WeakMap<Article, ArticleAnalysis>();
  FOUND.set(lexicon, found);
  const analysis = found.get(article) ?? work();
  found.set(article, analysis);
  return analysis;
}

function analyse(
  article: Article,
  lexicon: Lexicon,
  matcher: ReturnType<typeof compileThemes>,
  time: StageTimer,
): ArticleAnalysis {
  const { id, language, outlet } = article;
  const text = articleText(article);
  const sentences = time("sentences", () => splitSentences(text, language));
  const passages = time("passages", () => findPassages(text, sentences));
  const dates = time("dates", () => findDateMentions(text, language, referenceOf(article)));
  const day = articleDay(article);
  const named = { language, text, day, outlet: outletOf(outlet, lexicon), dates };
  const { names, openNames } = time("names", () => findNames(named, lexicon));
  return {
    article: id,
    ...time("themes", () => labelThemes(article, passages, matcher)),
    sentences,
    dates,
    attributions: time("attributions", () =>
      findAttributions(text, sentences, names, language, lexicon),
    ),
    figures: time("figures", () => findFigures(text, sentences, language)),
    names,
    openNames,
  };
}

function outletOf(outlet: string | null, lexicon: Lexicon): string | null {
  return outlet === null ? null : (findOutlet(outlet, lexicon)?.id ?? null);
}

function referenceOf(article: Article): DateReference | null {
  const day = articleDay(article);
  if (day === null) return null;
  return { day, anchor: article.published?.date === day ? "published" : "inferred" };
}
