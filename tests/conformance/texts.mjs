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

/** Printed with the figure. */
export const NOT_COMPARED = `poppler and pdf.js must read the words as written and in reading order. Not compared:
  kinds and number of white space (one space); the end of a line within a word; soft hyphens;
  marks of direction (U+061C, U+200E, U+200F, U+202A to U+202E), which the file holds for its
  readers and poppler adds; composed and decomposed letters (NFC); in poppler, every hyphen,
  as it drops those that end a line.`;

/** The marks of direction that poppler adds, and those that the file holds for its readers' sake. */
const DIRECTION_MARKS = /[\u061C\u200E\u200F\u202A-\u202E]/g;

/** What each program reads, and what of it is a matter of its own that no file can change. */
const READERS = {
  poppler: {
    read: (pdf) => run("pdftotext", [pdf, "-"]).stdout,
    // Drops every hyphen that ends a line.
    settle: (text) => text.replace(DIRECTION_MARKS, "").replaceAll("-", ""),
  },
  "pdf.js": { read: readWithPdfJs, settle: (text) => text.replace(DIRECTION_MARKS, "") },
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
