/** The words of the lexicon in the language of a page, or in the next best one. */
import { expect, test } from "vitest";
import { localised } from "../../src/templating/view-language.js";

test.each([
  ["its own", { tr: "Su", en: "Water" }, "tr", "Su"],
  ["that of the language without its region", { tr: "Su", en: "Water" }, "tr-TR", "Su"],
  ["English", { tr: "Su", en: "Water" }, "ar", "Water"],
  ["any, where there is no English", { tr: "Su" }, "ar", "Su"],
])("prints %s", (_, texts, language, expected) => {
  expect(localised(texts, language)).toBe(expected);
});

test("has nothing of a theme of the short form", () => {
  expect(localised({}, "ar")).toBeUndefined();
});
