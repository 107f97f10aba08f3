import { expect, test } from "vitest";
import { primaryLanguage } from "../../src/text/primary-language.js";
import { stem } from "../../src/text/stems.js";

test.each([
  ["en", "en"],
  ["en-GB", "en"],
  ["EN-gb", "en"],
  ["zh-Hant-TW", "zh"],
  ["", ""],
  ["constructor", "und"],
  ["__proto__", "und"],
])("%j has the primary language %j", (tag, primary) => {
  expect(primaryLanguage(tag)).toBe(primary);
});

test("stems a word by the language, however its tag is written", () => {
  expect(stem("fighters", "EN-GB")).toBe(stem("fighters", "en"));
});
