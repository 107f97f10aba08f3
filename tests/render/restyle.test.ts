/** The weekly brief in four looks, each by a few rules behind its own style sheet and by nothing else. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type SetPages, setPages } from "../../src/render/pdf/index.js";
import { fillTemplate } from "../../src/templating/index.js";
import { sampleIssue } from "../templating/sample-issue.js";
import { loaded } from "../templating/weekly.js";
import { placedPieces } from "./pdf/page.js";

const template = loaded();
const { html } = fillTemplate(template, sampleIssue, { language: "en" });

function restyled(look: string): SetPages {
  const added = readFileSync(new URL(`../samples/styles/${look}.css`, import.meta.url), "utf8");
  const css = `${template.style}\n${added}`;
  return setPages(html, { styleSheets: [{ file: `${look}.css`, css }] });
}

/** The left end of every line of text that begins with some words. */
function leftEnds({ pages }: SetPages, words: string): number[] {
  return pages.flatMap((page) =>
    page.marks.flatMap((mark) => {
      if (mark.kind !== "text") return [];
      const text = mark.pieces.map(({ piece }) => piece.text).join("");
      return text.startsWith(words) ? [Math.round(placedPieces(mark)[0]?.x ?? 0)] : [];
    }),
  );
}

describe.each(["two-columns", "letter", "dark-cover", "right-to-left"])("the look %s", (look) => {
  const set = restyled(look);

  test("is set without a remark, on no more than nine pages", () => {
    expect(set.diagnostics).toEqual([]);
    expect(set.pages.length).toBeLessThanOrEqual(9);
  });
});

test("two columns put the slots of the themes side by side", () => {
  const places = new Set(leftEnds(restyled("two-columns"), "What happened"));
  expect(places.size).toBe(2);
});

test("right to left begins the title at the right", () => {
  const [left = 0] = leftEnds(restyled("right-to-left"), "Libya");
  const [usual = 0] = leftEnds(restyled("letter"), "Libya");
  expect(left).toBeGreaterThan(usual + 100);
});
