import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cutOffOf,
  daysBetween,
  instantAt,
  issueNumber,
  nextIssueDay,
  parseDay,
  parseWeek,
  periodOfDays,
  shiftDay,
  weekOf,
} from "../../src/issue/period.js";

const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map((n) => shiftDay("1970-01-01", n));

describe("weeks", () => {
  test("runs from Monday to Sunday", () => {
    expect(parseWeek("2021-W18")).toEqual({
      id: "2021-W18",
      from: "2021-05-03",
      to: "2021-05-09",
      week: 18,
    });
  });

  test.each([
    ["2020-W53", "2020-12-28"],
    ["2021-W01", "2021-01-04"],
    ["2026-W53", "2026-12-28"],
  ])("%s starts on %s", (week, from) => {
    expect(parseWeek(week)?.from).toBe(from);
  });

  test.each(["2021-W53", "2021-W00", "2021-18", "2021-W1", ""])("refuses %j", (text) => {
    expect(parseWeek(text)).toBeNull();
  });

  test("names the week that holds a day, across the turn of a year", () => {
    expect(weekOf("2021-01-03").id).toBe("2020-W53");
    expect(weekOf("2018-12-31").id).toBe("2019-W01");
  });

  test("holds every day in the week that it names", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const week = weekOf(day);
        expect(week.from <= day && day <= week.to).toBe(true);
        expect(daysBetween(week.from, week.to)).toBe(6);
      }),
    );
  });

  test("gives seven days from Monday the name of their week", () => {
    expect(periodOfDays("2021-05-03", "2021-05-09").id).toBe("2021-W18");
    expect(periodOfDays("2021-05-04", "2021-05-10").id).toBe("2021-05-04--2021-05-10");
  });
});

test.each(["0000-01-01", "2021-02-30", "2021-13-01", "today", "2021-5-3"])(
  "is no day: %s",
  (text) => {
    expect(parseDay(text)).toBeNull();
  },
);

describe("the cut-off", () => {
  const week = weekOf("2021-05-03");

  test("is a wall-clock time in the desk's zone, summer time included", () => {
    const cutOff = { day: "sunday", time: "18:00" } as const;
    expect(cutOffOf(week, { cutOff, timeZone: "UTC" })).toBe("2021-05-09T18:00:00.000Z");
    expect(cutOffOf(week, { cutOff, timeZone: "Europe/Berlin" })).toBe("2021-05-09T16:00:00.000Z");
    expect(instantAt("2021-01-09", "18:00", "Europe/Berlin")).toBe("2021-01-09T17:00:00.000Z");
  });

  test("falls on the desk's weekday inside the period", () => {
    const cutOff = { day: "friday", time: "12:00" } as const;
    expect(cutOffOf(week, { cutOff, timeZone: "UTC" })).toBe("2021-05-07T12:00:00.000Z");
  });
});

test("the cut-off of a period that is no week is the end of its last day", () => {
  const cutOff = { day: "sunday", time: "18:00" } as const;
  const days = periodOfDays("2021-05-03", "2021-05-07");
  expect(cutOffOf(days, { cutOff, timeZone: "UTC" })).toBe("2021-05-07T23:59:00.000Z");
});

describe("the series", () => {
  test("counts issues from the first", () => {
    expect(issueNumber(weekOf("2021-05-03"), "2021-W18", null)).toBe(1);
    expect(issueNumber(weekOf("2022-01-05"), "2021-W18", 4)).toBe(36);
    expect(issueNumber(weekOf("2021-05-03"), undefined, null)).toBe(1);
    expect(issueNumber(weekOf("2021-05-03"), undefined, 4)).toBe(5);
  });

  test("announces the day after the next period", () => {
    expect(nextIssueDay(weekOf("2021-05-03"))).toBe("2021-05-17");
  });
});
