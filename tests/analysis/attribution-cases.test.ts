/** The hard cases of tests/cases/attributions, per language: hardly ever a wrong speaker, few missed. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { findAttributions } from "../../src/analysis/attributions/attributions.js";
import { splitSentences } from "../../src/text/sentences.js";
import { ratesOf, scoreAttributions } from "../benchmarks/scorers/attributions.mjs";

const CasesSchema = z.array(
  z.strictObject({
    text: z.string(),
    says: z.array(
      z.union([
        z.string(),
        z.strictObject({
          sentence: z.int().positive().optional(),
          speaker: z.string(),
          carrier: z.string().optional(),
          depth: z.int().positive().optional(),
          kind: z.enum(["quotation", "report"]).optional(),
        }),
      ]),
    ),
  }),
);

test.each(["en", "tr", "ar", "ru", "fr", "de", "es", "it", "el"])("in %s", (language) => {
  const cases = CasesSchema.parse(
    parse(readFileSync(`tests/cases/attributions/${language}.yaml`, "utf8")),
  );
  const score = scoreAttributions(cases, (text: string) => {
    const sentences = splitSentences(text, language);
    return { sentences, attributions: findAttributions(text, sentences, [], language) };
  });
  const { precision, recall } = ratesOf(score);
  expect(precision, score.notes.join("\n")).toBeGreaterThanOrEqual(0.93);
  expect(recall, score.notes.join("\n")).toBeGreaterThanOrEqual(0.9);
  expect(score.detailsRight, score.notes.join("\n")).toBe(score.details);
});
