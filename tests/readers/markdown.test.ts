import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readArticles } from "../../src/readers/index.js";
import { markdown } from "../../src/readers/markdown/markdown.js";
import { readerContract } from "../contracts/reader.js";
import { readingCases } from "./reading-cases.js";

const CASES = "tests/cases/markdown";
const bytesOf = (text: string) => new TextEncoder().encode(text);

const piece = fc.constantFrom(
  "# A heading\n",
  "---\n",
  "title: A title\n",
  "date: 2021-05-05\n",
  "The council met on Monday.\n",
  "*In italics.*\n",
  "![a](b)\n",
  "- one\n",
  "> said\n",
  "\n",
  "```\n",
  "<div>",
  "[a](b) ",
  "&amp; ",
);

readerContract({
  reader: markdown,
  file: "some.md",
  articles: Object.fromEntries(
    ["front-matter.md", "heading-alone.md", "broken-front-matter.md", "toml.md"].map((name) => [
      name,
      readFileSync(`${CASES}/${name}`),
    ]),
  ),
  document: fc.array(fc.oneof(piece, fc.lorem()), { maxLength: 20 }).map((parts) => parts.join("")),
});

readingCases(CASES);

describe("Markdown that was made to hold the reader up", () => {
  it.each([
    ["quotations in one another", ">".repeat(100_000)],
    ["lists in one another", "- ".repeat(50_000)],
    ["lists that step in", Array.from({ length: 400 }, (_, n) => `${" ".repeat(n)}- x`).join("\n")],
    ["lists of single words", "- a\n".repeat(4000)],
    ["headings by underline", "a\n===\n".repeat(4000)],
    ["links that never close", "[a](".repeat(25_000)],
    ["emphasis that never closes", "a*".repeat(50_000)],
    ["emphasis in emphasis", "*a **b ".repeat(15_000)],
    ["tags that never close", "<a ".repeat(30_000)],
    ["code of every length", Array.from({ length: 440 }, (_, n) => "`".repeat(n)).join(" ")],
  ])(
    "reads %s in time",
    async (_, text) => {
      const started = process.hrtime.bigint();
      const { articles } = await readArticles({
        bytes: bytesOf(`The council met on Monday.\n\n${text}`),
        file: "a.md",
      });
      expect(articles[0]?.paragraphs[0]).toBe("The council met on Monday.");
      expect(Number(process.hrtime.bigint() - started) / 1e9).toBeLessThan(4);
    },
    20_000,
  );
});
