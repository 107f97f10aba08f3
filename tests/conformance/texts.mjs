/** Pages in five languages, and whether poppler and pdf.js read the words back in reading order. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { textContent } from "domutils";
import { parseDocument } from "htmlparser2";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { run } from "./programs.mjs";
import { renderFile } from "./render-file.mjs";

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
    settle: (text) => text.replace(/[\u202A-\u202E-]/g, ""),
  },
  "pdf.js": { read: readWithPdfJs, settle: (text) => text },
};

/** @returns where the text read from the file first differs; undefined without a source */
export async function compareTexts({ pdf, source }, reader) {
  if (source === undefined || pdf === undefined) return undefined;
  const { read, settle } = READERS[reader];
  const found = settle(withoutLineEnds(await read(pdf)));
  writeFileSync(pdf.replace(/pdf$/, `${reader}.txt`), `${found}\n`);
  const written = settle(source);
  if (found === written) return [];
  const at = [...written].findIndex((letter, index) => letter !== [...found][index]);
  const around = (text) => JSON.stringify([...text].slice(Math.max(0, at - 20), at + 20).join(""));
  const where = `at letter ${at}: written ${around(written)}, read ${around(found)}`;
  return [{ what: "the words are not read back as written", where }];
}

/** White space is one space; a hyphen that was only there because a line ended is none. */
export function withoutLineEnds(text) {
  return text
    .normalize("NFC")
    .replace(/\u00AD\s*/g, "")
    .replace(/-\n/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}

const BLOCK_END = /<\/(?:h1|p|li|t[hd]|tr|table|ul)>/g;

function wordsOf(html) {
  const body = html.slice(html.indexOf("<main>")).replace(BLOCK_END, "$& ");
  return withoutLineEnds(textContent(parseDocument(body)));
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
