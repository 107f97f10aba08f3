/** What every way to choose sentences promises; each method runs this suite. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyseArticles } from "../../src/analysis/index.js";
import { type Article, articleText } from "../../src/model/article.js";
import type { Lexicon } from "../../src/model/lexicon.js";
import type { SummaryMethod } from "../../src/model/settings.js";
import { type Summary, summarise } from "../../src/summary/index.js";
import { chooseUnits, type Fared, type Room, type Unit } from "../../src/summary/method.js";
import { splitWords } from "../../src/text/words.js";
import { articleWith } from "../article.js";

/** A ferry that ran aground, three times told; the last paragraph of each is about something else. */
const REPORTS = [
  [
    "A ferry with 84 passengers ran aground off Skopelos on Tuesday night, the coast guard said.",
    "Nobody was hurt, and all passengers were brought to the port of Glossa by fishing boats.",
    "The island has forty chapels.",
  ],
  [
    "Fishing boats brought 84 passengers to safety after a ferry ran aground off Skopelos.",
    "The captain has been questioned by the harbour police.",
    "Olive oil grew dearer this spring.",
  ],
  [
    "The coast guard said a ferry ran aground near Skopelos on Tuesday night.",
    "The harbour police questioned the captain on Wednesday.",
    "Ticket prices will be discussed in May.",
  ],
];

const cluster = REPORTS.map((paragraphs, index) =>
  articleWith({ id: `a-00000000000${index}`, paragraphs }),
);

export function summaryMethodContract(method: SummaryMethod, lexicon: Lexicon): void {
  const sumUp = (articles: readonly Article[], words: number): Summary =>
    summarise({ articles, analyses: analyseArticles(articles, lexicon), words, method });
  const textsOf = ({ statements }: Summary) => statements.map(({ text }) => text);

  test("names itself, and tells the event first", () => {
    const summary = sumUp(cluster, 20);
    expect(summary.method).toBe(method);
    expect(textsOf(summary).join(" ")).toContain("ran aground");
  });

  test("says the same for the reports in any order", () => {
    const summary = sumUp(cluster, 60);
    fc.assert(
      fc.property(fc.shuffledSubarray([...cluster], { minLength: cluster.length }), (shuffled) => {
        expect(sumUp(shuffled, 60)).toEqual(summary);
      }),
      { numRuns: 6 },
    );
  });

  test("keeps within the words that it is given", () => {
    for (const words of [0, 5, 15, 16, 33, 60, 1000]) {
      expect(splitWords(textsOf(sumUp(cluster, words)).join(" ")).length).toBeLessThanOrEqual(
        words,
      );
    }
  });

  test("quotes exactly: a statement is the range that it cites", () => {
    for (const { text, citations } of sumUp(cluster, 1000).statements) {
      const [own] = citations;
      const article = cluster.find(({ id }) => id === own?.article);
      expect(articleText(article ?? { paragraphs: [] }).slice(own?.start, own?.end)).toBe(text);
    }
  });

  test("leaves room empty rather than say a thing twice or turn to something else", () => {
    const all = textsOf(sumUp(cluster, 1000)).join(" ");
    expect(all.match(/ferry ran aground off Skopelos/g)?.length ?? 0).toBeLessThanOrEqual(1);
    expect(all).not.toMatch(/chapels|Olive oil|Ticket prices/);
  });

  test("prints once what a leaning sentence brings along", () => {
    const closed = "The harbour master closed the port of Glossa on Tuesday night.";
    const reports = [
      [closed, "He said the tugs would pull the ferry free."],
      ["The tugs would pull the ferry free, and the port of Glossa stayed closed on Tuesday."],
    ].map((paragraphs, index) => articleWith({ id: `b-00000000000${index}`, paragraphs }));
    const all = textsOf(sumUp(reports, 1000)).join(" ");
    expect(all.split(closed).length - 1).toBe(1);
  });

  describe("asked how each passage fared", () => {
    test("tells it of every passage once, whatever the room", () => {
      fc.assert(
        fc.property(aFewUnits, aRoom, (units, room) => {
          const { fares } = ask(method, units, room);
          expect(fares.map(({ unit }) => unit).sort(byPlace)).toEqual([...units].sort(byPlace));
        }),
        { numRuns: 60 },
      );
    });

    test("chooses the same as when nobody asks, and tells the places in their order", () => {
      fc.assert(
        fc.property(aFewUnits, aRoom, (units, room) => {
          const { fares, chosen } = ask(method, units, room);
          expect(chosen).toEqual(chooseUnits(method, choosingOf(units, room)));
          const places = fares.flatMap(({ unit, lot }) =>
            lot.kind === "chosen" ? [{ unit, place: lot.place }] : [],
          );
          expect(places).toEqual(chosen.map((unit, index) => ({ unit, place: index + 1 })));
        }),
        { numRuns: 60 },
      );
    });

    test("names what took the last place, with a score that is no lower", () => {
      fc.assert(
        fc.property(aFewUnits, aRoom, (units, room) => {
          const { fares, chosen } = ask(method, units, room);
          for (const { score, lot } of fares) {
            if (lot.kind !== "outranked") continue;
            expect(chosen).toHaveLength(room.statements);
            expect(lot.by).toEqual(chosen.at(-1) ?? null);
            if (lot.by !== null) expect(lot.byScore).toBeGreaterThanOrEqual(score);
            expect(lot.rank).toBeGreaterThan(chosen.length);
          }
        }),
        { numRuns: 60 },
      );
    });

    test("names a chosen passage wherever one says the same", () => {
      fc.assert(
        fc.property(aFewUnits, aRoom, (units, room) => {
          const { fares, chosen } = ask(method, units, room);
          for (const { lot } of fares) if (lot.kind === "repeats") expect(chosen).toContain(lot.by);
        }),
        { numRuns: 60 },
      );
    });

    test("tells it of 6,000 passages, of which it looks at fewer", () => {
      const units = Array.from({ length: 6000 }, (_, at) =>
        unitAt(at, [`w${at % 97}`, `v${at % 89}`]),
      );
      const { fares } = ask(method, units, { statements: 3, words: Number.POSITIVE_INFINITY });
      expect(new Set(fares.map(({ unit }) => unit)).size).toBe(6000);
      expect(fares).toHaveLength(6000);
      expect(fares.filter(({ lot }) => lot.kind === "out-of-sight").length).toBeGreaterThan(900);
    });
  });

  test("gives nothing for nothing", () => {
    expect(sumUp([], 100).statements).toEqual([]);
    expect(sumUp([articleWith({ paragraphs: [""] })], 100).statements).toEqual([]);
  });

  test("sums up 2,000 sentences in less than a second of work", () => {
    const articles = manyReports(100, 20);
    const analyses = analyseArticles(articles, lexicon);
    const started = process.cpuUsage();
    summarise({ articles, analyses, words: 250, method });
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6).toBeLessThan(1);
  });
}

/** Few words, so that some units say the same. */
const aFewUnits = fc
  .array(
    fc.array(fc.constantFrom("ferry", "ran", "aground", "police", "asked", "port"), {
      minLength: 1,
      maxLength: 6,
    }),
    {
      maxLength: 12,
    },
  )
  .map((texts) => texts.map((words, at) => unitAt(at, words)));
const aRoom = fc.record({
  statements: fc.integer({ min: 0, max: 5 }),
  words: fc.constantFrom(0, 3, 9, Number.POSITIVE_INFINITY),
});

function unitAt(at: number, words: readonly string[]): Unit {
  const article = `a-${String(at % 5).padStart(12, "0")}`;
  const start = Math.floor(at / 5) * 100;
  return { article, start, end: start + 50, origin: article, position: Math.floor(at / 5), words };
}

function choosingOf(units: readonly Unit[], room: Room) {
  const meritOf = ({ words }: Unit) => words.length / 10;
  return { units, room, ofOneEvent: false, meritOf, supportsOf: () => [] };
}

function ask(method: SummaryMethod, units: readonly Unit[], room: Room) {
  const fares: Fared<Unit>[] = [];
  const onFared = (fared: Fared<Unit>) => fares.push(fared);
  const chosen = chooseUnits(method, { ...choosingOf(units, room), onFared });
  return { fares, chosen };
}

function byPlace(a: Unit, b: Unit): number {
  return a.article < b.article ? -1 : a.article > b.article ? 1 : a.start - b.start;
}

/** Reports of words that repeat in no simple way. */
function manyReports(count: number, sentences: number): Article[] {
  const words = REPORTS.flat().join(" ").replaceAll(".", "").split(" ");
  const sentence = (seed: number) =>
    Array.from({ length: 24 }, (_, at) => words[(seed * 7 + at * at * (seed % 5)) % words.length])
      .join(" ")
      .concat(` on ${seed}.`);
  return Array.from({ length: count }, (_, report) =>
    articleWith({
      id: `a-${String(report).padStart(12, "0")}`,
      paragraphs: [
        Array.from({ length: sentences }, (_, at) => sentence(report * 31 + at)).join(" The "),
      ],
    }),
  );
}
