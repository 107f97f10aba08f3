/** The seed articles as cleaned texts, with the sentences and graded themes that the gold gives them. */
import { readFileSync } from "node:fs";

interface GoldSentence {
  readonly id: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly role: string;
  readonly themes: Readonly<Record<string, number>>;
}

interface GoldArticle {
  readonly key: string;
  readonly file: string;
  readonly article_themes: Readonly<Record<string, number>>;
  readonly sentences: readonly GoldSentence[];
}

export interface SeedText {
  readonly key: string;
  readonly title: string;
  readonly language: string;
  readonly paragraphs: readonly string[];
  readonly articleThemes: Readonly<Record<string, number>>;
  /** Sentences of role content, as they stand after cleaning. */
  readonly sentences: readonly {
    readonly id: string;
    readonly text: string;
    readonly themes: Readonly<Record<string, number>>;
  }[];
}

const root = new URL("../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8");

export function seedTexts(): SeedText[] {
  const gold: { articles: GoldArticle[] } = JSON.parse(read("tests/gold/seeds-passages.json"));
  return gold.articles.map((article) => {
    const raw = read(`corpus/articles/${article.file}`);
    const content = article.sentences.filter((sentence) => sentence.role === "content");
    const paragraphs: string[][] = [];
    for (const [at, sentence] of content.entries()) {
      const gap = raw.slice(content[at - 1]?.end ?? 0, sentence.start);
      const joins = at > 0 && (!/\n\s*\n/.test(gap) || isDisplacedMark(gap));
      if (joins) paragraphs.at(-1)?.push(cleaned(sentence.quote));
      else paragraphs.push([cleaned(sentence.quote)]);
    }
    const title = article.sentences.find((sentence) => sentence.role === "title");
    return {
      key: article.key,
      title: title?.quote ?? content[0]?.quote ?? "",
      language: "en",
      paragraphs: paragraphs.map((sentences) => sentences.join(" ")),
      articleThemes: article.article_themes,
      sentences: content.map(({ id, quote, themes }) => ({ id, text: cleaned(quote), themes })),
    };
  });
}

/** The closing mark of seed 003, displaced into the next paragraph. */
function isDisplacedMark(gap: string): boolean {
  return /^\s*"\s*$/.test(gap);
}

/** Without the dateline, and with the displaced closing mark put back. */
function cleaned(quote: string): string {
  const body = quote.replace(/^DOHA \([^)]*\) /, "");
  return /"\w+\.$/.test(body) ? `${body}"` : body;
}
