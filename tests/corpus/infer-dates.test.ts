import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inferDates, readCorpus } from "../../src/corpus/index.js";
import type { Article } from "../../src/model/article.js";

const FOLDER = "corpus/articles";

function readSeeds(...numbers: readonly string[]): Article[] {
  const files = readdirSync(FOLDER).filter(
    (file) => numbers.length === 0 || numbers.some((number) => file.startsWith(number)),
  );
  return readCorpus(files.map((file) => ({ file, bytes: readFileSync(`${FOLDER}/${file}`) })))
    .articles;
}

function inferred(articles: readonly Article[], asOf: string, number: string) {
  return inferDates(articles, asOf).find(({ file }) => file.startsWith(number))?.inferred ?? null;
}

describe("the seeds", () => {
  const gold: readonly {
    readonly seed: string;
    readonly inferred: { readonly date: string; readonly window: readonly string[] } | null;
  }[] = JSON.parse(readFileSync("tests/gold/seeds-articles.json", "utf8"));

  it.each(gold)("dates $seed as the gold does", ({ seed, inferred: expected }) => {
    const found = inferred(readSeeds(), "2026-12-31", seed);
    expect(found && { date: found.date, window: found.window }).toEqual(expected);
  });

  it("shows evidence in the words of the raw texts", () => {
    const articles = inferDates(readSeeds(), "2026-12-31");
    const raw = new Map(articles.map((article) => [article.id, article.raw]));
    const evidence = articles.flatMap((article) => article.inferred?.evidence ?? []);
    expect(evidence.length).toBeGreaterThan(5);
    for (const { article, quote } of evidence) expect(raw.get(article)).toContain(quote);
  });
});
