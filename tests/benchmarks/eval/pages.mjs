/** Saved web pages with their true text: precision and recall of four words in a row, page by page. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { compareShingles } from "../scorers/shingles.mjs";

/** The least F1 of the two means. */
const ASKED = 0.978;
/** Below it, a page must have a diagnostic. */
const POOR = 0.6;

/** @param folder holds `pages/truth.json` and `pages/html/*.html.gz` */
export async function evaluate(folder, load, { peers, verbose } = {}) {
  const pages = readPages(folder);
  if (pages.length === 0) return [];
  const { readArticles } = await load("readers/index.js");
  const results = [];
  for (const page of pages) {
    const source = { bytes: page.bytes, file: `${page.name}.html` };
    const { articles, diagnostics } = await readArticles(source);
    const text = articles.flatMap(({ paragraphs }) => paragraphs).join("\n");
    results.push({ ...page, ...compareShingles(text, page.truth), diagnostics });
  }
  if (verbose) for (const line of worst(results)) console.error(line);
  const rows = [rowOf("body of saved pages: F1", results), poorRow(results)];
  return peers
    ? [...rows, rowOf("the same by readability + linkedom", await readAsPeer(pages))]
    : rows;
}

export function readPages(folder) {
  const file = join(folder, "pages/truth.json");
  if (!existsSync(file)) return [];
  return Object.entries(JSON.parse(readFileSync(file, "utf8"))).map(([name, { articleBody }]) => ({
    name,
    truth: articleBody,
    bytes: gunzipSync(readFileSync(join(folder, `pages/html/${name}.html.gz`))),
  }));
}

function rowOf(on, results) {
  const precision = mean(results.map((result) => result.precision));
  const recall = mean(results.map((result) => result.recall));
  return {
    on,
    measured: ((2 * precision * recall) / (precision + recall)).toFixed(4),
    asked: ASKED,
    detail: `precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, ${results.length} pages`,
  };
}

function poorRow(results) {
  const poor = results.filter((result) => scoreOf(result) < POOR);
  const silent = poor.filter(({ diagnostics }) => diagnostics.length === 0);
  return {
    on: `pages below ${POOR} without a diagnostic`,
    measured: silent.length,
    asked: 0,
    detail: `${poor.length} below ${POOR}; worst ${Math.min(...results.map(scoreOf)).toFixed(3)}`,
  };
}

function worst(results) {
  return [...results]
    .sort((a, b) => scoreOf(a) - scoreOf(b))
    .slice(0, 15)
    .map((result) => {
      const codes = result.diagnostics.map(({ code }) => code).join(" ");
      const figures = [scoreOf(result), result.precision, result.recall].map((n) => n.toFixed(3));
      return `${result.name.slice(0, 12)} ${figures.join(" ")} ${codes}`;
    });
}

function scoreOf({ precision, recall }) {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}

async function readAsPeer(pages) {
  const extract = await peer();
  return pages.map((page) => ({ ...page, ...compareShingles(extract(page.bytes), page.truth) }));
}

/** Mozilla's Readability over linkedom, as published. */
export async function peer() {
  const [{ Readability }, { parseHTML }] = await Promise.all([
    import("@mozilla/readability"),
    import("linkedom"),
  ]);
  return (bytes) => {
    const { document } = parseHTML(new TextDecoder().decode(bytes));
    return new Readability(document).parse()?.textContent ?? "";
  };
}
