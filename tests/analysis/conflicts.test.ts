import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyseArticles } from "../../src/analysis/analyse.js";
import { findConflicts } from "../../src/analysis/conflicts/conflicts.js";
import { groupStories } from "../../src/analysis/events/stories.js";
import type { Conflict } from "../../src/model/analysis.js";
import type { Article } from "../../src/model/article.js";
import { articles, lexicon } from "./seeds.js";

const [seed] = articles;
if (seed === undefined) throw new Error("no seeds");
const base: Article = seed;
const THEME =
  "Foreign fighters and mercenaries stay in Libya despite the ceasefire. Foreign forces are in Tripoli.";

function report(id: string, date: string, text: string): Article {
  const published = { date, precision: "day" as const, evidence: [] };
  return { ...base, id, published, inferred: null, outlet: null, paragraphs: [text, THEME] };
}

function conflicts(...reports: readonly Article[]): Conflict[] {
  const analyses = analyseArticles(reports, lexicon);
  return findConflicts(reports, analyses, groupStories(reports, analyses), lexicon);
}

const kinds = (...reports: readonly Article[]) => conflicts(...reports).map(({ kind }) => kind);

describe("positions", () => {
  const CALL = "Najla Mangoush called for the departure of foreign forces.";

  test("stand side by side where one speaker answers another", () => {
    const text = `${CALL} Mevlüt Çavuşoğlu responded by saying that Turkish forces would stay.`;
    expect(kinds(report("a-1", "2021-05-04", text))).toEqual(["positions"]);
  });

  test.each([
    ["the same speaker goes on", "She replied by saying that foreign forces had to go."],
    ["the answer is about something else", "Mevlüt Çavuşoğlu responded by praising the dinner."],
    ["nobody answers", "Mevlüt Çavuşoğlu said that Turkish forces would stay."],
  ])("do not where %s", (_, answer) => {
    expect(kinds(report("a-1", "2021-05-04", `${CALL} ${answer}`))).toEqual([]);
  });
});

describe("an answer left out", () => {
  const event = "On May 3, 2021, Najla Mangoush called on Turkey to withdraw foreign forces.";
  const answer =
    "Mevlüt Çavuşoğlu responded by saying that Turkish forces were in Libya for training.";
  const full = report("a-1", "2021-05-04", `${event} ${answer}`);

  test("is told where the other report of the event names the one who answered", () => {
    const other = report("a-2", "2021-05-04", `${event} Mevlüt Çavuşoğlu praised the weather.`);
    const found = conflicts(full, other).filter(({ kind }) => kind === "absent-from");
    expect(found.map(({ params }) => params)).toEqual([{ present: "a-1", absent: "a-2" }]);
  });

  test.each([
    ["tells it in other words", `${event} Çavuşoğlu said the forces gave training in Libya.`],
    ["does not name the one who answered", `${event} It was cold.`],
    ["is of another event", "On May 1, 2021, Mevlüt Çavuşoğlu praised the weather."],
  ])("is not told where the other report %s", (_, text) => {
    expect(kinds(full, report("a-2", "2021-05-04", text))).not.toContain("absent-from");
  });
});

describe("a denial", () => {
  const denial = "Russia denied sending mercenaries and foreign forces to Libya.";

  test("stands beside the report of what is denied", () => {
    const other = report("a-2", "2020-01-02", "Russia has sent fighters and mercenaries to Libya.");
    expect(kinds(report("a-1", "2020-01-01", denial), other)).toContain("denial");
  });

  test.each([
    ["of another state", "Egypt has sent fighters and mercenaries to Libya."],
    ["of something else", "Russia called for talks on foreign forces and mercenaries in Libya."],
    ["that takes the same side", "Russia has not sent fighters and mercenaries to Libya."],
  ])("stands beside no report %s", (_, text) => {
    expect(kinds(report("a-1", "2020-01-01", denial), report("a-2", "2020-01-02", text))).toEqual(
      [],
    );
  });
});

describe("a change over time", () => {
  const denied = report(
    "a-1",
    "2019-12-14",
    "Haftar has not asked Egypt for military support, foreign forces or fighters.",
  );
  const later = "Haftar has requested military support, foreign forces and fighters from Egypt.";

  test("is told where the later report is dated after the denied one", () => {
    expect(kinds(denied, report("a-2", "2019-12-19", later))).toEqual(["superseded"]);
  });

  test.each([
    ["dated before it", "2019-12-01", later],
    ["of a year later", "2020-12-19", later],
    ["that denies it as well", "2019-12-19", later.replace("has", "has not")],
    ["of others", "2019-12-19", "Greece has requested foreign forces and fighters from Cyprus."],
  ])("is not told by a report %s", (_, date, text) => {
    expect(kinds(denied, report("a-2", date, text))).toEqual([]);
  });
});

describe("different words", () => {
  const first = report("a-1", "2019-12-14", "Haftar announced the “final battle” on Thursday.");

  test("of one speaker in one week are shown beside each other", () => {
    const other = report(
      "a-2",
      "2019-12-16",
      "Last week, Haftar said a “decisive battle” was near.",
    );
    expect(kinds(first, other)).toEqual(["different-wording"]);
  });

  test.each([
    ["are the same", "2019-12-16", "Last week, Haftar said the “final battle” was near."],
    ["are of another week", "2020-02-16", "Last week, Haftar said a “decisive battle” was near."],
    ["are another's", "2019-12-16", "Last week, Putin said a “decisive battle” was near."],
  ])("are not shown where they %s", (_, date, text) => {
    expect(kinds(first, report("a-2", date, text))).toEqual([]);
  });
});

describe("lists of those who react", () => {
  const deal = "In November 2019 the GNA and Turkey signed a deal on sea boundaries and gas rights";
  const first = report("a-1", "2019-12-14", `${deal}, angering Greece and Egypt.`);

  test("are shown where they differ", () => {
    const other = report(
      "a-2",
      "2019-12-16",
      `${deal}, triggering protests from Greece and Cyprus.`,
    );
    expect(kinds(first, other)).toContain("different-lists");
  });

  test.each([
    ["are the same", `${deal}, triggering protests from Egypt and Greece.`],
    ["have nobody in common", `${deal}, triggering protests from Cyprus.`],
    ["go on with a name unknown", `${deal}, triggering protests from Greece and Narnia.`],
  ])("are not shown where they %s", (_, text) => {
    expect(kinds(first, report("a-2", "2019-12-16", text))).not.toContain("different-lists");
  });
});

describe("the grounds of a call", () => {
  const call = (ground: string) =>
    `Najla Mangoush called on Turkey to implement ${ground}, including the departure of foreign forces.`;
  const first = report("a-1", "2021-05-03", call("the ceasefire agreement"));

  test("are shown where they differ", () => {
    const other = report("a-2", "2021-05-05", call("the Security Council resolutions"));
    expect(kinds(first, other)).toContain("different-basis");
  });

  test("are not shown where one paper is in both", () => {
    const other = report("a-2", "2021-05-05", call("the ceasefire agreement of October"));
    expect(kinds(first, other)).not.toContain("different-basis");
  });

  test("are not shown of calls a month apart", () => {
    const other = report("a-2", "2021-06-05", call("the Security Council resolutions"));
    expect(kinds(first, other)).not.toContain("different-basis");
  });
});

test("any reports: conflicts cite ranges of the texts and have a theme, sums aside", () => {
  const pieces = fc.constantFrom(
    "Najla Mangoush",
    "Russia denied",
    "Haftar has not asked Egypt for foreign forces.",
    "responded by saying",
    "angering Greece and Egypt,",
    "more than 20 fighters, including 13 Syrians and 11 Sudanese.",
    "“final battle”",
    "on Thursday.",
    "called on Turkey to implement the accord",
    "Russia's military presence",
    ".",
  );
  const text = fc.array(pieces, { minLength: 1, maxLength: 14 }).map((parts) => parts.join(" "));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
      const reports = texts.map((words, index) =>
        report(`a-${index}`, `2021-05-0${index + 4}`, words),
      );
      for (const { kind, theme, ranges } of conflicts(...reports)) {
        expect(theme === null).toBe(kind === "does-not-add-up");
        expect(ranges.length).toBeGreaterThan(0);
        for (const { article, start, end } of ranges) {
          const length =
            reports.find(({ id }) => id === article)?.paragraphs.join("\n\n").length ?? 0;
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(length);
        }
      }
    }),
    { numRuns: 60 },
  );
});
