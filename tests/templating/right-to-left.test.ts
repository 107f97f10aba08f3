/** What a page from right to left does otherwise, and what any page does for words that run against it. */
import { describe, expect, test } from "vitest";
import { acrossOf } from "../../src/templating/charts/svg.js";
import { makeTimelineChart } from "../../src/templating/charts/timeline-chart.js";
import { directionOf } from "../../src/templating/direction.js";
import { fillTemplate } from "../../src/templating/index.js";
import { isolate } from "../../src/templating/isolate.js";
import { makeView } from "../../src/templating/make-view.js";
import { fullIssue } from "./full-issue.js";
import { sampleIssue } from "./sample-issue.js";
import { loaded, weeklyFiles } from "./weekly.js";

describe("words that run against the text around them", () => {
  test("are set apart by isolates, as plain text has no other way", () => {
    expect(isolate("2021-W18", "rtl")).toBe("\u20682021-W18\u2069");
    expect(isolate("المنقوش", "ltr")).toBe("\u2068المنقوش\u2069");
  });

  test("and those that do not are left as they are", () => {
    expect(isolate("3 مايو 2021", "rtl")).toBe("3 مايو 2021");
    expect(isolate("13,000", "rtl")).toBe("13,000");
    expect(isolate("2021-W18", "ltr")).toBe("2021-W18");
  });
});

test("languages have the direction of their script", () => {
  expect(["ar", "ar-LY", "fa", "he", "ur"].map(directionOf)).toEqual(Array(5).fill("rtl"));
  expect(["en", "tr", "ru", "und", "constructor"].map(directionOf)).toEqual(Array(5).fill("ltr"));
});

describe("a chart in a page from right to left", () => {
  test("has at its right what is at its left elsewhere", () => {
    const [ltr, rtl] = [acrossOf("ltr"), acrossOf("rtl")];
    expect([ltr(0), rtl(0), rtl(100, 20)]).toEqual([0, 656, 536]);
  });

  test("lets time run to the left", () => {
    const events = ["2021-03-01", "2021-04-01", "2021-05-01"].map((day) => ({
      date: { from: day, to: day, precision: "day" as const },
    })) as unknown as Parameters<typeof makeTimelineChart>[0];
    const across = (language: string) =>
      makeTimelineChart(events, language)?.dots.map(({ x }) => x) ?? [];
    const arabic = across("ar");
    expect(arabic).toEqual(arabic.toSorted((a, b) => b - a));
    expect(arabic.map((x) => Math.round(656 - x))).toEqual(across("en").map(Math.round));
  });
});

describe("the languages of sources", () => {
  test("are named where they are not that of the page", () => {
    expect(makeView(fullIssue, "tr").originals).toEqual(["İngilizce"]);
    expect(makeView(fullIssue, "en-GB").originals).toEqual([]);
  });

  test("are told once", () => {
    const template = loaded(weeklyFiles, "ar");
    const { html } = fillTemplate(template, sampleIssue, { language: "ar" });
    expect(html.split("بلغتها الأصلية")).toHaveLength(2);
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain("<title>\u2068Libya-Türkiye Weekly\u2069، العدد");
  });
});
