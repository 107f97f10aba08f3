/** An article to one whose long parts that few ask for are packed until somebody does. */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Article } from "../model/article.js";

type LongParts = Pick<Article, "raw" | "removed">;

/** What passes between threads of an article. */
export interface PackedArticle {
  readonly short: Omit<Article, keyof LongParts>;
  /** Its long parts as JSON, deflated. */
  readonly packed: Uint8Array;
}

/** Code units of raw text below which packing gains nothing. */
const WORTH_IT = 4096;

/** The same article to whoever looks at it, in about a third of the room. */
export function packArticle(article: Article): Article {
  const isPacked = Object.getOwnPropertyDescriptor(article, "raw")?.get !== undefined;
  return isPacked ? article : openPacked(packParts(article));
}

/** Short articles stay as they are. */
export function packParts({ raw, removed, ...short }: Article): PackedArticle | Article {
  if (raw.length < WORTH_IT) return { raw, removed, ...short };
  const parts: LongParts = { raw, removed };
  // The fastest level: what it leaves matters less than the time. Copied, since the compressor's
  // own buffer is larger than what it filled.
  const packed = new Uint8Array(deflateRawSync(JSON.stringify(parts), { level: 1 }));
  return { short, packed };
}

export function openPacked(article: PackedArticle | Article): Article {
  if (!("packed" in article)) return article;
  const { short, packed } = article;
  return Object.defineProperties(short as Article, {
    raw: { enumerable: true, get: () => unpack(packed).raw },
    removed: { enumerable: true, get: () => unpack(packed).removed },
  });
}

function unpack(packed: Uint8Array): LongParts {
  return JSON.parse(inflateRawSync(packed).toString());
}
