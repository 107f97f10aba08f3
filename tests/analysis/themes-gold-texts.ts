/** The seed articles as they are read, with the sentences and graded themes that the gold gives them. */
import { readFileSync } from "node:fs";
import type { Article } from "../../src/model/article.js";
import { readOne } from "../read-one.js";

interface GoldArticle {
  readonly key: string;
  readonly file: string;
  readonly article_themes: Readonly<Record<string, number>>;
  readonly sentences: readonly {
    readonly id: string;
    readonly quote: string;
    readonly role: string;
    readonly themes: Readonly<Record<string, number>>;
  }[];
}

export interface SeedText {
  readonly key: string;
  readonly article: Article;
  readonly articleThemes: Readonly<Record<string, number>>;
  /** Sentences of role content, as they stand after cleaning. */
  readonly sentences: readonly {
    readonly id: string;
    readonly text: string;
    readonly themes: Readonly<Record<string, number>>;
  }[];
}

const root = new URL("../../", import.meta.url);

export async function seedTexts(): Promise<SeedText[]> {
  const gold: { articles: GoldArticle[] } = JSON.parse(
    readFileSync(new URL("tests/gold/seeds-passages.json", root), "utf8"),
  );
  const reading = gold.articles.map(async ({ key, file, article_themes, sentences }) => {
    const bytes = readFileSync(new URL(`corpus/articles/${file}`, root));
    const { article } = await readOne(bytes, file);
    if (article === null) throw new Error(`${file} cannot be read`);
    const content = sentences.filter((sentence) => sentence.role === "content");
    return {
      key,
      article,
      articleThemes: article_themes,
      sentences: content.map(({ id, quote, themes }) => ({ id, text: cleaned(quote), themes })),
    };
  });
  return Promise.all(reading);
}

/** The gold quotes the raw file: cleaning takes the dateline off and puts a displaced mark back. */
function cleaned(quote: string): string {
  const body = quote.replace(/^DOHA \([^)]*\) /, "");
  return /"\w+\.$/.test(body) ? `${body}"` : body;
}
