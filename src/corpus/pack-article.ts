/** An article to one whose long parts that few ask for are packed until somebody does. */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Article } from "../model/article.js";

type LongParts = Pick<Article, "raw" | "removed">;

/** The same article to whoever looks at it, in about a third of the room. */
export function packArticle({ raw, removed, ...short }: Article): Article {
  const parts: LongParts = { raw, removed };
  // The fastest level: what it leaves matters less than the time. Copied, since the compressor's
  // own buffer is larger than what it filled.
  const packed = new Uint8Array(deflateRawSync(JSON.stringify(parts), { level: 1 }));
  return Object.defineProperties(short as Article, {
    raw: { enumerable: true, get: () => unpack(packed).raw },
    removed: { enumerable: true, get: () => unpack(packed).removed },
  });
}

function unpack(packed: Uint8Array): LongParts {
  return JSON.parse(inflateRawSync(packed).toString());
}
