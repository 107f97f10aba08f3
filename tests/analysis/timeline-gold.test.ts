import { expect, test } from "vitest";
import { groupStories } from "../../src/analysis/events/stories.js";
import { buildTimeline } from "../../src/analysis/timeline/timeline.js";
import type { TimelineItem } from "../../src/model/analysis.js";
import { analyses, articles, gold, idsOf } from "./seeds.js";

const items = buildTimeline(articles, analyses, groupStories(articles, analyses));

/** `2021-06` for a week "of June" is met by any range inside; a day is met by that day alone. */
function isDate(entry: (typeof gold.timeline)[number], { from, to }: TimelineItem): boolean {
  const [first, last] = entry.date.split("/");
  if (first === undefined) return false;
  return last === undefined
    ? from.startsWith(first) && to.startsWith(first)
    : from === first && to === last;
}

test("each event of the seeds has one entry under its date", () => {
  const met = gold.timeline.map((entry) => ({
    entry,
    items: items.filter(
      (item) => isDate(entry, item) && idsOf(item.passage).some((id) => entry.ids.includes(id)),
    ),
  }));
  const found = met.filter(({ items: matches }) => matches.length > 0);
  const extra = items.filter((item) => !met.some(({ items: matches }) => matches.includes(item)));
  const twice = found.filter(({ items: matches }) => matches.length > 1);
  const planned = gold.timeline.filter(({ event }) => event.startsWith("planned"));
  const flagged = found.filter(
    ({ entry, items: matches }) => planned.includes(entry) === matches.some((item) => item.planned),
  );
  console.log(
    `timeline: ${found.length} of ${gold.timeline.length} entries found, ${extra.length} not in the gold, ${twice.length} told twice; planned right in ${flagged.length} of ${found.length}`,
  );
  for (const { entry } of met.filter(({ items: matches }) => matches.length === 0)) {
    console.log(`missed: ${entry.date} ${entry.event}`);
  }
  for (const item of items) {
    const range = item.from === item.to ? item.from : `${item.from}/${item.to}`;
    const supports = item.supports.flatMap(idsOf).join(" ");
    console.log(
      `${extra.includes(item) ? "EXTRA " : ""}${range} ${idsOf(item.passage)} ${item.planned ? "planned " : ""}${supports === "" ? "" : `also ${supports}`}`,
    );
  }
  expect(found.length).toBeGreaterThanOrEqual(17);
  expect(extra.length).toBeLessThanOrEqual(2);
  expect(twice).toEqual([]);
});
