/** What an issue may look at of a corpus, and how the rest is accounted for. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { type CorpusStore, type FileReading, openMemoryStore } from "../src/corpus/index.js";
import { chooseReach, type ReachRequest } from "../src/corpus-reach.js";
import { nodeHost } from "../src/host/node.js";
import { parseWeek } from "../src/issue/index.js";
import { generate } from "../src/pipeline.js";
import { articleWith } from "./article.js";
import { generateIn, openTestWorkspace, readOut, readRepository } from "./workspace.js";

vi.setConfig({ testTimeout: 60_000 });

function reading(number: number, day: string | null, words: string): FileReading {
  const id = `a-${String(number).padStart(12, "0")}`;
  const file = `${number}.txt`;
  const evidence = [{ article: id, quote: "x" }];
  const article = articleWith({
    id,
    file,
    container: file,
    paragraphs: [words],
    published: day === null ? null : { date: day, precision: "day", evidence },
  });
  const result = { articles: [article], diagnostics: [] };
  return { file, size: 1, stamp: "1", sha256: "c".repeat(64), readBy: "1", result };
}

const WEEK = parseWeek("2021-W18");
const REQUEST: ReachRequest = {
  seen: "9999-12-31",
  backgroundDays: 100,
  backgroundArticles: 3,
  terms: [["port"], ["mercenar*"]],
};

/** Two of the week, two after it, two too early, four as background, the rest undated. */
async function fill(undated: number): Promise<CorpusStore> {
  const store = openMemoryStore();
  const dated = [
    ["2021-05-03", "week"],
    ["2021-05-09", "week"],
    ["2021-05-10", "later"],
    ["2022-01-01", "later"],
    ["2021-01-01", "port, too early"],
    ["2020-01-01", "port, too early"],
    ["2021-04-01", "port"],
    ["2021-04-02", "port"],
    ["2021-04-03", "mercenaries"],
    ["2021-05-02", "nothing"],
  ] as const;
  const put = [
    ...dated.map(([day, words], index) => reading(index, day, words)),
    ...Array.from({ length: undated }, (_, index) => reading(100 + index, null, "undated")),
  ];
  await store.change({ put, touched: [], removed: [] });
  return store;
}

const daysOf = (heads: readonly { readonly day: string | null }[]) =>
  heads.flatMap(({ day }) => day ?? []).sort();

describe("what an issue may look at", () => {
  test("is the whole of a corpus of a few thousand", async () => {
    const store = await fill(5);
    const { heads, isWhole, beyond, reserve } = await chooseReach(store, WEEK, REQUEST);
    expect([heads.length, isWhole, beyond]).toEqual([15, true, []]);
    expect([...reserve]).toEqual(["a-000000000009"]);
    await store.close();
  });

  test("keeps all background where it is not more than is asked for", async () => {
    const store = await fill(0);
    const { reserve } = await chooseReach(store, WEEK, { ...REQUEST, backgroundArticles: 4 });
    expect(reserve.size).toBe(0);
    await store.close();
  });

  test("is the week, the background that says most, and the undated of a larger one", async () => {
    const store = await fill(5200);
    const { heads, isWhole, beyond } = await chooseReach(store, WEEK, REQUEST);
    expect(isWhole).toBe(false);
    expect(daysOf(heads)).toEqual([
      "2021-04-01",
      "2021-04-02",
      "2021-04-03",
      "2021-05-03",
      "2021-05-09",
    ]);
    expect(heads.filter(({ day }) => day === null)).toHaveLength(2000);
    expect(beyond.map(({ fate, articles }) => [fate, articles])).toEqual([
      ["out-of-period", 2],
      ["out-of-period", 2],
      ["not-used", 1],
      ["undated", 3200],
    ]);
    await store.close();
  });

  test("is nothing that was published after the day that is seen", async () => {
    const store = await fill(5200);
    const { heads } = await chooseReach(store, WEEK, { ...REQUEST, seen: "2021-04-02" });
    expect(daysOf(heads)).not.toContain("2021-04-03");
    await store.close();
  });
});

describe("a brief made from the index", () => {
  const filesOf = (root: string) => readOut(root, "issue.json").toString();

  test("is the same from a new index, from one that is there, and without one", async () => {
    const root = openTestWorkspace();
    await generateIn(root);
    const first = filesOf(root);
    await generateIn(root);
    expect(filesOf(root)).toBe(first);
    rmSync(join(root, ".briefwright"), { recursive: true });
    writeFileSync(join(root, ".briefwright"), "a file in the way");
    await generateIn(root);
    expect(filesOf(root)).toBe(first);
  });

  test("opens no article a second time, but to keep the bytes of what is cited", async () => {
    const root = openTestWorkspace();
    await generateIn(root);
    const opened: string[] = [];
    const host = {
      ...nodeHost,
      readFile(path: string) {
        opened.push(path);
        return nodeHost.readFile(path);
      },
    };
    const formats = new Set(["json"] as const);
    const { made } = await generate(host, { folder: root, period: WEEK, formats });
    expect(opened.length).toBeGreaterThan(0);
    const articles = opened.filter((path) => path.includes("/corpus/articles/"));
    const cited = made?.issue.sources.map((one) => join(root, "corpus/articles", one.container));
    expect(articles.sort()).toEqual(cited?.sort());
  });

  test("leaves out background beyond what the settings ask for, and says so", async () => {
    const settings = readRepository("briefwright.yaml").replace(
      "backgroundDays: 730",
      "backgroundDays: 730\n    backgroundArticles: 0",
    );
    const root = openTestWorkspace({
      "briefwright.yaml": settings,
      "corpus/articles/early.txt":
        "A title\n\ndate 2021-03-01\n\nForeign fighters left the port.\n",
    });
    const { made, diagnostics } = await generateIn(root);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const entry = made?.coverage.articles.find(({ file }) => file === "early.txt");
    expect(entry).toMatchObject({ fate: "not-used", reason: expect.stringMatching(/others say/) });
  });
});
