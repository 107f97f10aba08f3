/** Articles of files and folders as reading gives them, one by one. */
import { describe, expect, test } from "vitest";
import { importToStore } from "../../src/corpus/index.js";
import { FailedRun } from "../../src/failed-run.js";
import { memoryHost } from "../../src/host/memory.js";
import { nodeHost } from "../../src/host/node.js";
import { type ReadingRequest, readDated, toReading } from "../../src/inspect/dated-articles.js";
import { ReadingSchema } from "../../src/model/article.js";
import type { Diagnostic } from "../../src/model/diagnostic.js";
import { writeZip } from "../readers/write-zip.js";
import { openTestWorkspace } from "../workspace.js";

const bytes = (text: string) => new TextEncoder().encode(text);

const DATED = (day: string, words: string) =>
  `date 2024-03-${day}\n\n${words} The ferry line between the two islands reopened, the operator said.\n`;
const UNDATED =
  "The old quay was rebuilt by the town. It had stood empty for many years, people said.\n";

function read(files: Record<string, string>, request: Partial<ReadingRequest> = {}) {
  const host = memoryHost(
    new Map(Object.entries(files).map(([path, text]) => [path, bytes(text)])),
  );
  const loaded: string[] = [];
  const counting = {
    ...host,
    readFile: async (path: string) => {
      loaded.push(path);
      return host.readFile(path);
    },
  };
  const diagnostics: Diagnostic[] = [];
  const whole = { paths: ["in"], folder: ".", asOf: "9999-12-31", ...request };
  return { articles: readDated(counting, whole, diagnostics), diagnostics, loaded };
}

async function filesOf(articles: AsyncIterable<{ readonly file: string }>): Promise<string[]> {
  const files: string[] = [];
  for await (const { file } of articles) files.push(file);
  return files;
}

describe("readDated", () => {
  test("gives articles in the order of their files, those without a day among them", async () => {
    const { articles } = read({
      "in/c.txt": DATED("03", "On Friday."),
      "in/b.txt": UNDATED,
      "in/a.txt": DATED("01", "On Monday."),
    });
    expect(await filesOf(articles)).toEqual(["a.txt", "b.txt", "c.txt"]);
  });

  test("gives each in the shape that is published", async () => {
    const { articles } = read({ "in/a.txt": DATED("01", "On Monday."), "in/b.txt": UNDATED });
    for await (const article of articles) ReadingSchema.parse(toReading(article));
  });

  test("gives a dated article before the next path is read", async () => {
    const { articles, loaded } = read(
      { "in/a.txt": DATED("01", "On Monday."), "in/b.txt": UNDATED },
      { paths: ["in/a.txt", "in/b.txt"] },
    );
    const first = await articles.next();
    expect(first.value?.file).toBe("a.txt");
    expect(loaded).not.toContain("in/b.txt");
  });

  test("reads a folder as a brief does: a line that recurs over its articles is none of theirs", async () => {
    const { readListing, listFolder } = await import("../../src/corpus/index.js");
    const page = (name: string) =>
      `<html><head><title>Ferry ${name}</title><link rel="canonical" href="https://tribune.example/${name}"></head><body><article><h1>Ferry ${name}</h1><p>The ferry ${name} reopened on Friday after a long winter, the operator said in a statement.</p><p>Passengers of the ${name} line waited on the quay from the early morning, and some of them sang.</p><p>The Tribune has been written on the old quay since the year of the great storm.</p></article></body></html>`;
    const files = Object.fromEntries(
      ["north", "south", "east", "west"].map((name) => [`in/${name}.html`, page(name)]),
    );
    const host = memoryHost(
      new Map(Object.entries(files).map(([path, text]) => [path, bytes(text)])),
    );
    const corpus = await readListing(host, await listFolder(host, "in"));
    const texts: string[][] = [];
    for await (const { paragraphs } of read(files).articles) texts.push(paragraphs);
    expect(texts).toEqual(corpus.articles.map(({ paragraphs }) => paragraphs));
  });

  test("gives the first of two files with one article, and says where the other is", async () => {
    const twice = DATED("01", "On Monday.");
    const { articles, diagnostics } = read({ "in/a.txt": twice, "in/b.txt": twice });
    expect(await filesOf(articles)).toEqual(["a.txt"]);
    expect(diagnostics).toMatchObject([{ code: "duplicate-article", place: { file: "b.txt" } }]);
  });

  test("says which files gave no article", async () => {
    const { articles, diagnostics } = read({ "in/a.txt": "\u0000\u0001", "in/b.txt": UNDATED });
    expect(await filesOf(articles)).toEqual(["b.txt"]);
    expect(diagnostics).toMatchObject([{ severity: "error", place: { file: "a.txt" } }]);
  });

  test("gives one article of a file that holds several", async () => {
    const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Tribune</title>${[
      "one",
      "two",
    ]
      .map(
        (name) =>
          `<item><title>Ferry ${name}</title><description>The ferry ${name} reopened on Friday, the operator said.</description></item>`,
      )
      .join("")}</channel></rss>`;
    const { articles } = read({ "in/feed.xml": feed }, { paths: ["in/feed.xml#2"] });
    expect(await filesOf(articles)).toEqual(["feed.xml#2"]);
  });

  test("says so where the file holds no such article", async () => {
    const { articles } = read({ "in/a.txt": UNDATED }, { paths: ["in/a.txt#7"] });
    await expect(articles.next()).rejects.toThrow(FailedRun);
  });

  test("takes a sign in the name of a file for part of the name", async () => {
    const { articles } = read({ "in/a#2": UNDATED }, { paths: ["in/a#2"] });
    expect(await filesOf(articles)).toEqual(["a#2"]);
  });
});

describe("the name of an entry, as reading prints it", () => {
  const entries = [
    { name: "a.txt", bytes: bytes(DATED("01", "On Monday.")) },
    { name: "deep/b.txt", bytes: bytes(DATED("02", "On Tuesday.")) },
    { name: "deep/c.txt", bytes: bytes(DATED("03", "On Wednesday.")) },
    { name: "empty.txt", bytes: bytes("") },
  ];
  const inner = { name: "inner.zip", bytes: writeZip(entries) };
  const host = memoryHost(new Map([["in/batch.zip", writeZip([...entries, inner].toReversed())]]));
  const shown = async (path: string, diagnostics: Diagnostic[] = []) => {
    const request = { paths: [path], folder: ".", asOf: "9999-12-31" };
    return filesOf(readDated(host, request, diagnostics));
  };

  test.each(["batch.zip/a.txt", "batch.zip/deep/b.txt", "batch.zip/inner.zip/deep/c.txt"])(
    "shows %s alone",
    async (name) => {
      const diagnostics: Diagnostic[] = [];
      expect(await shown(`in/${name}`, diagnostics)).toEqual([name]);
      expect(diagnostics.map(({ place }) => place?.file)).not.toContain("batch.zip/empty.txt");
    },
  );

  test("shows all that an entry holds", async () => {
    const found = await shown("in/batch.zip/deep");
    expect(found.toSorted()).toEqual(["batch.zip/deep/b.txt", "batch.zip/deep/c.txt"]);
  });

  test("says what became of an entry that gave no article", async () => {
    const diagnostics: Diagnostic[] = [];
    await expect(shown("in/batch.zip/empty.txt", diagnostics)).rejects.toThrow(FailedRun);
    expect(diagnostics).toMatchObject([{ place: { file: "batch.zip/empty.txt" } }]);
  });

  test("says so where there is none of this name", async () => {
    const failure = await shown("in/batch.zip/none.txt").catch((error: unknown) => error);
    expect(failure).toMatchObject({
      diagnostics: [{ code: "no-such-article", place: { file: "in/batch.zip/none.txt" } }],
    });
  });
});

describe("without a path", () => {
  const filesIn = async (root: string) =>
    filesOf(readDated(nodeHost, { paths: [], folder: root, asOf: "9999-12-31" }, []));

  test("shows the articles that live in the store alone beside those of the folder", async () => {
    const root = openTestWorkspace({
      "corpus/articles": null,
      "corpus/articles/a.txt": DATED("01", "On Monday."),
    });
    await importToStore(nodeHost, root, [{ file: "so.txt", bytes: bytes(UNDATED) }]);
    expect(await filesIn(root)).toEqual(["a.txt", "so.txt"]);
  });

  test("needs no folder of articles where all live in the store", async () => {
    const root = openTestWorkspace({ "corpus/articles": null });
    await importToStore(nodeHost, root, [{ file: "so.txt", bytes: bytes(UNDATED) }]);
    expect(await filesIn(root)).toEqual(["so.txt"]);
  });
});

describe("two copies of one article", () => {
  const page = (words: string) =>
    new TextEncoder().encode(
      `<!doctype html><html><head><link rel="canonical" href="https://news.example/a"></head><body><article><h1>A headline of today</h1><p>The ministers met on Monday in the capital. ${words}</p></article></body></html>`,
    );
  const host = memoryHost(
    new Map([
      ["/in/a.html", page("They talked for an hour about the border.")],
      ["/in/b.html", page("They talked for an hour about the border, and left.")],
    ]),
  );
  const filesOf = async (twins: boolean) => {
    const files: string[] = [];
    const request = { paths: ["/in"], folder: "/", asOf: "2030-01-01", twins };
    for await (const { file } of readDated(host, request, [])) files.push(file);
    return files;
  };

  test("are one article to a brief, and both are shown where reading is looked at", async () => {
    expect(await filesOf(false)).toEqual(["b.html"]);
    expect(await filesOf(true)).toEqual(["a.html", "b.html"]);
  });
});
