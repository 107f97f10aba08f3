/** A page and the name of one of its citations in, the words that it cites out: `cite-2b`. */
import type { ArticleRange } from "../model/analysis.js";

/** The passages that a place of the page cites, as its markup says; none where there is no such place. */
export function citedBy(use: string, page: string): ArticleRange[] {
  const at = page.indexOf(`id="cite-${use}"`);
  if (at < 0) return [];
  const tag = page.slice(at, at + MOST);
  const article = /data-article="([^"]+)"/.exec(tag)?.[1];
  const passages = /data-passages="([\d\- ]+)"/.exec(tag)?.[1] ?? "";
  if (article === undefined || tag.indexOf("</a>") < tag.indexOf("data-article")) return [];
  return Array.from(passages.matchAll(/(\d+)-(\d+)/g), ([, start, end]) => ({
    article,
    start: Number(start),
    end: Number(end),
  }));
}

/** Longer than the tags of one citation, UTF-16 code units. */
const MOST = 4000;
