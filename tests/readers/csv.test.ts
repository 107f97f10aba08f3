import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readArticles } from "../../src/readers/index.js";
import { csv } from "../../src/readers/records/csv.js";
import { readerContract } from "../contracts/reader.js";
import { readingCases } from "./reading-cases.js";

const CASES = "tests/cases/csv";
const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readArticles({ bytes: bytesOf(text), file: "a.csv" });

const cell = fc.oneof(
  fc.constantFrom('"', '""', ",", ";", "\r\n", "2021-05-05", "The council met on Monday.", ""),
  fc.string({ unit: "binary", maxLength: 20 }),
);

readerContract({
  reader: csv,
  file: "some.csv",
  articles: Object.fromEntries(
    ["commas.csv", "semicolons.csv", "broken-rows.csv", "tabs.tsv"].map((name) => [
      name,
      readFileSync(`${CASES}/${name}`),
    ]),
  ),
  document: fc
    .array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 })
    .map((rows) => ["title,date,text", ...rows.map((row) => row.join(","))].join("\n")),
});

readingCases(CASES);

describe("tables that were made to hold the reader up", () => {
  const HEADER = "title,text\n";
  const GOOD = "One,The council met on Monday.\n";

  it.each([
    ["one mark that is never closed", `${HEADER}${GOOD}Two,"never\n${GOOD.repeat(3000)}`, 3001],
    [
      "a mark in every row that is never closed",
      `${HEADER}${GOOD}${'Two,"never, ever\n'.repeat(6000)}`,
      1,
    ],
    ["nothing but marks", `${HEADER}${GOOD}${'"'.repeat(100_001)}`, 1],
    ["spaces before the header", `${" ".repeat(200_000)}\n${HEADER}${GOOD}x,"y\n`, 1],
    ["nothing but delimiters", `${HEADER}${GOOD}${",".repeat(100_000)}x`, 1],
  ])(
    "reads what is whole beside %s",
    async (_, text, least) => {
      const started = process.hrtime.bigint();
      const { articles, diagnostics } = await read(text);
      expect(articles.length).toBeGreaterThanOrEqual(least);
      expect(diagnostics.map(({ code }) => code)).toContain("csv-row");
      expect(Number(process.hrtime.bigint() - started) / 1e9).toBeLessThan(5);
    },
    20_000,
  );

  it("takes a column by the name of an object's own method for a column", async () => {
    const { articles } = await read("__proto__,constructor,text\na,b,The council met on Monday.\n");
    expect(articles).toHaveLength(1);
  });
});
