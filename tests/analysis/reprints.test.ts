import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fingerprint, groupReprints } from "../../src/analysis/reprints.js";
import type { Article } from "../../src/model/article.js";
import { articles } from "./seeds.js";

const [seed] = articles;
if (seed === undefined) throw new Error("no seeds");

function copyOf(id: string, day: string | null, paragraphs: readonly string[]): Article {
  if (seed === undefined) throw new Error("no seeds");
  const published = day === null ? null : { date: day, precision: "day" as const, evidence: [] };
  return { ...seed, id, published, inferred: null, paragraphs: [...paragraphs] };
}

/** The members of every group, the origin first. */
function membersOf(given: readonly Article[]): (readonly string[])[] {
  return groupReprints(given).map(({ members }) => members);
}

const origin = copyOf("a-1", "2021-05-03", seed.paragraphs);
const others = articles.slice(1);

describe("reprints", () => {
  test("are none among the seeds", () => {
    expect(groupReprints(articles)).toEqual([]);
  });

  test("keep the earlier of two", () => {
    const later = copyOf("a-0", "2021-05-04", seed.paragraphs);
    expect(membersOf([later, origin])).toEqual([["a-1", "a-0"]]);
  });

  test("keep the lower id of one day, and the dated of two", () => {
    const same = copyOf("a-0", "2021-05-03", seed.paragraphs);
    const undated = copyOf("a-9", null, seed.paragraphs);
    expect(membersOf([undated, origin, same])).toEqual([["a-0", "a-1", "a-9"]]);
  });

  test.each([
    ["the first half", seed.paragraphs.slice(0, 7)],
    ["the first third", seed.paragraphs.slice(0, 5)],
    ["new words around it", ["By our staff.", ...seed.paragraphs, "Follow us for more of this."]],
    ["another order", [...seed.paragraphs].reverse()],
    [
      "every twentieth word changed",
      seed.paragraphs.map((paragraph) =>
        paragraph
          .split(" ")
          .map((word, index) => (index % 20 === 7 ? "instead" : word))
          .join(" "),
      ),
    ],
  ])("are found with %s", (_, paragraphs) => {
    const copy = copyOf("a-2", "2021-05-05", paragraphs);
    expect(membersOf([...others, copy, origin])).toEqual([["a-1", "a-2"]]);
  });

  test("are not made by one stock paragraph", () => {
    const stock = articles[4]?.paragraphs[4] ?? "";
    const paragraphs = [
      ...(articles[1]?.paragraphs ?? []),
      ...(articles[2]?.paragraphs ?? []),
      stock,
    ];
    const long = copyOf("a-2", "2021-05-05", paragraphs);
    expect(groupReprints([long, ...articles.slice(4)])).toEqual([]);
  });
});

describe("any text", () => {
  test("has the same fingerprints in capitals", () => {
    const words = fc.array(fc.string({ unit: "grapheme-ascii", maxLength: 9 }), { maxLength: 80 });
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(" ");
        expect(fingerprint(text.toUpperCase())).toEqual(fingerprint(text.toLowerCase()));
      }),
    );
  });

  test("never has more fingerprints than words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(fingerprint(text).size).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test("gives the same groups in whatever order it comes", () => {
    const copies = [origin, copyOf("a-2", "2021-05-04", seed.paragraphs.slice(0, 8)), ...others];
    const expected = groupReprints(copies);
    fc.assert(
      fc.property(fc.shuffledSubarray(copies, { minLength: copies.length }), (shuffled) => {
        expect(groupReprints(shuffled)).toEqual(expected);
      }),
    );
  });

  test("takes time in proportion to the number of articles", () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      copyOf(`a-${index}`, "2021-05-03", [
        seed.paragraphs
          .map((paragraph) => paragraph.replace(/\w+/g, (word) => `${word}${index}`))
          .join(" "),
      ]),
    );
    const started = performance.now();
    expect(groupReprints(many)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
