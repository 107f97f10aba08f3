import { describe, expect, test } from "vitest";
import { parseWeek } from "../../src/issue/period.js";
import { selectArticles } from "../../src/issue/select.js";
import type { Article } from "../../src/model/article.js";
import { articleWith } from "../article.js";

const week = parseWeek("2021-W18");
if (week === null) throw new Error("there is such a week");

type Published = NonNullable<Article["published"]>;

function articleOn(date: string | null, time?: string): Article {
  const published: Published | null =
    (date && {
      date,
      ...(time === undefined ? {} : { time }),
      precision: "day",
      evidence: [{ article: "a-000000000001", quote: "q" }],
    }) ||
    null;
  return articleWith({ file: `${date}.txt`, published });
}

function fateOf(
  date: string | null,
  time?: string,
  exclude: { article: string; reason: string }[] = [],
) {
  const article = articleOn(date, time);
  const selection = selectArticles([article], {
    period: week ?? { id: "", from: "", to: "", week: null },
    cutOff: "2021-05-09T18:00:00.000Z",
    backgroundDays: 30,
    notes: { exclude },
  });
  if (selection.inPeriod.length > 0) return "in the period";
  if (selection.background.length > 0) return "background";
  return selection.leftOut[0]?.fate;
}

describe("an article is", () => {
  test.each([
    ["2021-05-03", undefined, "in the period"],
    ["2021-05-09", "17:59", "in the period"],
    ["2021-05-09", "18:01", "out-of-period"],
    ["2021-05-10", undefined, "out-of-period"],
    ["2021-05-02", undefined, "background"],
    ["2021-04-03", undefined, "background"],
    ["2021-04-02", undefined, "out-of-period"],
    [null, undefined, "undated"],
  ])("published %s %s: %s", (date, time, expected) => {
    expect(fateOf(date, time)).toBe(expected);
  });

  test("left out where the desk says so, by id or file", () => {
    const exclude = [{ article: "2021-05-03.txt", reason: "double" }];
    expect(fateOf("2021-05-03", undefined, exclude)).toBe("excluded");
  });
});
