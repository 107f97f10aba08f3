/** Widths of text on a terminal, and lines that fit. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { padCells, widthOf, wrapCells } from "../../../src/cli/reading-view/cells.js";

describe("widthOf", () => {
  test.each([
    ["plain", 5],
    ["Çavuşoğlu", 9],
    ["e\u0301", 1],
    ["渡轮", 4],
    ["ｆｕｌｌ", 8],
    ["한글", 4],
    ["👩‍👧", 2],
    ["🇹🇷", 2],
    ["قال", 3],
    ["قَالَ", 3],
    ["zero\u200bwidth", 9],
    ["", 0],
  ])("%j takes %i cells", (text, cells) => {
    expect(widthOf(text)).toBe(cells);
  });
});

describe("wrapCells", () => {
  test("breaks between words", () => {
    expect(wrapCells("one two three", 7)).toEqual(["one two", "three"]);
  });

  test("breaks words that are wider than a line, wide letters by twos", () => {
    expect(wrapCells("渡轮将于星期五", 5)).toEqual(["渡轮", "将于", "星期", "五"]);
  });

  test("gives no line wider than asked for, and every letter", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 20 }), (words, width) => {
        const lines = wrapCells(words, width);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
        const letters = (value: string) => value.replace(/[ \n\t]/g, "");
        expect(letters(lines.join(""))).toBe(letters(words));
      }),
    );
  });
});

test("padCells fills a column up by what is seen of the text", () => {
  expect(padCells("渡轮", 6)).toBe("渡轮  ");
});
