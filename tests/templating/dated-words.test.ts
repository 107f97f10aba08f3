import { describe, expect, test } from "vitest";
import { datedWords } from "../../src/templating/dated-words.js";

const EVENT =
  "The council's members agreed in an informal meeting last week that getting the fighters to go home was the only way to prepare for serene general elections in December 24, 2021, as was said before by all who were asked.";

function told(text: string, date: string) {
  const start = text.indexOf(date);
  const dated = datedWords(text, { start, end: start + date.length });
  expect(dated.text.slice(dated.when.start, dated.when.end)).toBe(date);
  return dated.text;
}

describe("an event that is told again", () => {
  test("keeps its date with the words around it, and marks what is left out on both sides", () => {
    expect(told(EVENT, "in December 24, 2021")).toBe(
      "[…] was the only way to prepare for serene general elections in December 24, 2021, as was said before by all who were […]",
    );
  });

  test("keeps its first words where they reach the date", () => {
    expect(told(`On Monday the minister left. ${EVENT}`, "On Monday")).toBe(
      "On Monday the minister left. The council's members agreed in […]",
    );
  });

  test("goes on to its end where that is near", () => {
    expect(told(EVENT.replace(/, as.*/, "."), "in December 24, 2021")).toMatch(
      /in December 24, 2021\.$/,
    );
  });

  test("is all of a text that is short, or one word long before its date", () => {
    expect(told("Elections follow on 24 December.", "on 24 December")).toBe(
      "Elections follow on 24 December.",
    );
    const word = `${"x".repeat(90)}24 December`;
    expect(told(word, "24 December")).toBe(word);
  });

  test("opens the quotation that it begins in, and closes the one that it ends in", () => {
    const text = `“${EVENT}” he said.`;
    expect(told(text, "in December 24, 2021")).toBe(
      "“[…] was the only way to prepare for serene general elections in December 24, 2021, as was said before by all who were […]”",
    );
  });
});
