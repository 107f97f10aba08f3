/** An article to the bytes that the store keeps of it, and back again. */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Article } from "../../model/article.js";

/** Compressed at the quickest: a third of the bytes, and reading them back costs little. */
const LEVEL = 1;

export function packArticle(article: Article): Uint8Array {
  return deflateRawSync(JSON.stringify(shorten(article)), { level: LEVEL });
}

/** @throws where the bytes are not those of an article */
export function unpackArticle(bytes: Uint8Array): Article {
  const article = JSON.parse(inflateRawSync(bytes).toString()) as Shortened;
  return { ...article, paragraphs: lengthen(article.paragraphs, article.raw) };
}

/** Paragraphs that stand in the raw text as they are become their start and length in it. */
type Shortened = Omit<Article, "paragraphs"> & {
  readonly paragraphs: readonly (string | readonly [number, number])[];
};

/** Code units between two paragraphs in which the second is looked for. */
const LOOK_AHEAD = 2000;

function shorten(article: Article): Shortened {
  let from = 0;
  const paragraphs = article.paragraphs.map((paragraph) => {
    const near = article.raw.slice(from, from + paragraph.length + LOOK_AHEAD);
    const offset = near.indexOf(paragraph);
    if (offset < 0) return paragraph;
    const start = from + offset;
    from = start + paragraph.length;
    return [start, paragraph.length] as const;
  });
  return { ...article, paragraphs };
}

function lengthen(paragraphs: Shortened["paragraphs"], raw: string): string[] {
  return paragraphs.map((paragraph) =>
    typeof paragraph === "string"
      ? paragraph
      : raw.slice(paragraph[0], paragraph[0] + paragraph[1]),
  );
}
