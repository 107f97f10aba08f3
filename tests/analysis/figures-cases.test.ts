import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { findFigures } from "../../src/analysis/figures/figures.js";
import { splitSentences } from "../../src/text/sentences.js";

const FOLDER = "tests/cases/figures";
const CasesSchema = z.array(
  z.strictObject({
    text: z.string(),
    day: z.string().optional(),
    figures: z.array(z.array(z.union([z.number(), z.string(), z.null()])).min(4)).default([]),
  }),
);

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".yaml"))) {
  const language = basename(file, ".yaml");
  describe(`figures in ${language}`, () => {
    test.each(CasesSchema.parse(parse(readFileSync(join(FOLDER, file), "utf8"))))(
      "of: $text",
      ({ text, figures }) => {
        const found = findFigures(text, splitSentences(text, language), language);
        expect(found.map(({ value, bound, measure, of }) => [value, bound, measure, of])).toEqual(
          figures.map((figure) => figure.slice(0, 4)),
        );
      },
    );
  });
}
