/** Stories and what the desk knows better of them to the stories as the desk has them. */
import type { Story } from "../../model/analysis.js";
import type { Article } from "../../model/article.js";
import type { StoryEdits } from "../../model/desk-notes.js";
import { byDay } from "../by-day.js";
import { UnionFind } from "../union-find.js";
import { makeStory } from "./find-stories.js";

/**
 * Splits come first, so that several articles that leave a story can be merged into another.
 * Articles that are not among those given are passed over.
 */
export function editStories(
  stories: readonly Story[],
  { merge, split }: StoryEdits,
  articles: readonly Article[],
  originOf: (article: string) => string,
): readonly Story[] {
  if (merge.length === 0 && split.length === 0) return stories;
  const ordered = [...articles].sort(byDay);
  const places = new Map(
    ordered.flatMap(
      ({ id, file }, at) =>
        [
          [file, at],
          [id, at],
        ] as const,
    ),
  );
  const known = (names: readonly string[]) => names.flatMap((name) => places.get(name) ?? []);
  const leaving = new Set(split.flatMap((names) => known(names).slice(1)));
  const joined = new UnionFind(ordered.length);
  const join = (members: readonly number[]) => {
    for (const member of members) joined.join(members[0] ?? member, member);
  };
  for (const story of stories) join(known(story.articles).filter((at) => !leaving.has(at)));
  for (const names of merge) join(known(names));
  const edited = Map.groupBy(ordered, (_, at) => joined.rootOf(at));
  return [...edited.values()].map((own) =>
    makeStory(
      own.map(({ id }) => id),
      originOf,
    ),
  );
}
