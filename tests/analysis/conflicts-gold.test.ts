import { expect, test } from "vitest";
import { findConflicts } from "../../src/analysis/conflicts/conflicts.js";
import { groupStories } from "../../src/analysis/events/stories.js";
import { analyses, articles, gold, idsOf, lexicon } from "./seeds.js";

const stories = groupStories(articles, analyses);
const conflicts = findConflicts(articles, analyses, stories, lexicon).map((conflict) => ({
  ...conflict,
  ids: conflict.ranges.flatMap(idsOf),
}));
const scored = gold.conflicts.filter((entry) => entry.scored);

/** The note to X5: "A0 does not report the Turkish answer given in A1.5". */
const NOTED = [{ kind: "absent-from", ids: ["A1.5"] }];

test("finds the conflicts of the seeds and no others", () => {
  // A passage may hold more sentences of one quotation than the one that makes the claim.
  const meets = (entry: (typeof scored)[number], { kind, ranges }: (typeof conflicts)[number]) =>
    kind === entry.kind &&
    ranges.every((range) =>
      idsOf(range).some((id) => entry.claims.some((claim) => claim.id === id)),
    );
  const found = scored.filter((entry) => conflicts.some((conflict) => meets(entry, conflict)));
  const wrong = conflicts.filter(
    (conflict) =>
      !scored.some((entry) => meets(entry, conflict)) &&
      !NOTED.some(({ kind, ids }) => kind === conflict.kind && ids.join() === conflict.ids.join()),
  );
  console.log(
    `conflicts: ${found.length} of ${scored.length} found; ${conflicts.length} given, ${wrong.length} wrong`,
  );
  for (const { id, kind } of scored.filter((entry) => !found.includes(entry))) {
    console.log(`missed: ${id} ${kind}`);
  }
  for (const conflict of conflicts) {
    const { kind, theme, params, ids } = conflict;
    const mark = wrong.includes(conflict) ? "WRONG " : "";
    console.log(`${mark}${kind} ${theme} ${ids.join(" ")} ${JSON.stringify(params)}`);
  }
  expect(wrong).toEqual([]);
  expect(found.length).toBeGreaterThanOrEqual(5);
});
