/** Articles to the words of each language that most of them hold: no term begins or ends with those. */
import { type Article, articleText } from "../../../model/article.js";
import { primaryLanguage } from "../../../text/primary-language.js";
import { splitWords } from "../../../text/words.js";

export interface CommonWords {
  has(folded: string, language: string): boolean;
}

type CountedArticle = Pick<Article, "language" | "paragraphs">;

/** Function words are found by counting, so that no language needs a list of them. */
export function commonWords(articles: readonly CountedArticle[]): CommonWords {
  const counts = new Map<string, LanguageCount>();
  for (const article of articles) count(article, counts);
  const common = new Map([...counts].map(([language, found]) => [language, commonOf(found)]));
  return {
    has: (folded, language) =>
      isShort(folded) || common.get(primaryLanguage(language))?.has(folded) === true,
  };
}

interface LanguageCount {
  texts: number;
  words: number;
  readonly articles: Map<string, number>;
  readonly uses: Map<string, number>;
}

function count(article: CountedArticle, counts: Map<string, LanguageCount>): void {
  const language = primaryLanguage(article.language);
  const empty = { texts: 0, words: 0, articles: new Map(), uses: new Map() };
  const known = counts.get(language) ?? empty;
  counts.set(language, known);
  known.texts += 1;
  const seen = new Set<string>();
  for (const { folded } of splitWords(articleText(article))) {
    known.words += 1;
    known.uses.set(folded, (known.uses.get(folded) ?? 0) + 1);
    if (seen.has(folded)) continue;
    seen.add(folded);
    known.articles.set(folded, (known.articles.get(folded) ?? 0) + 1);
  }
}

/** One word in so many: `with` and `was` are as frequent in any news, subjects in few. */
const ONE_IN = 300;
/** Part of the articles that hold a function word, however short they are. */
const LEAST_SHARE = 0.25;
const LEAST_ARTICLES = 3;

function commonOf({ texts, words, articles, uses }: LanguageCount): ReadonlySet<string> {
  const least = Math.max(LEAST_ARTICLES, texts * LEAST_SHARE);
  const isCommon = ([word, holders]: readonly [string, number]) =>
    holders >= least && (uses.get(word) ?? 0) * ONE_IN >= words;
  return new Set([...articles].filter(isCommon).map(([word]) => word));
}

/** Numbers, letters and the shortest words of alphabets. */
function isShort(folded: string): boolean {
  return folded.length < 3 || /^\p{N}/u.test(folded);
}
