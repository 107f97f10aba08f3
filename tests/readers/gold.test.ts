import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readOne } from "../read-one.js";

/** What `tests/gold/seeds-articles.json` says of one seed. */
interface Gold {
  readonly seed: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly agency: string | null;
  readonly byline: string | null;
  readonly dateline: string | null;
  readonly standfirst: string | null;
  readonly first: string;
  readonly last: string;
  readonly paragraphs: number;
  readonly published: { readonly date: string; readonly time: string | null } | null;
  readonly language: string;
  readonly mustNot: readonly string[];
  readonly removedButUsable: readonly string[];
  readonly repair: { readonly from: string; readonly to: string } | null;
}

const seeds: readonly Gold[] = JSON.parse(readFileSync("tests/gold/seeds-articles.json", "utf8"));

async function readSeed(file: string) {
  const { article, diagnostics } = await readOne(readFileSync(`corpus/articles/${file}`), file);
  expect(diagnostics).toEqual([]);
  if (article === null) throw new Error(`${file} was not read`);
  return article;
}

describe.each(seeds)("reading $seed", async (gold) => {
  const article = await readSeed(gold.seed);

  it.each(["outlet", "agency", "byline", "dateline", "standfirst", "language"] as const)(
    "finds the %s",
    (field) => expect(article[field]).toBe(gold[field]),
  );

  it("finds the title, or derives one and says so", () => {
    expect(article.titleDerived).toBe(gold.title === null);
    if (gold.title !== null) expect(article.title).toBe(gold.title);
    else expect(article.title).not.toBe("");
  });

  it("finds the date that the article states, and shows where", () => {
    expect(article.published?.date ?? null).toBe(gold.published?.date ?? null);
    expect(article.published?.time ?? null).toBe(gold.published?.time ?? null);
    for (const { quote } of article.published?.evidence ?? []) {
      expect(article.raw).toContain(quote);
    }
  });

  it("keeps the whole body and nothing else", () => {
    expect(article.paragraphs).toHaveLength(gold.paragraphs);
    expect(article.paragraphs[0]?.startsWith(gold.first)).toBe(true);
    expect(article.paragraphs.at(-1)?.endsWith(gold.last)).toBe(true);
    const body = article.paragraphs.join("\n\n");
    for (const words of gold.mustNot) expect(body).not.toContain(words);
  });

  it("keeps what it removed", () => {
    const removed = article.removed.map(({ text }) => text);
    for (const words of gold.removedButUsable) expect(removed).toContain(words);
  });

  it("records its repairs", () => {
    const repairs = article.repairs.map(({ from, to }) => ({ from, to }));
    expect(repairs).toEqual(gold.repair === null ? [] : [gold.repair]);
  });
});
