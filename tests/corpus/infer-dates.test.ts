import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inferDates, readCorpus } from "../../src/corpus/index.js";
import type { Article } from "../../src/model/article.js";

const FOLDER = "corpus/articles";
const LATER = "2026-12-31";

/** The seeds whose file names begin so, all without any. */
async function readSeeds(...numbers: readonly string[]): Promise<readonly Article[]> {
  const files = readdirSync(FOLDER).filter(
    (file) => numbers.length === 0 || numbers.some((number) => file.startsWith(number)),
  );
  const inputs = files.map((file) => ({ file, bytes: readFileSync(`${FOLDER}/${file}`) }));
  return (await readCorpus(inputs)).articles;
}

async function readTexts(...texts: readonly string[]): Promise<readonly Article[]> {
  const inputs = texts.map((text, index) => ({
    file: `${index}.txt`,
    bytes: new TextEncoder().encode(text),
  }));
  return (await readCorpus(inputs)).articles;
}

function windowOf(articles: readonly Article[], asOf: string, file: string) {
  const article = inferDates(articles, asOf).find((found) => found.file.startsWith(file));
  return article?.inferred?.window ?? null;
}

describe("the seeds", () => {
  const gold: readonly {
    readonly seed: string;
    readonly inferred: { readonly date: string; readonly window: readonly string[] } | null;
  }[] = JSON.parse(readFileSync("tests/gold/seeds-articles.json", "utf8"));

  it.each(gold)("dates $seed as the gold does", async ({ seed, inferred }) => {
    const found = inferDates(await readSeeds(), LATER).find(({ file }) => file === seed)?.inferred;
    expect(found && { date: found.date, window: found.window }).toEqual(inferred);
  });

  it("shows evidence in the words of the raw texts", async () => {
    const articles = inferDates(await readSeeds(), LATER);
    const raw = new Map(articles.map((article) => [article.id, article.raw]));
    const evidence = articles.flatMap((article) => article.inferred?.evidence ?? []);
    expect(evidence.length).toBeGreaterThan(5);
    for (const { article, quote } of evidence) expect(raw.get(article)).toContain(quote);
  });

  it("leaves 000 undated without the article that gives its day a year", async () => {
    expect(windowOf(await readSeeds("000"), LATER, "000")).toBeNull();
    expect(windowOf(await readSeeds("000", "002", "003", "004"), LATER, "000")).toBeNull();
  });

  it("does not look at articles that are not out yet", async () => {
    expect(windowOf(await readSeeds(), "2021-05-05", "000")).toBeNull();
    expect(windowOf(await readSeeds(), "2021-05-06", "000")).toEqual(["2021-05-03", "2021-05-04"]);
    expect(windowOf(await readSeeds(), "2019-12-13", "004")).toBeNull();
  });

  it("leaves 004 undated without 003, whose Saturday is its Saturday", async () => {
    expect(windowOf(await readSeeds("000", "001", "002", "004"), LATER, "004")).toBeNull();
    expect(windowOf(await readSeeds("003", "004"), LATER, "004")).toEqual([
      "2019-12-19",
      "2019-12-20",
    ]);
  });

  it("dates 002 by itself, as its caption, its weekday and its newest full date allow one day", async () => {
    expect(windowOf(await readSeeds("002"), LATER, "002")).toEqual(["2020-12-26", "2020-12-26"]);
  });

  it("dates no article after the day of asking", async () => {
    expect(windowOf(await readSeeds("003", "004"), "2019-12-18", "004")).toBeNull();
    expect(windowOf(await readSeeds("003", "004"), "2019-12-19", "004")).toEqual([
      "2019-12-19",
      "2019-12-19",
    ]);
    expect(windowOf(await readSeeds("002"), "2020-12-25", "002")).toBeNull();
  });

  it("gives the same dates in whatever order the articles come", async () => {
    const seeds = await readSeeds();
    const byFile = (articles: readonly Article[]) =>
      new Map(articles.map(({ file, inferred }) => [file, inferred?.window]));
    fc.assert(
      fc.property(fc.shuffledSubarray([...seeds], { minLength: seeds.length }), (shuffled) => {
        expect(byFile(inferDates(shuffled, LATER))).toEqual(byFile(inferDates(seeds, LATER)));
      }),
      { numRuns: 10 },
    );
  });

  it("works out anew what was inferred before", async () => {
    const once = inferDates(await readSeeds(), LATER);
    expect(inferDates(once, LATER)).toEqual(once);
    expect(inferDates(once, "2019-01-01").every(({ inferred }) => inferred === null)).toBe(true);
  });
});

describe("articles without a date", () => {
  const dated = `date 2020-06-09 Talks resume on the coastal road

Egyptian Foreign Minister Sameh Shoukry met Libyan envoy Omar Mansour in Cairo on June 8, 2020, and asked for a truce on the coastal road near Sirte.

The envoy thanked Egypt for its plan and said that the road should open.`;

  it("take the year from a dated report of the same meeting", async () => {
    const undated = `Envoy and minister speak about the road

Libyan envoy Omar Mansour met Egyptian Foreign Minister Sameh Shoukry in Cairo on June 8 and heard his plan for the road near Sirte.

He will report to Tripoli.`;
    expect(windowOf(await readTexts(dated, undated), LATER, "1")).toEqual([
      "2020-06-08",
      "2020-06-09",
    ]);
  });

  it("stay undated where the other report is of other people", async () => {
    const undated = `Museum opens after long works

Mayor Jane Doe opened the museum in Lisbon with the painter Ana Silva on June 8 before a large crowd.

The works took ten years.`;
    expect(windowOf(await readTexts(dated, undated), LATER, "1")).toBeNull();
  });

  it("stay undated where two dated reports fit and differ", async () => {
    const other = dated.replaceAll("2020", "2018");
    const undated = `Envoy and minister speak about the road

Libyan envoy Omar Mansour met Egyptian Foreign Minister Sameh Shoukry in Cairo on June 8 and heard his plan for the road near Sirte.

He will report to Tripoli.`;
    expect(windowOf(await readTexts(dated, other, undated), LATER, "2")).toBeNull();
  });

  it("stay undated where their own words contradict each other", async () => {
    const undated = `Envoy meets minister again

Today, Sunday, the envoy met the minister in Tripoli, both offices said.

The meeting in Tripoli (Tripoli, December 26) (PHOTO: AFP)

On October 23, 2020, the two sides signed a ceasefire.`;
    // 26 December 2020 was a Saturday, and the next on a Sunday is years away.
    expect(windowOf(await readTexts(undated), LATER, "0")).toBeNull();
  });

  it("stay undated where only a weekday is given", async () => {
    const undated = `Envoy meets minister

The envoy met the minister on Saturday, both offices said.

The war began in 2011.`;
    expect(windowOf(await readTexts(undated), LATER, "0")).toBeNull();
  });

  it("stay undated where every year would do", async () => {
    const undated = `Envoy meets minister

The envoy met the minister on May 3, both offices said.

On October 23, 2020, the two sides signed a ceasefire.`;
    expect(windowOf(await readTexts(undated), LATER, "0")).toBeNull();
  });

  it("take the day of a reprint that is dated", async () => {
    const copy = `The port of Ras Lanuf reopened on Sunday after engineers had checked the tanks and the pipes, the port's director said.

The first tanker is due within a week.`;
    const articles = await readTexts(
      `date 2020-09-21 Port reopens after months\n\n${copy}`,
      `Port open again\n\n${copy}`,
    );
    expect(windowOf(articles, LATER, "1")).toEqual(["2020-09-20", "2020-09-21"]);
  });

  it("can lean on an article that was dated by another", async () => {
    const first = `date 2020-09-21 Port reopens after months

The port of Ras Lanuf reopened on Sunday after engineers had checked the tanks and the pipes, the port's director said.`;
    const second = `Port open again

The port of Ras Lanuf reopened on Sunday after engineers had checked the tanks and the pipes, the port's director said.

Engineers of the national company also reopened a smaller terminal near Brega on Friday, the ministry said in a short statement.`;
    const third = `Terminal open

Engineers of the national company also reopened a smaller terminal near Brega on Friday, the ministry said in a short statement.`;
    expect(windowOf(await readTexts(first, second, third), LATER, "2")).toEqual([
      "2020-09-18",
      "2020-09-19",
    ]);
  });

  it("are never dated by a teaser that cleaning removed", async () => {
    const undated = `Envoy meets minister

read more

Ministers met in Tripoli on May 3, 2021

The envoy met the minister, both offices said.`;
    expect(windowOf(await readTexts(undated), LATER, "0")).toBeNull();
  });

  it("is asked for with a day", async () => {
    expect(() => inferDates([], "tomorrow")).toThrow(RangeError);
  });
});
