import { describe, expect, test } from "vitest";
import type { TimelineEntry } from "../../src/model/issue.js";
import { foldTimeline } from "../../src/templating/fold-timeline.js";

function entry(day: string, origins = 1): TimelineEntry {
  const citation = {
    article: "a-000000000001",
    start: 0,
    end: 4,
    quote: "word",
    textSha256: "0".repeat(64),
  };
  return {
    date: { from: day, to: day, precision: "day" },
    mention: citation,
    anchor: "absolute",
    planned: false,
    statement: {
      id: "s-000000000001",
      text: "word",
      citations: Array.from({ length: origins }, () => citation),
      reported: null,
    },
  };
}

const days = (entries: readonly TimelineEntry[]) => entries.map(({ date }) => date.from);

describe("the printed timeline", () => {
  const entries = [
    entry("2011-02-15"),
    entry("2019-04-04", 3),
    entry("2020-10-23"),
    entry("2021-05-03"),
  ];

  test("keeps all that fits", () => {
    expect(foldTimeline(entries, "2021-05-01", 4)).toEqual({ entries, folded: 0 });
  });

  test("keeps the earlier events that most origins report, then the later ones", () => {
    const { entries: kept, folded } = foldTimeline(entries, "2021-05-01", 3);
    expect(days(kept)).toEqual(["2019-04-04", "2020-10-23", "2021-05-03"]);
    expect(folded).toBe(1);
  });

  test("keeps every event of the period", () => {
    const { entries: kept, folded } = foldTimeline(entries, "2019-01-01", 1);
    expect(days(kept)).toEqual(["2019-04-04", "2020-10-23", "2021-05-03"]);
    expect(folded).toBe(1);
  });
});
