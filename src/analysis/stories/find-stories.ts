/**
 * Articles to stories, the reports of one event: TF-IDF of words, names and pairs of words, joined
 * by average link (Sokal & Michener, 1958) as in topic detection and tracking (Yang et al., 1998).
 */
import type { ReprintGroup, Story } from "../../model/analysis.js";
import { type Article, articleDay } from "../../model/article.js";
import { parseDay } from "../../text/dates-calendar.js";
import { sha256 } from "../../text/sha256.js";
import { byDay } from "../by-day.js";
import { UnionFind } from "../union-find.js";
import { linkByAverage } from "./average-link.js";
import { findNeighbours, type Report } from "./neighbours.js";
import { makeVectors } from "./vectors.js";

/**
 * Every article is in exactly one story.
 * @param groups whose members are in one story whatever their words
 * @param originOf first article of each article's origin
 * @returns in the order of their earliest articles
 */
export function findStories(
  articles: readonly Article[],
  groups: readonly Pick<ReprintGroup, "members">[],
  originOf: (article: string) => string,
): Story[] {
  const ordered = [...articles].sort(byDay);
  const storyOf = new Map<number, number>();
  for (const [story, members] of clusterReports(ordered).entries()) {
    for (const member of members) storyOf.set(member, story);
  }
  const joined = joinGroups(ordered, groups);
  const stories = Map.groupBy(ordered, (_, at) => storyOf.get(joined.rootOf(at)));
  return [...stories.values()].map((own) =>
    makeStory(
      own.map(({ id }) => id),
      originOf,
    ),
  );
}

/** An article may be in two groups, as a copy and as a translation: what they hold is one. */
function joinGroups(
  ordered: readonly Article[],
  groups: readonly Pick<ReprintGroup, "members">[],
): UnionFind {
  const places = new Map(ordered.map(({ id }, at) => [id, at]));
  const joined = new UnionFind(ordered.length);
  for (const { members } of groups) {
    const [first, ...others] = members.flatMap((member) => places.get(member) ?? []);
    for (const other of others) if (first !== undefined) joined.join(first, other);
  }
  return joined;
}

/** @param articles the earliest first */
export function makeStory(
  articles: readonly string[],
  originOf: (article: string) => string,
): Story {
  const [earliest = ""] = articles;
  return {
    id: `s-${sha256(earliest).slice(0, 12)}`,
    articles,
    origins: new Set(articles.map(originOf)).size,
  };
}

/** @param articles in the order of their days @returns positions of the articles of each story */
function clusterReports(articles: readonly Article[]): number[][] {
  const vectors = makeVectors(articles);
  const reports = articles.map((article, index): Report => {
    const day = articleDay(article);
    return { day: day === null ? null : parseDay(day), vector: vectors[index] ?? EMPTY };
  });
  return linkByAverage(reports, findNeighbours(reports), leastLikeness(articles.length));
}

const EMPTY = { terms: new Uint32Array(0), weights: new Float32Array(0) };

/**
 * Likeness from which reports are of one event. In a larger corpus every shared word is rarer among
 * all, so that what reports of one subject share weighs more.
 */
function leastLikeness(articles: number): number {
  return MIDDLE + PER_DOUBLING * Math.log2(Math.max(FEW, articles) / MIDDLE_SIZE);
}

const MIDDLE = 0.16;
const MIDDLE_SIZE = 500;
const FEW = 30;
const PER_DOUBLING = 0.008;
