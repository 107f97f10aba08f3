import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeTimelineChart } from "../../src/templating/charts/timeline-chart.js";
import { makeView } from "../../src/templating/make-view.js";
import type { EventView } from "../../src/templating/view/index.js";
import { sampleIssue } from "./sample-issue.js";

const [sample] = makeView(sampleIssue, "en").timeline.events;

function eventOn(day: string, precision: EventView["date"]["precision"] = "day"): EventView {
  if (sample === undefined) throw new Error("the sample has no event");
  return { ...sample, date: { from: day, to: day, precision } };
}

describe("the timeline's chart", () => {
  test("is left out for fewer than three dated events", () => {
    const events = [eventOn("2021-05-03"), eventOn("2021-05-04"), eventOn("2011-01-01", "year")];
    expect(makeTimelineChart(events, "en")).toBeNull();
  });

  test("draws events that lie close together as one larger dot", () => {
    const days = ["2020-01-01", "2021-05-03", "2021-05-04", "2021-05-05"];
    const chart = makeTimelineChart(
      days.map((day) => eventOn(day)),
      "en",
    );
    expect(chart?.dots.map(({ count }) => count)).toEqual([1, 3]);
    expect(chart?.dots[1]?.r).toBeGreaterThan(chart?.dots[0]?.r ?? 0);
  });

  test("never lets two names of months overlap or leave the picture", () => {
    const day = fc
      .date({ min: new Date("1990-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(day, { minLength: 3, maxLength: 30 }), (days) => {
        const chart = makeTimelineChart(
          days.map((each) => eventOn(each)),
          "en",
        );
        const places = chart?.ticks.map(({ x }) => x) ?? [];
        // "Nov 2019" at 9.5 units is some 48 wide.
        const gaps = places.slice(1).map((x, i) => x - (places[i] ?? 0));
        return (
          places.length > 0 &&
          gaps.every((gap) => gap >= 50) &&
          places.every((x) => x >= 24 && x <= 656 - 24) &&
          (chart?.dots.every(({ x, r }) => x - r >= 0 && x + r <= 656) ?? false)
        );
      }),
    );
  });
});
