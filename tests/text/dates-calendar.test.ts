import { expect, test } from "vitest";
import { daysBetween } from "../../src/text/dates-calendar.js";

test.each([
  ["2021-02-27", "2021-03-01", 2],
  ["2021-03-01", "2020-02-29", -366],
  ["2021-03-01", "2021-03-01", 0],
  [null, "2021-03-01", Infinity],
  ["2021-03-01", null, Infinity],
])("from %j to %j it is %d days", (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});
