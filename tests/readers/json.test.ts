import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readArticles } from "../../src/readers/index.js";
import { json } from "../../src/readers/records/json.js";
import { readerContract } from "../contracts/reader.js";
import { readingCases } from "./reading-cases.js";

const CASES = "tests/cases/json";
const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readArticles({ bytes: bytesOf(text), file: "a.json" });

const field = fc.constantFrom("title", "text", "body", "date", "author", "source", "url", "x");
const value = fc.oneof(
  fc.constantFrom(
    "The council met on Monday.",
    "2021-05-05",
    "<p>One.</p><p>Two.</p>",
    "Read more",
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
);

readerContract({
  reader: json,
  file: "some.json",
  articles: Object.fromEntries(
    ["one-article.json", "wrapped-list.json", "own-reading.json", "lines.json"].map((name) => [
      name,
      readFileSync(`${CASES}/${name}`),
    ]),
  ),
  document: fc
    .oneof(fc.dictionary(field, value), fc.array(fc.dictionary(field, value), { maxLength: 5 }))
    .map((records) => JSON.stringify(records)),
});

readingCases(CASES);

describe("JSON that was made to hold the reader up", () => {
  it("refuses a hundred thousand lists in one another, with the line", async () => {
    const { diagnostics } = await read(`{"text":"x",\n"a":${"[".repeat(100_000)}`);
    expect(diagnostics).toMatchObject([
      { code: "json-too-deep", place: { file: "a.json", line: 2 } },
    ]);
  });

  it("takes brackets in strings for words", async () => {
    const { articles } = await read(
      JSON.stringify({ text: `The council said ${"[{".repeat(200)} so.` }),
    );
    expect(articles).toHaveLength(1);
  });

  it("takes a field by the name of an object's own method for a field", async () => {
    const { diagnostics } = await read('{"constructor":"x","__proto__":{"text":"y"},"toString":1}');
    expect(diagnostics[0]?.code).toBe("record-without-body");
  });

  it("reads thousands of records, each under its number", async () => {
    const records = Array.from({ length: 3000 }, (_, index) => ({
      title: `Number ${index}`,
      text: "The council met on Monday, and voted for the bridge.",
    }));
    const { articles } = await read(JSON.stringify(records));
    expect(articles.map(({ file }) => file)).toEqual(
      records.map((_, index) => `a.json#${index + 1}`),
    );
  }, 20_000);
});
