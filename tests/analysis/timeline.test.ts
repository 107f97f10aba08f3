import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyseArticles } from "../../src/analysis/analyse.js";
import { groupStories } from "../../src/analysis/events/stories.js";
import { buildTimeline } from "../../src/analysis/timeline/timeline.js";
import type { TimelineItem } from "../../src/model/analysis.js";
import type { Article } from "../../src/model/article.js";
import { articles, lexicon } from "./seeds.js";

const [seed] = articles;
if (seed === undefined) throw new Error("no seeds");
const base: Article = seed;
const THEME = "Foreign fighters and mercenaries are still in Libya. Foreign forces stay in Libya.";

function report(id: string, date: string, text: string): Article {
  const published = { date, precision: "day" as const, evidence: [] };
  return { ...base, id, published, inferred: null, outlet: null, paragraphs: [text, THEME] };
}

function timeline(...reports: readonly Article[]): TimelineItem[] {
  const analyses = analyseArticles(reports, lexicon);
  return buildTimeline(reports, analyses, groupStories(reports, analyses));
}

const told = (reports: readonly Article[]): string[] =>
  timeline(...reports).map(({ passage, from }) => {
    const text = reports.find(({ id }) => id === passage.article)?.paragraphs.join("\n\n") ?? "";
    return `${from} ${text.slice(passage.start, passage.end)}`;
  });

describe("the timeline", () => {
  test("goes by the date of the event, not of the report", () => {
    const later = report("a-1", "2021-05-10", "Haftar left Tripoli on April 4, 2019.");
    const earlier = report("a-2", "2021-05-04", "Putin spoke in Moscow on May 3, 2021.");
    expect(told([earlier, later])).toEqual([
      "2019-04-04 Haftar left Tripoli on April 4, 2019.",
      "2021-05-03 Putin spoke in Moscow on May 3, 2021.",
    ]);
  });

  test("has one entry for an event that two reports tell", () => {
    const first = report("a-1", "2021-05-04", "Putin met Haftar for talks on May 3, 2021.");
    const second = report(
      "a-2",
      "2021-05-05",
      "Talks of Putin and Haftar met delays on May 3, 2021.",
    );
    expect(timeline(first, second)).toHaveLength(1);
  });

  test("has two entries for two events of one day", () => {
    const first = report("a-1", "2021-05-04", "Putin met Haftar on May 3, 2021.");
    const second = report("a-2", "2021-05-05", "Greece closed a port on May 3, 2021.");
    expect(timeline(first, second)).toHaveLength(2);
  });

  test("keeps an event and its denial apart", () => {
    const first = report("a-1", "2021-05-04", "Putin met Haftar for talks on May 3, 2021.");
    const second = report(
      "a-2",
      "2021-05-05",
      "Putin denied that he met Haftar for talks on May 3, 2021.",
    );
    expect(timeline(first, second)).toHaveLength(2);
  });

  test("cites no report from before an event, unless it plans it", () => {
    const before = report("a-1", "2021-05-04", "Putin met Haftar for talks on May 3, 2021.");
    const event = report("a-2", "2021-05-14", "Putin met Haftar for talks on May 13, 2021.");
    const range = { article: "a-1", start: 0, end: before.paragraphs[0]?.length ?? 0 };
    const reports = [before, event];
    const items = buildTimeline(reports, analyseArticles(reports, lexicon), {
      supports: new Map(),
      supportsOf: ({ article }) => (article === "a-2" ? [range] : []),
    });
    expect(items.map(({ tellings }) => tellings.map(({ article }) => article))).toEqual([
      ["a-1"],
      ["a-2"],
    ]);
    expect(items.map(({ supports }) => supports)).toEqual([[], []]);
    const plan = report("a-1", "2021-05-04", "Putin will meet Haftar for talks on May 13, 2021.");
    const [planned] = timeline(plan, event);
    expect(planned?.tellings.map(({ article }) => article).sort()).toEqual(["a-1", "a-2"]);
  });

  test("prefers the passage whose main clause is the event", () => {
    const beside = report(
      "a-1",
      "2021-05-04",
      "Greece closed a port before Haftar seized Sirte city on May 3, 2021.",
    );
    const main = report("a-2", "2021-05-05", "Haftar seized Sirte city on May 3, 2021.");
    expect(told([beside, main])).toEqual(["2021-05-03 Haftar seized Sirte city on May 3, 2021."]);
  });

  test("marks what lies ahead of its report", () => {
    const text = "Elections in Libya are planned for December 24, 2021.";
    const plans = timeline(report("a-1", "2021-05-04", text));
    const past = timeline(report("a-1", "2022-01-04", text));
    expect([plans, past].map(([item]) => item?.planned)).toEqual([true, false]);
  });

  test("leaves out years that are counted from the report", () => {
    expect(timeline(report("a-1", "2021-05-04", "Haftar may leave later this year."))).toEqual([]);
  });

  test("leaves out articles off every theme", () => {
    const off = {
      ...report("a-1", "2021-05-04", "Snow fell on May 3, 2021."),
      paragraphs: ["Snow fell on May 3, 2021."],
    };
    expect(timeline(off)).toEqual([]);
  });
});

test("any reports: entries are in order, hold their mention, and do not hang on the order read", () => {
  const pieces = fc.constantFrom(
    "Najla Mangoush",
    "signed a deal",
    "on May 3",
    "in November 2019",
    "last week",
    "after Haftar left",
    "scheduled for next month.",
    "“We are ready,” he said.",
    ", which",
    "in 2011.",
  );
  const text = fc.array(pieces, { minLength: 1, maxLength: 14 }).map((parts) => parts.join(" "));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
      const reports = texts.map((words, index) =>
        report(`a-${index}`, `2021-05-0${index + 4}`, words),
      );
      const items = timeline(...reports);
      expect(items.map(({ from }) => from)).toEqual(items.map(({ from }) => from).sort());
      for (const { mention, passage } of items) {
        expect(mention.article).toBe(passage.article);
        expect(mention.start).toBeGreaterThanOrEqual(passage.start);
        expect(mention.end).toBeLessThanOrEqual(passage.end);
      }
      expect(timeline(...[...reports].reverse())).toEqual(items);
    }),
    { numRuns: 40 },
  );
});

test("reads a sentence of thousands of dates and names in time", () => {
  const list = `${"On 3 May Libya met Turkey and ".repeat(3000)}left.`;
  const started = performance.now();
  timeline(report("a-1", "2021-05-10", list), report("a-2", "2021-05-11", `“${list}”`));
  expect(performance.now() - started).toBeLessThan(5000);
});
