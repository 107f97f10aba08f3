import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readGiven } from "../../src/inspect/given-articles.js";
import { articleText } from "../../src/model/article.js";
import type { Diagnostic } from "../../src/model/diagnostic.js";

async function read(...lines: readonly (object | string)[]) {
  const diagnostics: Diagnostic[] = [];
  const texts = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line)));
  const articles = await readGiven(texts, diagnostics);
  return { articles, told: diagnostics.map(({ place, message }) => `${place?.line} ${message}`) };
}

describe("articles that are given as JSON Lines", () => {
  test("keep their ids and what is said of them", async () => {
    const { articles } = await read({
      id: 7,
      text: "Le ministre est parti.",
      title: "Départ",
      published: "2021-05-03",
      outlet: "Le Quotidien",
      language: "fr",
      score: 3,
    });
    const [article] = articles;
    expect(article).toMatchObject({
      id: "7",
      title: "Départ",
      outlet: "Le Quotidien",
      language: "fr",
    });
    expect(article?.published).toMatchObject({ date: "2021-05-03", precision: "day" });
  });

  test("keep every character of their text", async () => {
    const texts = fc.string({ unit: fc.constantFrom("a", " ", "\n", "\r", "\t", "ş", "😀", ".") });
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { articles } = await read({ id: "x", text });
        expect(articles.map(articleText)).toEqual([text]);
      }),
    );
  });

  test("have the language that their words tell where none is given", async () => {
    const text =
      "Bakan, görüşmenin ardından Ankara'ya döneceğini ve yeni bir açıklama yapacağını söyledi.";
    expect((await read({ id: "x", text })).articles[0]?.language).toBe("tr");
  });

  test("stay undated, and say so, where the day cannot be read", async () => {
    const { articles, told } = await read({ id: "x", text: "A.", published: "soon" });
    expect([articles[0]?.published, told]).toEqual([null, ["1 “soon” is no day"]]);
  });

  test("are told by their lines where they cannot be read, and the rest is", async () => {
    const { articles, told } = await read(
      "no json",
      "",
      { id: "a" },
      [1],
      { id: "b", text: "B." },
      { id: "b", text: "Again." },
    );
    expect(articles.map(({ id }) => id)).toEqual(["b"]);
    expect(told).toEqual([
      "1 this is no JSON",
      "3 “text” is missing or wrong",
      "4 this is no object",
      "6 “b” was given before",
    ]);
  });
});
