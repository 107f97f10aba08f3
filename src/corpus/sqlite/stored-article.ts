/** An article to what the store keeps of it, and back again. */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Article } from "../../model/article.js";

/** JSON, compressed where it is long. */
export type PackedArticle = string | Uint8Array;

/** Below, compressing takes longer than everything else and saves little, UTF-16 code units. */
const WORTH_COMPRESSING = 12_000;

export function packArticle(article: Article): PackedArticle {
  const json = JSON.stringify(shorten(article));
  return json.length < WORTH_COMPRESSING ? json : deflateRawSync(json, { level: 1 });
}

/** @throws where it is not what was packed */
export function unpackArticle(packed: PackedArticle): Article {
  const json = typeof packed === "string" ? packed : inflateRawSync(packed).toString();
  const article = JSON.parse(json) as Shortened;
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
