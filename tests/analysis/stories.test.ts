import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyseArticles } from "../../src/analysis/analyse.js";
import { groupStories, passageKey } from "../../src/analysis/events/stories.js";
import type { Article } from "../../src/model/article.js";
import { articles, lexicon } from "./seeds.js";

const [seed] = articles;
if (seed === undefined) throw new Error("no seeds");
const base: Article = seed;

function report(id: string, date: string | null, text: string): Article {
  const published = date === null ? null : { date, precision: "day" as const, evidence: [] };
  return { ...base, id, published, inferred: null, outlet: null, paragraphs: [text] };
}

/** How many passages of the first article have support in another. */
function supported(...reports: readonly Article[]): number {
  const analyses = analyseArticles(reports, lexicon);
  const { supports } = groupStories(reports, analyses);
  const first = reports[0]?.id ?? "";
  return [...supports.keys()].filter((key) => key.startsWith(`${first}:`)).length;
}

const MEETING = report(
  "a-1",
  "2021-05-03",
  "Najla Mangoush on May 3 called on Turkey to evacuate foreign forces.",
);

describe("a second citation", () => {
  test("is given to the same call on the same day in other words", () => {
    const other = report(
      "a-2",
      "2021-05-06",
      "On Monday, May 3, 2021, Najla al-Manqoush urged Ankara to withdraw foreign fighters.",
    );
    expect(supported(MEETING, other)).toBe(1);
  });

  test.each([
    ["of another day", "On April 3, 2021, Najla al-Manqoush urged Ankara to withdraw its forces."],
    ["of another speaker", "On May 3, 2021, Vladimir Putin urged Ankara to withdraw its forces."],
    ["of the opposite", "On May 3, 2021, Najla al-Manqoush did not call on Turkey to withdraw."],
    [
      "that denies it",
      "On May 3, 2021, Najla al-Manqoush denied she urged Ankara to withdraw forces.",
    ],
    ["of something else that day", "On May 3, 2021, Najla al-Manqoush opened a school in Sirte."],
  ])("is never one %s", (_, text) => {
    expect(supported(MEETING, report("a-2", "2021-05-06", text))).toBe(0);
  });

  test("never counts otherwise, and counts all that the first does", () => {
    const [three, twelve] = ["three", "12"].map((count, at) =>
      report(
        `a-${at}`,
        `2021-05-${count === "12" ? 14 : "04"}`,
        `Najla Mangoush on May 3 called on Turkey to evacuate ${count} foreign forces.`,
      ),
    );
    const rise = report(
      "a-3",
      "2021-05-14",
      "Najla Mangoush on May 3 called on Turkey to evacuate 12 foreign forces, up from three.",
    );
    if (three === undefined || twelve === undefined) throw new Error("no reports");
    expect(supported(three, twelve)).toBe(0);
    expect(supported(three, rise)).toBe(1);
    expect(supported(rise, three)).toBe(0);
  });

  test("never comes from the same origin", () => {
    const twin = report("a-2", "2021-05-04", MEETING.paragraphs[0] ?? "");
    const both = [MEETING, twin];
    const reprints = [{ origin: "a-1", members: ["a-1", "a-2"] }];
    expect(supported(...both)).toBe(1);
    expect(groupStories(both, analyseArticles(both, lexicon), reprints).supports.size).toBe(0);
  });

  test("comes once from each origin", () => {
    const twice = report(
      "a-2",
      "2021-05-04",
      "On May 3 Najla Mangoush called on Turkey to evacuate foreign forces. Najla Mangoush on May 3 called on Turkey to evacuate all foreign forces.",
    );
    const both = [MEETING, twice];
    const { supportsOf } = groupStories(both, analyseArticles(both, lexicon));
    const range = { article: "a-1", start: 0, end: MEETING.paragraphs[0]?.length ?? 0 };
    expect(supportsOf(range).map(({ article }) => article)).toEqual(["a-2"]);
  });
});

test("any reports: supports are passages of other articles, the same in any order", () => {
  const pieces = fc.constantFrom(
    "Najla Mangoush",
    "Vladimir Putin",
    "called on Turkey",
    "on May 3",
    "in November 2019",
    "to withdraw forces.",
    "“We are ready,”",
    "he said.",
    "not",
    "Haftar signed a deal on maritime boundaries.",
  );
  const text = fc.array(pieces, { minLength: 1, maxLength: 16 }).map((parts) => parts.join(" "));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
      const reports = texts.map((words, index) => report(`a-${index}`, "2021-05-04", words));
      const analyses = analyseArticles(reports, lexicon);
      const keys = new Set(
        [...analyses.values()].flatMap(({ article, passages }) =>
          passages.map(({ start, end }) => passageKey({ article, start, end })),
        ),
      );
      const { supports } = groupStories(reports, analyses);
      for (const [key, others] of supports) {
        expect(keys).toContain(key);
        for (const other of others) {
          expect(keys).toContain(other);
          expect(other.split(":")[0]).not.toBe(key.split(":")[0]);
        }
      }
      const reversed = groupStories([...reports].reverse(), analyses).supports;
      expect(new Map([...reversed].sort())).toEqual(new Map([...supports].sort()));
    }),
    { numRuns: 40 },
  );
});
