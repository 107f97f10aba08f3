import { describe, expect, test } from "vitest";
import type { Issue } from "../../src/model/issue.js";
import { makeView } from "../../src/templating/make-view.js";
import { setCleanPages } from "../render/pdf/page.js";
import { attribute, elementsOf, textOf } from "./outline.js";
import { sampleIssue } from "./sample-issue.js";
import { print } from "./weekly.js";

/** The sample with the days of its articles moved, the last one into the period. */
function withDays(days: readonly string[]): Issue {
  const coverage = sampleIssue.coverage.map((entry, i) => ({
    ...entry,
    day: { day: days[i] ?? "2019-01-01", basis: "published" as const },
  }));
  return { ...sampleIssue, coverage };
}

const lively = withDays(["2021-05-03", "2021-05-06", "2021-04-26", "2021-04-12"]);

function withFigures(...values: readonly number[]): Issue {
  const [figure] = sampleIssue.glance.figures;
  if (figure === undefined) throw new Error("the sample has no figure");
  const figures = values.map((value) => ({ ...figure, value, role: "single" as const }));
  return { ...sampleIssue, glance: { figures, flags: [] } };
}

describe("the volume of themes", () => {
  test("is left out where only one week has articles", () => {
    expect(makeView(withDays(["2021-05-03", "2021-05-06"]), "en").volume).toBeNull();
  });

  test("counts the reports of each theme by the week of their day", () => {
    const volume = makeView(lively, "en").volume;
    expect(volume?.weeks).toEqual(["2021-04-12", "2021-04-19", "2021-04-26", "2021-05-03"]);
    const forces = volume?.themes.find(({ id }) => id === "foreign_forces");
    expect(forces?.counts.at(-1)).toBe(sampleIssue.themes[0]?.reports.length);
  });

  test("is drawn with a number above every bar, and says all numbers", () => {
    const drawn = elementsOf(`<body>${print("{{volumeChart volume}}", lively)}`);
    const svg = drawn.find(({ tagName }) => tagName === "svg");
    expect(svg && attribute(svg, "role")).toBe("img");
    expect(svg && attribute(svg, "aria-label")).toMatch(/Foreign forces: .*3 May: 2/);
    const bars = drawn.filter(({ tagName }) => tagName === "rect");
    const numbers = drawn.filter((each) => each.tagName === "text" && /^\d+$/.test(textOf(each)));
    expect(bars.length).toBeGreaterThan(2);
    expect(numbers).toHaveLength(bars.length);
  });
});

describe("several values for one thing", () => {
  test("are shown on one scale, each with who gives it", () => {
    const issue = withFigures(500, 650);
    const [measure] = makeView(issue, "en").measures;
    expect(measure).toMatchObject({ conflict: false, values: [{ value: 500 }, { value: 650 }] });
    const drawn = elementsOf(
      `<body>${print("{{#each measures}}{{measureChart this}}{{/each}}", issue)}`,
    );
    expect(drawn.filter(({ tagName }) => tagName === "path")).toHaveLength(2);
    const svg = drawn.find(({ tagName }) => tagName === "svg");
    expect(svg && attribute(svg, "aria-label")).toMatch(/: 500, .*: 650\.$/);
  });

  test("are no chart where they agree, and the parts of a total never are", () => {
    expect(makeView(withFigures(500, 500), "en").measures).toEqual([]);
    expect(makeView(sampleIssue, "en").measures).toEqual([]);
  });

  test("that cannot all be right have another shape, and say so", () => {
    const [first, second] = sampleIssue.glance.figures.flatMap((f) => f.statement.citations);
    if (first === undefined || second === undefined) throw new Error("no citations");
    const finding = {
      id: "f-000000000001",
      kind: "contradiction" as const,
      params: { values: ["12 tonnes of fish", "1,500 tonnes"] },
      citations: [first, second],
      articles: [],
    };
    const issue = { ...sampleIssue, glance: { figures: [], flags: [finding] } };
    const [measure] = makeView(issue, "en").measures;
    expect(measure).toMatchObject({ conflict: true, values: [{ value: 12 }, { value: 1500 }] });
    const svg = print("{{#each measures}}{{measureChart this}}{{/each}}", issue);
    expect(svg).toContain("These figures cannot all be right.");
  });

  test("in words or with a fraction are left out rather than guessed", () => {
    const [first] = sampleIssue.glance.figures.flatMap((f) => f.statement.citations);
    const finding = {
      id: "f-000000000001",
      kind: "contradiction" as const,
      params: { values: ["three tonnes", "1.5 tonnes"] },
      citations: first === undefined ? [] : [first, first],
      articles: [],
    };
    const issue = { ...sampleIssue, glance: { figures: [], flags: [finding] } };
    expect(makeView(issue, "en").measures).toEqual([]);
  });
});

test("the PDF draws the charts without a remark", () => {
  const style =
    "@page { size: 600pt 300pt } .chart-line { stroke: #000000 } .chart-bar { fill: #000000 }";
  setCleanPages(style, print("{{volumeChart volume}}", lively));
  setCleanPages(
    style,
    print("{{#each measures}}{{measureChart this}}{{/each}}", withFigures(1, 2)),
  );
});
