import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Article } from "../../src/model/article.js";
import { readArticles } from "../../src/readers/index.js";

const FOLDER = "tests/cases/dumps";
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".txt"))
  .map((file) => file.replace(/\.txt$/, ""));

const readText = (text: string, file = "dump.txt") =>
  readArticles({ bytes: new TextEncoder().encode(text), file });

function statedOf({ published, ...article }: Article) {
  const { file, title, outlet, agency, byline, dateline, language, paragraphs } = article;
  const day = published && { date: published.date, time: published.time ?? null };
  const head = { file, title, outlet, agency, byline, dateline, language };
  return { ...head, published: day, paragraphs };
}

describe("one file of many articles", () => {
  it.each(names)("splits %s", async (name) => {
    const file = `${name}.txt`;
    const { articles, diagnostics } = await readArticles({
      bytes: readFileSync(`${FOLDER}/${file}`),
      file,
    });
    expect(diagnostics).toEqual([]);
    expect(articles.map(statedOf)).toEqual(parse(readFileSync(`${FOLDER}/${name}.yaml`, "utf8")));
  });

  it("gives every article an id of its own words, and the file as its container", async () => {
    const { articles } = await readText(readFileSync(`${FOLDER}/separators.txt`, "utf8"));
    expect(new Set(articles.map(({ id }) => id)).size).toBe(2);
    expect(articles.map(({ container }) => container)).toEqual(["dump.txt", "dump.txt"]);
  });

  it("reads the others where one article is too large", async () => {
    const large = `Title: A long one\nDate: 2021-05-05\n\n${"words ".repeat(200_000)}end.\n\n`;
    const small = "Title: A short one\nDate: 2021-05-06\n\nThe ministers met and left again.\n";
    const { articles, diagnostics } = await readText(large + small);
    expect(articles.map(({ title }) => title)).toEqual(["A short one"]);
    expect(diagnostics).toMatchObject([
      { code: "article-too-large", place: { file: "dump.txt#1" } },
    ]);
  });

  it("keeps the rest of an article whose parts begin without a day or an author", async () => {
    const text =
      "A headline\n\nThe ministers met, and the talks went on for days.\n\n=====\n\nA subhead\n\nThe ministers left again, and nobody said why.\n";
    expect((await readText(text)).articles).toHaveLength(1);
  });
});

describe("hostile dumps", () => {
  it.each([
    ["separators", "=====\n"],
    ["form feeds", "\f"],
    ["end marks", "Document HEP0000020210505eh5500p1p\n"],
    ["numbers of a list", "1 of 2 DOCUMENTS\n"],
    ["prefixes", "date 2021-05-05 x\n"],
    ["header lines", "Title: x\nDate: 2021-05-05\n"],
    ["header lines and prose", "Title: x\nDate: 2021-05-05\n\nThe ministers met and left.\n\n"],
    ["numbers of words", "512 words\n"],
  ])(
    "reads 60 kB of %s in a few seconds",
    async (_, piece) => {
      const text = piece.repeat(Math.floor(60_000 / piece.length));
      const { articles, diagnostics } = await readText(text);
      expect(articles.length + diagnostics.length).toBeGreaterThan(0);
    },
    10_000,
  );
});
