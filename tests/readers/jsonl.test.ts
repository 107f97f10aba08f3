import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readArticles } from "../../src/readers/index.js";
import { jsonl } from "../../src/readers/records/jsonl.js";
import { readerContract } from "../contracts/reader.js";
import { readingCases } from "./reading-cases.js";

const CASES = "tests/cases/jsonl";
const bytesOf = (text: string) => new TextEncoder().encode(text);

readerContract({
  reader: jsonl,
  file: "some.jsonl",
  articles: { "export.jsonl": readFileSync(`${CASES}/export.jsonl`) },
  document: fc
    .array(
      fc.oneof(
        fc.record({ title: fc.string(), text: fc.string({ unit: "binary" }), date: fc.string() }),
        fc.jsonValue({ maxDepth: 2 }),
      ),
      { maxLength: 6 },
    )
    .map((records) => records.map((record) => JSON.stringify(record)).join("\n")),
});

readingCases(CASES);

describe("lines that are no records", () => {
  it("says of every line that is no JSON where it stands, and reads the rest", async () => {
    const good = '{"text":"The council met on Monday."}';
    const text = [good, "{", good, "nonsense", good].join("\n");
    const { articles, diagnostics } = await readArticles({ bytes: bytesOf(text), file: "a.jsonl" });
    expect(articles.map(({ file }) => file)).toEqual(["a.jsonl#1", "a.jsonl#3", "a.jsonl#5"]);
    expect(diagnostics.map(({ place }) => place?.line)).toEqual([2, 4]);
  });
});
