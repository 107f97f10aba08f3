/** Terms that a desk thinks of to the articles that each would match, with the words around each use. */
import { type Article, articleText } from "../../../model/article.js";
import { ANY_LANGUAGE, type ThemesFile, ThemesFileSchema } from "../../../model/lexicon.js";
import { readTerms } from "../theme-hits.js";
import { compileThemes, type ThemeMatcher } from "../theme-matcher.js";

/** A range of the cleaned article text that holds a use: `text.slice(start, end) === snippet.text`. */
export interface TermSnippet {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface TriedTerm {
  readonly term: string;
  /** Of all articles, 0 to 1. */
  readonly share: number;
  /** Most uses first; titles count, snippets are from the body. */
  readonly articles: readonly {
    readonly id: string;
    readonly count: number;
    readonly snippets: readonly TermSnippet[];
  }[];
}

type TriedArticle = Pick<Article, "id" | "title" | "language" | "paragraphs">;

/** @param terms as a lexicon would have them among the strong ones of any language */
export function tryTerms(
  terms: readonly string[],
  articles: readonly TriedArticle[],
): readonly TriedTerm[] {
  const wanted = [...new Set(terms)];
  if (wanted.length === 0) return [];
  const matcher = compileTerms(wanted);
  const found = wanted.map(() => [] as TriedTerm["articles"][number][]);
  for (const article of articles) {
    for (const [index, use] of usesIn(article, wanted.length, matcher).entries()) {
      if (use !== null) found[index]?.push(use);
    }
  }
  return wanted.map((term, index) => {
    const own = found[index] ?? [];
    return {
      term,
      share: own.length / Math.max(1, articles.length),
      articles: own.sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1)),
    };
  });
}

/** A theme to each term, so that none hides another. */
function compileTerms(terms: readonly string[]): ThemeMatcher {
  const themes = terms.map((term, index) => ({
    id: themeOf(index),
    title: {},
    terms: { [ANY_LANGUAGE]: { strong: [term] } },
  }));
  const file: ThemesFile = ThemesFileSchema.parse({ themes });
  return compileThemes({
    themes: file,
    entities: { version: "", entities: [], contested: [], loaded: [] },
    outlets: { version: "", outlets: [] },
    inputs: [],
  });
}

function themeOf(index: number): string {
  return `t${index}`;
}

const MOST_SNIPPETS = 3;

function usesIn(article: TriedArticle, terms: number, matcher: ThemeMatcher) {
  const text = articleText(article);
  const title = readTerms(article.title, article.language, matcher).hits;
  const body = readTerms(text, article.language, matcher).hits;
  return Array.from({ length: terms }, (_, index) => {
    const isOwn = ({ theme }: { readonly theme: string }) => theme === themeOf(index);
    const own = body.filter(isOwn);
    const count = own.length + title.filter(isOwn).length;
    if (count === 0) return null;
    const snippets = own.slice(0, MOST_SNIPPETS).map((hit) => snippetOf(hit, text));
    return { id: article.id, count, snippets };
  });
}

/** UTF-16 code units on either side of a use. */
const AROUND = 60;

/** Whole words around a use, within its paragraph. */
export function snippetOf(
  { start, end }: { readonly start: number; readonly end: number },
  text: string,
): TermSnippet {
  let from = Math.max(0, start - AROUND);
  while (from > 0 && from < start && !isSpace(text, from - 1)) from += 1;
  const opening = text.lastIndexOf("\n\n", start);
  if (opening >= from) from = opening + "\n\n".length;
  let to = Math.min(text.length, end + AROUND);
  while (to < text.length && to > end && !isSpace(text, to)) to -= 1;
  const closing = text.slice(end, to).indexOf("\n\n");
  if (closing !== -1) to = end + closing;
  return { start: from, end: to, text: text.slice(from, to) };
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text[at] ?? " ");
}
