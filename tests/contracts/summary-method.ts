/** What every way to choose sentences promises; each method runs this suite. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { analyseArticles } from "../../src/analysis/index.js";
import { type Article, articleText } from "../../src/model/article.js";
import type { Lexicon } from "../../src/model/lexicon.js";
import type { SummaryMethod } from "../../src/model/settings.js";
import { type Summary, summarise } from "../../src/summary/index.js";
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
