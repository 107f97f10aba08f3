/** The hard sentences of `tests/cases/sentences`, per language. */
import { describe, expect, it } from "vitest";
import { splitSentences } from "../../src/text/sentences.js";
import { readSentenceCases, scoreSentences } from "../benchmarks/scorers/sentences.mjs";

const ASKED = 0.97;
const LEAST_SENTENCES = 60;

describe.each(["en", "tr", "ar", "ru", "fr", "de", "es", "it", "el"])(
  "hard sentences in %s",
  (language) => {
    const cases = readSentenceCases(language);

    it("are enough to tell", () => {
      const count = cases.flatMap(({ sentences }) => sentences).length;
      expect(count).toBeGreaterThanOrEqual(LEAST_SENTENCES);
    });

    it("are found, all but three in a hundred", () => {
      const score = scoreSentences(cases, (text: string) => splitSentences(text, language));
      expect(score.exact / score.expected, score.misses.join("\n")).toBeGreaterThanOrEqual(ASKED);
    });
  },
);
