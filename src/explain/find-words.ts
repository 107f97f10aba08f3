/** Words in, the passages that hold them and the removed parts that held them out. */
import type { ArticleRange } from "../model/analysis.js";
import { fold } from "../text/fold.js";
import { paragraphSpans } from "../text/paragraph-spans.js";
import type { Known } from "./known.js";

export interface RemovedPart {
  readonly article: string;
  readonly rule: string;
  readonly text: string;
}

/** Passages of analysed articles, paragraphs of others; case, accents and kinds of quotation marks do not count. */
export function findPassages(words: string, known: Known): ArticleRange[] {
  const wanted = foldWords(words);
  if (!HAS_WORD.test(wanted)) return [];
  return known.issue.coverage.flatMap(({ article }) => {
    const text = article === null ? null : known.textOf(article);
    if (article === null || text === null || !foldWords(text).includes(wanted)) return [];
    const spans = known.analysisOf(article)?.passages ?? paragraphSpans(text);
    const holding = spans.filter(({ start, end }) => holds(text.slice(start, end), wanted));
    return holding.map(({ start, end }) => ({ article, start, end }));
  });
}

export function findRemoved(words: string, known: Known): RemovedPart[] {
  const wanted = foldWords(words);
  if (!HAS_WORD.test(wanted)) return [];
  return known.issue.coverage.flatMap(({ article }) =>
    (known.articleOf(article ?? "")?.removed ?? [])
      .filter(({ text }) => holds(text, wanted))
      .map(({ rule, text }) => ({ article: article ?? "", rule, text })),
  );
}

const HAS_WORD = /[\p{L}\p{N}]/u;

function holds(text: string, wanted: string): boolean {
  return foldWords(text).includes(wanted);
}

function foldWords(text: string): string {
  return fold(text)
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‘’‚]/gu, "'")
    .replace(/\s+/gu, " ")
    .trim();
}
