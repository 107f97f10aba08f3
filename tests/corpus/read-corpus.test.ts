import { expect, it } from "vitest";
import { readCorpus } from "../../src/corpus/index.js";

const bytes = (text: string) => new TextEncoder().encode(text);

it("reads files in the order of their code units", async () => {
  const inputs = ["b.txt", "é.txt", "Z.txt", "a.txt"].map((file) => ({
    file,
    bytes: bytes(`Words of ${file} alone.`),
  }));
  const { articles } = await readCorpus(inputs);
  expect(articles.map(({ file }) => file)).toEqual(["Z.txt", "a.txt", "b.txt", "é.txt"]);
});

it("keeps the first of two files with the same content, and names both", async () => {
  const same = bytes("The same words.");
  const { articles, diagnostics } = await readCorpus([
    { file: "two.txt", bytes: same },
    { file: "one.txt", bytes: same },
  ]);
  expect(articles.map(({ file }) => file)).toEqual(["one.txt"]);
  expect(diagnostics).toMatchObject([
    {
      code: "duplicate-article",
      message: "holds the same bytes as one.txt",
      place: { file: "two.txt" },
    },
  ]);
});

it("keeps the longer of two copies of a page, whatever they are called", async () => {
  const source = { url: "https://news.example/alba" };
  const short = bytes("The port of Alba reopened.");
  const long = bytes("The port of Alba reopened.\n\nShips that had waited for a week came in.");
  const { articles, diagnostics } = await readCorpus([
    { ...source, file: "a.txt", bytes: short },
    { file: "b.txt", bytes: bytes("Words of another page.") },
    { ...source, file: "c.txt", bytes: long },
  ]);
  expect(articles.map(({ file }) => file)).toEqual(["b.txt", "c.txt"]);
  expect(diagnostics).toMatchObject([
    { message: "holds another copy of the page that is in c.txt", place: { file: "a.txt" } },
  ]);
});

it("goes on after a file that cannot be read", async () => {
  const { articles, diagnostics } = await readCorpus([
    { file: "a.txt", bytes: bytes("") },
    { file: "b.pdf", bytes: bytes("%PDF-") },
    { file: "c.txt", bytes: bytes("Words of a text.") },
  ]);
  expect(articles.map(({ file }) => file)).toEqual(["c.txt"]);
  expect(diagnostics.map(({ code }) => code)).toEqual(["empty-article", "pdf-broken"]);
});
