import { describe, expect, it } from "vitest";
import type { RuleMark, TextMark } from "../../../src/render/pdf/pages/page.js";
import { placedPieces, setCleanPages } from "./page.js";

const marksOf = (css: string, body: string) => setCleanPages(css, body).pages[0]?.marks ?? [];
const lines = (css: string, body: string) =>
  marksOf(css, body).filter((mark): mark is TextMark => mark.kind === "text");
const rules = (css: string, body: string) =>
  marksOf(css, body).filter((mark): mark is RuleMark => mark.kind === "rule");

const rightOf = (line: TextMark) => {
  const last = placedPieces(line).at(-1);
  return last ? last.x + last.piece.width : 0;
};

describe("hanging punctuation", () => {
  it("sets an opening quote before the line's edge, so that letters stand under each other", () => {
    const css = "p { hanging-punctuation: first; width: 60pt }";
    const [first, second] = lines(css, "<p>“Leave the country”</p>").map(placedPieces);
    const quote = first?.[0]?.piece.word.glyphs[0]?.advance ?? 0;
    expect(first?.[0]?.x).toBeCloseTo(20 - quote * 10, 3);
    expect(second?.[0]?.x).toBe(20);
  });

  it("sets the last quote after the edge", () => {
    const css = "p { hanging-punctuation: last; text-align: right }";
    const [only] = lines(css, "<p>Leave”</p>");
    expect(rightOf(only as TextMark)).toBeGreaterThan(322);
  });

  it("lets stops and commas hang at any line's end", () => {
    const css = "p { hanging-punctuation: force-end; text-align: justify; width: 150pt }";
    const body = `<p>${"one, two, three, four, ".repeat(12)}</p>`;
    const ends = lines(css, body).slice(0, -1);
    for (const line of ends.filter(({ pieces }) => pieces.at(-1)?.piece.text.endsWith(","))) {
      expect(rightOf(line)).toBeGreaterThan(171);
    }
  });

  it("does nothing unless the style asks", () => {
    const [only] = lines("", "<p>“Leave”</p>").map(placedPieces);
    expect(only?.[0]?.x).toBe(20);
  });
});

describe("lines under, over and through words", () => {
  it("stand where the style says, in its colour", () => {
    const body = "<p>a <u>under</u> <s>through</s> <b>over</b></p>";
    const css =
      "s { text-decoration: line-through red } b { text-decoration: overline 2pt } p { color: #00f }";
    const [under, through, over] = rules(css, body);
    expect(under?.color).toBe("#0000ff");
    expect(through?.color).toBe("#ff0000");
    expect(over?.height).toBe(2);
    expect(under?.y).toBeGreaterThan(30);
    expect(through?.y).toBeLessThan(29);
    expect(over?.y).toBeLessThan(through?.y ?? 0);
  });

  it("go on under words in other elements, as far from them and as thick as the style says", () => {
    const css = "u { text-underline-offset: 3pt; text-decoration-thickness: 1pt }";
    const body = "<p><u>one <b>two</b></u></p>";
    const baseline = lines(css, body).flatMap(placedPieces)[0]?.y ?? 0;
    const [only, more] = rules(css, body);
    expect(more).toBeUndefined();
    expect(only?.height).toBe(1);
    expect((only?.y ?? 0) - baseline).toBeCloseTo(3, 3);
  });

  it("leave small boxes in the line alone", () => {
    const css = "i { display: inline-block }";
    expect(rules(css, "<p><u><i>one</i></u></p>")).toEqual([]);
  });
});
