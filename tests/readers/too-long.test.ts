import { describe, expect, test } from "vitest";
import { readArticles } from "../../src/readers/index.js";

const SENTENCE = "The harbour master said on Monday that the ships had waited for a week outside. ";
const paragraph = SENTENCE.repeat(5).trim();
const COUNT = Math.ceil((1024 * 1024 + 1) / paragraph.length);

const read = (text: string | Uint8Array, file: string) => {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return readArticles({ bytes, file });
};

const page = (count: number) =>
  `<!doctype html><html><head><title>A port</title></head><body><article><h1>A port</h1>${`<p>${paragraph}</p>\n`.repeat(count)}</article></body></html>`;

describe("an article of more text than a million letters", () => {
  test.each([COUNT, COUNT * 5])("is refused as a web page of %i paragraphs", async (count) => {
    expect(await read(page(count), "page.html")).toMatchObject({
      articles: [],
      diagnostics: [{ code: "article-too-large", place: { file: "page.html" } }],
    });
  });

  test("is read as a web page while it is below", async () => {
    const { articles, diagnostics } = await read(page(COUNT - 100), "page.html");
    expect(articles).toHaveLength(1);
    expect(diagnostics).toEqual([]);
  });

  test.each([COUNT, COUNT * 5])(
    "is refused by itself among records, %i paragraphs",
    async (count) => {
      const record = (title: string, body: string) => ({ title, date: "2021-05-03", body });
      const records = [
        record("A short one", `${paragraph} It rained.`),
        record("A long one", `${paragraph}\n\n`.repeat(count)),
      ];
      const { articles, diagnostics } = await read(JSON.stringify(records), "dump.json");
      expect(articles.map(({ title }) => title)).toEqual(["A short one"]);
      expect(diagnostics).toMatchObject([
        { code: "article-too-large", place: { file: "dump.json#2" } },
      ]);
    },
  );
});
