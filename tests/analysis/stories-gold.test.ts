import { expect, test } from "vitest";
import { groupStories } from "../../src/analysis/events/stories.js";
import { analyses, articles, gold, idsOf, seeds } from "./seeds.js";

const stories = groupStories(articles, analyses);

/** Pairs of gold ids that passages of different articles support each other with, each once. */
const links = seeds
  .flatMap(({ analysis }) =>
    analysis.passages.flatMap(({ start, end }) => {
      const range = { article: analysis.article, start, end };
      return stories.supportsOf(range).map((other) => [idsOf(range), idsOf(other)] as const);
    }),
  )
  .filter(([first, second]) => (first[0] ?? "") < (second[0] ?? ""));

function tellsOne(first: readonly string[], second: readonly string[]): boolean {
  return gold.corroboration.some(
    ({ ids }) => ids.some((id) => first.includes(id)) && ids.some((id) => second.includes(id)),
  );
}

/** Not in the gold, and yet the same call by the same speaker in reports of one meeting. */
const ALSO_TRUE = new Set(["A0.3 A1.4", "A0.3 A1.1", "A0.4 A1.4", "A0.4 A1.1"]);

test("a second citation reports the same event", () => {
  const right = links.filter(([first, second]) => tellsOne(first, second));
  const found = gold.corroboration.filter(({ ids }) =>
    right.some(([first, second]) =>
      [first, second].every((side) => side.some((id) => ids.includes(id))),
    ),
  );
  const wrong = links.filter(
    ([first, second]) =>
      !tellsOne(first, second) && !ALSO_TRUE.has(`${first.join("+")} ${second.join("+")}`),
  );
  console.log(
    `corroboration: ${found.length} of ${gold.corroboration.length} facts; ${links.length} links, ${right.length} in the gold, ${wrong.length} wrong`,
  );
  for (const { fact } of gold.corroboration.filter((entry) => !found.includes(entry))) {
    console.log(`missed: ${fact}`);
  }
  for (const [first, second] of links) console.log(`link: ${first.join("+")} ${second.join("+")}`);
  expect(wrong).toEqual([]);
  expect(found.length).toBeGreaterThanOrEqual(3);
});
