import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isVerbatim } from "../../src/issue/check/citations.js";
import { makeStatement } from "../../src/issue/statements.js";
import type { Article } from "../../src/model/article.js";
import { articleWith } from "../article.js";

function articleOf(id: string, paragraphs: string[], date: string | null): Article {
  const evidence = [{ article: id, quote: "x" }];
  return articleWith({
    id,
    paragraphs,
    published: date === null ? null : { date, precision: "day", evidence },
  });
}

const one = articleOf(
  "a-000000000001",
  ["First here.", "That came after it rained."],
  "2021-05-03",
);
const two = articleOf("a-000000000002", ["The same event."], null);
const articles = new Map([one, two].map((article) => [article.id, article]));

describe("a statement", () => {
  test("is the words at its place, with the hash of the text that they stand in", () => {
    const statement = makeStatement({ article: one.id, start: 0, end: 11 }, articles);
    expect(statement).toMatchObject({
      text: "First here.",
      citations: [
        { article: one.id, start: 0, end: 11, quote: "First here.", textSha256: one.textSha256 },
      ],
      reported: { day: "2021-05-03", basis: "published" },
    });
  });

  test("cites those that report the same event behind its own source", () => {
    const supports = [{ article: two.id, start: 0, end: 15 }];
    const { citations } = makeStatement({ article: one.id, start: 0, end: 11, supports }, articles);
    expect(citations.map(({ quote }) => quote)).toEqual(["First here.", "The same event."]);
  });

  test("marks what is left out at its start, and keeps it in the quotation", () => {
    const range = { article: one.id, start: 13, end: 39, elided: 16 };
    const statement = makeStatement(range, articles);
    expect(statement.text).toBe("[…] it rained.");
    expect(statement.citations[0]?.quote).toBe("That came after it rained.");
  });

  test("prints a quotation over two paragraphs as one", () => {
    const statement = makeStatement({ article: one.id, start: 0, end: 39 }, articles);
    expect(statement.text).toBe("First here. That came after it rained.");
    expect(isVerbatim(statement.text, statement.citations[0]?.quote ?? "")).toBe(true);
  });

  test("keeps its name when what surrounds it changes", () => {
    const moved = articleOf(one.id, ["New.", ...one.paragraphs], "2021-05-04");
    const before = makeStatement({ article: one.id, start: 0, end: 11 }, articles);
    const after = makeStatement({ article: one.id, start: 6, end: 17 }, new Map([[one.id, moved]]));
    expect(after.id).toBe(before.id);
  });

  test("is refused where the article has no such place", () => {
    expect(() => makeStatement({ article: one.id, start: 30, end: 99 }, articles)).toThrow(
      RangeError,
    );
    expect(() => makeStatement({ article: "a-none", start: 0, end: 1 }, articles)).toThrow(
      RangeError,
    );
  });
});

describe("verbatim", () => {
  test.each([
    ["The port is closed.", true],
    ["[…] port is closed.", true],
    ["The port […] closed.", false],
    ["The port is […]", false],
    ["[…] ", false],
    ["The port was closed.", false],
    ["The port is", false],
    ["port is closed.", false],
    ["closed. […] The port", false],
  ])("%s", (text, expected) => {
    expect(isVerbatim(text, "The port is closed.")).toBe(expected);
  });

  test("fails for any one letter that was changed", () => {
    const words = fc.array(fc.stringMatching(/^[a-zçğışöü]{1,8}$/), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, fc.nat(), (list, at) => {
        const quote = list.join(" ");
        const index = at % quote.length;
        const changed = `${quote.slice(0, index)}#${quote.slice(index + 1)}`;
        expect(isVerbatim(quote, quote)).toBe(true);
        expect(isVerbatim(changed, quote)).toBe(false);
      }),
    );
  });
});
