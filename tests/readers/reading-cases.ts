/** Runs a folder of cases: each input beside a `.yaml` that says what reading must make of it. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import type { Article, Published } from "../../src/model/article.js";
import type { Diagnostic } from "../../src/model/diagnostic.js";
import { FieldNamesSchema } from "../../src/model/settings.js";
import { readArticles } from "../../src/readers/index.js";

const CaseSchema = z.strictObject({
  /** Field names of the settings. */
  fields: FieldNamesSchema.optional(),
  /** In order; of each what is named here is compared. */
  articles: z.array(z.record(z.string(), z.unknown())),
  /** `code file:line`, in order. */
  diagnostics: z.array(z.string()).default([]),
});

export function readingCases(folder: string): void {
  const files = readdirSync(folder).filter((file) => !/\.yaml$|^README\.md$/.test(file));
  describe(`cases of ${folder.split("/").at(-1)}`, () => {
    it.each(files)("reads %s", async (file) => {
      const yaml = readFileSync(`${folder}/${file.replace(/\.\w+$/, ".yaml")}`, "utf8");
      const expected = CaseSchema.parse(parse(yaml));
      const bytes = readFileSync(`${folder}/${file}`);
      const { articles, diagnostics } = await readArticles(
        { bytes, file },
        { fields: expected.fields ?? {} },
      );
      const shown = articles.map((article, index) => pick(show(article), expected.articles[index]));
      expect(shown).toEqual(expected.articles);
      expect(diagnostics.map(showDiagnostic)).toEqual(expected.diagnostics);
    });
  });
}

function pick(shown: Record<string, unknown>, expected: Record<string, unknown> | undefined) {
  if (expected === undefined) return shown;
  return Object.fromEntries(Object.keys(expected).map((name) => [name, shown[name]]));
}

function show(article: Article): Record<string, unknown> {
  const { published, modified, removed, ...rest } = article;
  return {
    ...rest,
    published: showDate(published),
    evidence: published?.evidence.map(({ quote }) => quote),
    modified: showDate(modified),
    removed: removed.map(({ rule }) => rule),
  };
}

function showDate(stated: Published | null): string | null {
  return stated && [stated.date, stated.time].filter((part) => part !== undefined).join(" ");
}

function showDiagnostic({ code, place }: Diagnostic): string {
  const at = [place?.file, place?.line].filter((part) => part !== undefined).join(":");
  return `${code} ${at}`;
}
