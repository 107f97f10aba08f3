import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { intervalOf } from "../../src/inspect/interval-of.js";
import type { DateMention } from "../../src/model/analysis.js";
import { findDateMentions } from "../../src/text/dates/index.js";

const FOLDER = join(import.meta.dirname, "../cases/text-dates");
const FileSchema = z.strictObject({
  published: z.string(),
  cases: z.array(z.strictObject({ text: z.string(), dates: z.array(z.string()) })),
});

function written(mention: DateMention): string {
  const value = intervalOf(mention);
  return `${mention.text} = ${value}${value.includes("/") ? ` ${mention.precision}` : ""}`;
}

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".yaml"))) {
  const language = basename(file, ".yaml");
  const { published, cases } = FileSchema.parse(parse(readFileSync(join(FOLDER, file), "utf8")));
  describe(`dates in ${language}`, () => {
    it.each(cases)("$text", ({ text, dates }) => {
      const mentions = findDateMentions(text, language, { day: published, anchor: "published" });
      expect(mentions.map(written)).toEqual(dates);
    });
  });
}
