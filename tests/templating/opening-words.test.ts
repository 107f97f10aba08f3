import { describe, expect, test } from "vitest";
import { openingWords } from "../../src/templating/opening-words.js";

describe("the opening words of a statement", () => {
  test("are the whole of a short one", () => {
    expect(openingWords('"We call on Turkey," she said.')).toBe('"We call on Turkey," she said.');
  });

  test("end between two words", () => {
    expect(openingWords(`${"word ".repeat(11)}another and more`)).toBe(
      `${"word ".repeat(11).trim()} […]`,
    );
  });

  test("count an astral character once and never split it", () => {
    expect(openingWords("🕊".repeat(61))).toBe(`${"🕊".repeat(60)} […]`);
    expect(openingWords(`${"a".repeat(59)}🕊b c`)).toBe(`${"a".repeat(59)}🕊 […]`);
  });

  const long = "We call on Turkey to take steps to implement all the provisions";
  test.each([
    ["straight", `"${long}"`, '"We call on Turkey to take steps to implement all the […]"'],
    ["curly", `“${long}”`, "“We call on Turkey to take steps to implement all the […]”"],
    ["low", `„${long}“`, "„We call on Turkey to take steps to implement all the […]“"],
    ["pointed", `«${long}»`, "«We call on Turkey to take steps to implement all the […]»"],
    [
      "nested",
      `“Libya’s ‘${long}’”`,
      "“Libya’s ‘We call on Turkey to take steps to implement all […]’”",
    ],
  ])("close a quotation that stays open: %s", (_, text, opening) => {
    expect(openingWords(text)).toBe(opening);
  });

  test("leave a quotation alone that ends before the cut", () => {
    expect(openingWords(`The ‘friends’ “of Libya’s people” met: ${long}`)).toBe(
      "The ‘friends’ “of Libya’s people” met: We call on Turkey to […]",
    );
  });

  test("mark words left out once", () => {
    expect(openingWords(`${"word ".repeat(11)}[…] and another`)).toBe(
      `${"word ".repeat(11).trim()} […]`,
    );
  });
});
