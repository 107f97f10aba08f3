/** Pages in five languages, and whether poppler and pdf.js read the words back in reading order. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { run } from "./programs.mjs";
import { renderFile } from "./render-file.mjs";
import { differenceOf, wordsOf } from "./same-words.mjs";

const TEXTS = join(import.meta.dirname, "texts");

/** One document for each page in `texts/`, with its `source`: the words as written. */
export async function makeTexts(out) {
  const made = [];
  for (const file of readdirSync(TEXTS)) {
    const source = join(TEXTS, file);
    const document = await renderFile(`text.${file.replace(".html", "")}`, source, out);
    made.push({ ...document, html: source, source: wordsOf(readFileSync(source, "utf8")) });
  }
  return made;
}

/** What each program reads, and what of it is a matter of its own that no file can change. */
const READERS = {
  poppler: {
    read: (pdf) => run("pdftotext", [pdf, "-"]).stdout,
    // Marks the direction of right-to-left lines, and drops every hyphen that ends a line.
    settle: (text) => text.replace(/[\u200E\u200F\u202A-\u202E-]/g, ""),
  },
  "pdf.js": { read: readWithPdfJs, settle: (text) => text },
};

/** @returns where the text read from the file first differs; undefined without a source */
export async function compareTexts({ pdf, source }, reader) {
  if (source === undefined || pdf === undefined) return undefined;
  const { read, settle } = READERS[reader];
  const found = settle(await read(pdf));
  writeFileSync(pdf.replace(/pdf$/, `${reader}.txt`), found);
  const where = differenceOf(found, settle(source));
  return where === undefined ? [] : [{ what: "the words are not read back as written", where }];
}

async function readWithPdfJs(pdf) {
  const loading = getDocument({ data: new Uint8Array(readFileSync(pdf)), verbosity: 0 });
  const document = await loading.promise;
  const texts = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    texts.push(items.map(({ str = "", hasEOL }) => str + (hasEOL ? "\n" : "")).join(""));
  }
  await loading.destroy();
  return texts.join("\n");
}
