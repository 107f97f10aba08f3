import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCorpus } from "../../src/corpus/read-corpus.js";
import { findRecurring } from "../../src/corpus/recurring-lines.js";
import type { Article } from "../../src/model/article.js";
import { articleWith } from "../article.js";

const NOTE = "The Harbour Post is written on the quay.";
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday"];

/** An article of the paper, of that day, with the paper's note at its end. */
function textOf(day: string): string {
  return [
    `Ships wait on ${day}`,
    "Harbour Post",
    `Two ships waited outside the port on ${day}, the harbour master said in a statement.`,
    `Their crews said that they would leave the port on ${day} evening, whatever happened.`,
    NOTE,
  ].join("\n\n");
}

const inputsOf = (days: readonly string[]) =>
  days.map((day) => ({ file: `${day}.txt`, bytes: new TextEncoder().encode(textOf(day)) }));

describe("lines that recur over the articles of a host", () => {
  it("takes a paper's own note off the end of its articles", async () => {
    const { articles } = await readCorpus(inputsOf(DAYS));
    for (const { paragraphs, removed } of articles) {
      expect(paragraphs).toHaveLength(2);
      expect(removed).toContainEqual({ rule: "recurring-line", text: NOTE });
    }
  });

  it("finds nothing where one article is there, or two", async () => {
    for (const days of [DAYS.slice(0, 1), DAYS.slice(0, 2)]) {
      const { articles } = await readCorpus(inputsOf(days));
      expect(articles.map(({ paragraphs }) => paragraphs.at(-1))).toEqual(days.map(() => NOTE));
    }
  });

  it("keeps a line that recurs between the paragraphs of an article", async () => {
    const inputs = inputsOf(DAYS).map(({ file }, index) => ({
      file,
      bytes: new TextEncoder().encode(
        `${textOf(DAYS[index] ?? "")}\n\nMore on ${DAYS[index]} was said by others.`,
      ),
    }));
    const { articles } = await readCorpus(inputs);
    for (const { paragraphs } of articles) expect(paragraphs).toContain(NOTE);
  });

  it("takes versions of one article for no evidence", () => {
    const copies = DAYS.map((day) =>
      articleOf(day, ["The same long report, word for word.", NOTE]),
    );
    expect(findRecurring(copies).affected.size).toBe(0);
  });

  it("tells hosts apart by address, then by outlet", () => {
    const articles = DAYS.map((day, index) => ({
      ...articleOf(day, [
        `A report of ${day}, and a long one at that.`,
        `More of ${day} was said by others.`,
        NOTE,
      ]),
      url: index < 2 ? `https://www.post${index}.example/${day}` : null,
    }));
    expect(findRecurring(articles).affected.size).toBe(0);
  });

  it("does not depend on the order of the articles", () => {
    const articles = DAYS.map((day) =>
      articleOf(day, [
        `A report of ${day}, and a long one at that.`,
        `More of ${day} was said by others.`,
        NOTE,
      ]),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(articles, { minLength: articles.length }), (shuffled) => {
        const { affected, lines } = findRecurring(shuffled);
        expect([...affected].sort()).toEqual(DAYS.map((day) => `${day}.txt`).sort());
        expect(lines.get("harbour post")?.has(NOTE)).toBe(true);
        expect(lines.get("other")?.has(NOTE) ?? false).toBe(false);
      }),
    );
  });
});

function articleOf(day: string, paragraphs: readonly string[]): Article {
  const file = `${day}.txt`;
  return articleWith({
    file,
    container: file,
    outlet: "Harbour Post",
    paragraphs: [...paragraphs],
  });
}
