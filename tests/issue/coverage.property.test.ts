/** Whatever files come in: each leaves under exactly one name, and nothing is lost or counted twice. */
import { join } from "node:path";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { nodeHost } from "../../src/host/node.js";
import { parseWeek } from "../../src/issue/index.js";
import { generate } from "../../src/pipeline.js";
import { openTestWorkspace } from "../workspace.js";

// Each run makes a whole brief.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 });

const OWN = ["000_d633f055d85d57e5.txt", "001_5709e4275fb3b6b0.txt", "002_449ef38def325648.txt"];

const SENTENCES = [
  "On Tuesday the parties signed a ceasefire agreement in Geneva, the mission said.",
  "Foreign forces and mercenaries must leave Libya, the minister said on 4 May 2021.",
  "The maritime border deal with Turkey was confirmed in Tripoli on Wednesday.",
  "The harvest of olives has been good in the hills this year.",
  "He said that it was so.",
];

/** Stands for more text than an article may have. */
const HUGE = "huge";

const aText = fc
  .record({
    title: fc.constantFrom("Talks on the truce", "Olives", "Mercenaries stay", ""),
    day: fc.constantFrom(
      "5 May 2021",
      "2 May 2021",
      "1 March 2020",
      "9 June 2031",
      "12 May 1999",
      "",
    ),
    body: fc.array(fc.constantFrom(...SENTENCES), { minLength: 0, maxLength: 6 }),
  })
  .map(({ title, day, body }) => [title, day, ...body].join("\n\n"));

const aRecord = fc.record({
  title: fc.string({ maxLength: 20 }),
  text: aText,
  date: fc.constantFrom("2021-05-04", "x"),
});

const aContent = fc.oneof(
  { weight: 5, arbitrary: aText },
  fc.constant(""),
  fc.string({ maxLength: 40 }),
  fc.uint8Array({ maxLength: 200 }),
  fc.array(aRecord, { maxLength: 4 }).map((records) => JSON.stringify(records)),
  fc.array(aRecord, { maxLength: 4 }).map((rs) => rs.map((r) => JSON.stringify(r)).join("\n")),
  aText.map((text) => `<html><head><title>T</title></head><body><p>${text}</p></body></html>`),
  fc.constant(HUGE),
);

const aName = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 99 }).map((number) => `${number}.txt`) },
  fc.constantFrom(
    "a.json",
    "a.json#1",
    "a.json#2",
    "b.jsonl",
    "page.html",
    "broken.pdf",
    "broken.zip",
    "feed.xml",
    "no extension",
    "-rf.txt",
    "ünï \u202etxt.txt",
    "%2e%2e.txt",
    "__proto__",
    "deep/er/constructor.txt",
    "stray.txt.source.json",
    ".hidden.txt",
  ),
);

const someFiles = fc.dictionary(aName, aContent, {
  minKeys: 1,
  maxKeys: 12,
  noNullPrototype: true,
});

async function cover(files: Readonly<Record<string, string | Uint8Array>>) {
  const below = Object.entries(files).map(([name, content]) => {
    const text = content === HUGE ? `${SENTENCES.join(" ")}\n\n`.repeat(4000) : content;
    return [`corpus/articles/${name}`, text] as const;
  });
  const root = openTestWorkspace(Object.fromEntries(below));
  const request = { folder: root, period: parseWeek("2021-W18"), formats: new Set<never>() };
  const { made, diagnostics } = await generate(nodeHost, request);
  if (made === null) throw new Error(JSON.stringify(diagnostics));
  return { root, ...made.coverage };
}

test("a file that is called like a part of another stands beside it", async () => {
  const records = [1, 2].map((number) => ({
    title: `T${number}`,
    text: SENTENCES.slice(number).join(" "),
  }));
  const { articles } = await cover({
    "a.json": JSON.stringify(records),
    "a.json#1": SENTENCES.join("\n\n"),
    "a.json#2": SENTENCES.slice(0, 2).join("\n\n"),
  });
  const names = articles.map(({ file }) => file).filter((file) => file.startsWith("a.json"));
  expect(names).toHaveLength(4);
  expect(new Set(names).size).toBe(4);
});

test("every file leaves under one name, and the names add up", async () => {
  await fc.assert(
    fc.asyncProperty(someFiles, fc.boolean(), async (files, repeats) => {
      const again = Object.entries(files).map(([name, content]) => [`again/${name}`, content]);
      const { root, articles, totals } = await cover({
        ...files,
        ...(repeats ? Object.fromEntries(again) : {}),
      });
      const names = articles.map(({ file }) => file);
      const ids = articles.flatMap(({ article }) => article ?? []);
      expect(new Set(names).size, "a file stands twice").toBe(names.length);
      expect(new Set(ids).size, "an article stands twice").toBe(ids.length);
      const sum = Object.values(totals).reduce((all, some) => all + some, 0);
      expect(sum).toBe(articles.length);
      const lost = (await cameIn(root)).filter((file) => !names.some((name) => isOf(name, file)));
      expect(lost, "came in and is under no name").toEqual([]);
      const unread = articles.filter(({ article }) => article === null);
      for (const { fate } of unread) expect(["unreadable", "reprint"]).toContain(fate);
    }),
    { numRuns: 12 },
  );
});

/** Files of the corpus, but for the records that say where one was fetched from. */
async function cameIn(root: string): Promise<string[]> {
  const files = await nodeHost.listFiles(join(root, "corpus/articles"));
  const names = files.map(({ path }) => path);
  expect(names).toEqual(expect.arrayContaining(OWN));
  return names.filter((name) => {
    const described = name.endsWith(".source.json") ? name.slice(0, -".source.json".length) : null;
    return described === null || !names.includes(described);
  });
}

function isOf(name: string, file: string): boolean {
  return name === file || name.startsWith(`${file}#`) || name.startsWith(`${file}/`);
}
