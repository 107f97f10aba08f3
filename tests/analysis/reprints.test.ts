import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupReprints } from "../../src/analysis/reprints/reprints.js";
import { hashRuns, KIND_BITS, RUN, shinglesOf } from "../../src/analysis/reprints/shingles.js";
import { countInOrder } from "../../src/analysis/reprints/words-in-order.js";
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

  test("are copies where all of the text is there, and parts where it is not", () => {
    const kindOf = (paragraphs: readonly string[]) =>
      groupReprints([origin, copyOf("a-2", "2021-05-05", paragraphs)])[0]?.kind;
    expect(kindOf(seed.paragraphs)).toBe("copy");
    expect(kindOf(seed.paragraphs.slice(0, 4))).toBe("partial");
  });

  test("name the fullest and the least part that a member shares", () => {
    const part = copyOf("a-0", "2021-05-02", seed.paragraphs.slice(0, 5));
    const [group] = groupReprints([origin, part]);
    expect(group).toMatchObject({ origin: "a-0", fullest: "a-1", members: ["a-0", "a-1"] });
    expect(group?.containment).toBeGreaterThan(0.95);
  });

  test("are found with every seventh word changed", () => {
    const changed = seed.paragraphs.join(" ").split(" ");
    const copy = copyOf("a-2", "2021-05-05", [
      changed.map((word, at) => (at % 7 === 3 ? `other${at}` : word)).join(" "),
    ]);
    expect(membersOf([...others, copy, origin])).toEqual([["a-1", "a-2"]]);
  });

  test("are not made by reports of one form that give other figures", () => {
    const report = (id: string, day: string, [a, b, c, d]: readonly string[]) =>
      copyOf(id, day, [
        `Stocks of grain in the port stood at ${a} tonnes at the end of the week, the harbour office
        said, after ${b} tonnes the week before. Ships took away ${c} tonnes, and ${d} tonnes came in
        by rail. The office gives the figures every Friday and does not comment on them.`,
      ]);
    const first = report("a-1", "2021-05-07", ["41,200", "39,870", "12,400", "13,730"]);
    const second = report("a-2", "2021-05-14", ["43,050", "40,110", "11,950", "14,890"]);
    expect(groupReprints([first, second])).toEqual([]);
  });

  test("are not made by notices of one form that name others", () => {
    const notice = (id: string, [city, river, head, town]: readonly string[]) =>
      copyOf(id, "2021-05-07", [
        `The council of ${city} said on Monday that it would close the bridge over the ${river} for
        repairs until the end of the month. Mayor ${head} told reporters that the road to ${town}
        would stay open, and that buses would run every hour. No details of the costs were given.`,
      ]);
    const first = notice("a-1", ["Arlen", "Tove", "Ebba Lind", "Norra"]);
    const second = notice("a-2", ["Besk", "Mure", "Karl Oster", "Visby"]);
    expect(groupReprints([first, second])).toEqual([]);
  });

  test("are found though an update gives one figure anew", () => {
    const text = seed.paragraphs.join("\n\n");
    const changed = text.replace(/\b\d{2,}\b/, "8,450");
    expect(changed).not.toBe(text);
    const copy = copyOf("a-2", "2021-05-05", changed.split("\n\n"));
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
  test("has the same words and prints in capitals", () => {
    const words = fc.array(fc.string({ unit: "grapheme-ascii", maxLength: 9 }), { maxLength: 80 });
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(" ");
        const [large, small] = [shinglesOf(text.toUpperCase()), shinglesOf(text.toLowerCase())];
        const hashes = (of: Uint32Array) => of.map((word) => word >>> KIND_BITS);
        expect(hashes(large.words)).toEqual(hashes(small.words));
        expect(large.prints).toEqual(small.prints);
      }),
    );
  });

  test("never has more words than letters, and prints are some of its runs", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const { words, prints } = shinglesOf(text);
        const runs = hashRuns(words, RUN);
        expect(words.length).toBeLessThanOrEqual(text.length);
        expect(prints.every((print) => runs.includes(print))).toBe(true);
      }),
    );
  });

  test("has the words in order that a table counts", () => {
    const list = fc.array(fc.nat(6), { maxLength: 90 });
    fc.assert(
      fc.property(list, list, (few, many) => {
        const found = countInOrder(Uint32Array.from(few), Uint32Array.from(many));
        expect(found).toBe(commonSubsequence(few, many));
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

/** The length of the longest common subsequence, by the table of the textbooks. */
function commonSubsequence(few: readonly number[], many: readonly number[]): number {
  let before = many.map(() => 0);
  for (const one of few) {
    const row: number[] = [];
    for (const [at, other] of many.entries()) {
      const diagonal = at === 0 ? 0 : (before[at - 1] ?? 0);
      row.push(one === other ? diagonal + 1 : Math.max(before[at] ?? 0, row[at - 1] ?? 0));
    }
    before = row;
  }
  return before.at(-1) ?? 0;
}
