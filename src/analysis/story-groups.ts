/** Articles to stories: the reports of one event. */
import type { Story } from "../model/analysis.js";
import type { Article } from "../model/article.js";
import { sha256 } from "../text/sha256.js";
import { byDay } from "./by-day.js";

/**
 * Every article is in exactly one story.
 * @param originOf first article of each article's origin
 * @returns in the order of their earliest articles
 */
export function findStories(
  articles: readonly Article[],
  originOf: (article: string) => string,
): Story[] {
  return [...articles].sort(byDay).map(({ id }) => makeStory([id], originOf));
}

function makeStory(articles: readonly string[], originOf: (article: string) => string): Story {
  const [earliest = ""] = articles;
  return {
    id: `s-${sha256(earliest).slice(0, 12)}`,
    articles,
    origins: new Set(articles.map(originOf)).size,
  };
}
