import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkSums } from "../../src/analysis/conflicts/conflicts.js";
import { findFigures } from "../../src/analysis/figures/figures.js";
import type { Figure, Span } from "../../src/model/analysis.js";
import { splitSentences } from "../../src/text/sentences.js";

const read = (text: string, language = "en"): Figure[] =>
  findFigures(text, splitSentences(text, language), language);
const texts = (text: string, language = "en"): string[] =>
  read(text, language).map((figure) => figure.text);

const SENTENCE =
  "Security Council diplomats have said there are more than 20,000 foreign fighters and mercenaries in Libya, including 13,000 Syrians and 11,000 Sudanese, along with Russians and Chadians.";

describe("figures", () => {
  test("stand verbatim with their bound and the whole noun phrase", () => {
    expect(texts(SENTENCE)).toEqual([
      "more than 20,000 foreign fighters and mercenaries",
      "13,000 Syrians",
      "11,000 Sudanese",
    ]);
    expect(
      read(SENTENCE).map(({ value, bound, unit, role }) => [value, bound, unit, role]),
    ).toEqual([
      [20000, "more-than", "foreign fighters and mercenaries", "total"],
      [13000, "exactly", "Syrians", "part"],
      [11000, "exactly", "Sudanese", "part"],
    ]);
  });

  test.each([
    ["At least 12 civilians were killed.", "at-least", "At least 12 civilians"],
    ["Up to 300 vehicles left on Friday.", "at-most", "Up to 300 vehicles"],
    ["About 2 million barrels of oil were lost.", "about", "About 2 million barrels of oil"],
    ["Fewer than 50 armed men remained.", "less-than", "Fewer than 50 armed men"],
    ["Nearly 1,500 people died.", "about", "Nearly 1,500 people"],
  ])("read the bound of %j", (sentence, bound, text) => {
    const [figure] = read(sentence);
    expect([figure?.bound, figure?.text]).toEqual([bound, text]);
  });

  test("count in words what stands in the plural", () => {
    expect(texts("Two soldiers and three drones were lost in two battles, one at night.")).toEqual([
      "Two soldiers",
      "three drones",
      "two battles",
    ]);
  });

  test("of money have the currency as unit", () => {
    const [figure] = read("The deal is worth more than $377 million.");
    expect([figure?.text, figure?.value, figure?.measure, figure?.of]).toEqual([
      "more than $377 million",
      377e6,
      "USD",
      null,
    ]);
  });

  test("hold percentages with what they are of", () => {
    expect(texts("The army holds 60 percent of the territory, up 5% from May.")[0]).toBe(
      "60 percent of the territory",
    );
  });

  test.each([
    "The council met on May 3, 2021, at 11:08 PM.",
    "It met on 24 December and again in 2019.",
    "The 15-member council met for the 3rd time.",
    "Support against COVID-19 and Su-24 jets.",
    "France 24 reported the deal.",
    "A 33-year-old man, aged 45, waited two years and 10 days.",
    "The park has 2, 029 plants and flight 007 passengers.",
    "Resolution 2570 and Article 5 were named.",
  ])("leave dates, times, ages and names alone: %j", (sentence) => {
    expect(texts(sentence)).toEqual([]);
  });

  test("make the total of the sentence before out of what these are parts of", () => {
    const figures = read("There are 300 detainees. Of these, 200 prisoners are ill.");
    expect(figures.map(({ role }) => role)).toEqual(["total", "part"]);
  });

  test.each([
    ["fr", "Plus de 20 000 combattants étrangers sont en Libye.", "Plus de 20 000 combattants"],
    ["ru", "В стране находятся более 20 тыс. наемников.", "более 20 тыс. наемников"],
    ["tr", "Ülkede yaklaşık 20 bin paralı asker bulunuyor.", "yaklaşık 20 bin paralı asker"],
    ["ar", "هناك أكثر من 20 ألف مرتزق في ليبيا.", "أكثر من 20 ألف مرتزق"],
  ])("are read in %s", (language, sentence, text) => {
    expect(texts(sentence, language)[0]?.startsWith(text)).toBe(true);
  });
});

describe("sums", () => {
  test("flag parts that come to more than their total", () => {
    const [conflict] = checkSums(read(SENTENCE));
    expect([conflict?.sum, conflict?.total.value, conflict?.parts.length]).toEqual([
      24000, 20000, 2,
    ]);
  });

  test.each([
    ["more than 20,000 fighters, including 13,000 Syrians and 7,500 Sudanese", 0],
    ["20,000 fighters, including 13,000 Syrians and 5,000 Sudanese", 0],
    ["20,000 fighters, including 13,000 Syrians and 7,001 Sudanese", 1],
    ["up to 20,000 fighters, including 13,000 Syrians and 8,000 Sudanese", 1],
    ["20,000 fighters, including 13,000 Syrians", 0],
  ])("of %j: %i conflicts", (text, count) => {
    expect(checkSums(read(`There are ${text}.`))).toHaveLength(count);
  });
});

describe("any text", () => {
  const pieces = fc.constantFrom(
    ..."20,000|fighters|more than|including|13,000 Syrians|May 3|,|.|“|”|2019|%|and|of|İ|ﬁ|\n\n|الف|тыс.|$5".split(
      "|",
    ),
  );
  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(" ")),
  );

  test("gives figures that are verbatim, in order and apart", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom("en", "fr", "tr", "ru", "ar"), (text, language) => {
        const whole: Span = { start: 0, end: text.length, text };
        const sentences = text.includes("\n") ? splitSentences(text, language) : [whole];
        let last = { start: 0, end: 0 };
        for (const figure of findFigures(text, sentences, language)) {
          // The two ends of a range stand on the same words.
          if (figure.start !== last.start || figure.end !== last.end)
            expect(figure.start).toBeGreaterThanOrEqual(last.end);
          expect(text.slice(figure.start, figure.end)).toBe(figure.text);
          expect(figure.text).toContain(figure.unit);
          expect(figure.value).not.toBeNaN();
          last = figure;
        }
      }),
    );
  });

  test("takes time in proportion to its length", () => {
    const text = `${SENTENCE} `.repeat(2000);
    const sentences = splitSentences(text, "en");
    const started = performance.now();
    expect(findFigures(text, sentences, "en")).toHaveLength(6000);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test("takes no longer where names and numbers take turns in one sentence", () => {
    const text = "Ab 12 ".repeat(20_000);
    const started = performance.now();
    findFigures(text, [{ start: 0, end: text.length, text }], "en");
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
