/** Publication dates of saved pages against their true ones: exact matches, and how many are wrong. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** The least F1 of exact dates, and the largest share of pages with a wrong one. */
const ASKED = { f1: 0.955, wrong: 0.04 };

/** @param folder holds `dates/truth.json` and `dates/html/*.html.gz` */
export async function evaluate(folder, load, { verbose = false } = {}) {
  const file = join(folder, "dates/truth.json");
  if (!existsSync(file)) return [];
  const { readArticles } = await load("readers/index.js");
  const truth = JSON.parse(readFileSync(file, "utf8"));
  const counts = { right: 0, wrong: 0, none: 0 };
  for (const page of truth) {
    const found = await publishedOf(page, folder, readArticles);
    const verdict = found === null ? "none" : found === page.date ? "right" : "wrong";
    counts[verdict] += 1;
    if (verbose && verdict !== "right")
      console.error(`${page.file} ${page.date} ${found} ${page.url}`);
  }
  return rowsOf(counts, truth.length);
}

async function publishedOf({ file, url }, folder, readArticles) {
  const bytes = new Uint8Array(gunzipSync(readFileSync(join(folder, "dates/html", file))));
  const { articles } = await readArticles({ bytes, file: file.replace(/\.gz$/, ""), url });
  return articles[0]?.published?.date ?? null;
}

function rowsOf({ right, wrong, none }, all) {
  const precision = right / Math.max(1, right + wrong);
  const recall = right / Math.max(1, all);
  const f1 = (2 * precision * recall) / Math.max(Number.EPSILON, precision + recall);
  return [
    {
      on: "dates of pages: F1 of exact days",
      measured: Number(f1.toFixed(3)),
      asked: ASKED.f1,
      detail: `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ${all} pages, ${none} without a date`,
    },
    {
      on: "dates of pages: wrong days",
      measured: `${((100 * wrong) / all).toFixed(1)} %`,
      asked: `<= ${100 * ASKED.wrong} %`,
      detail: `${wrong} of ${all} pages`,
    },
  ];
}
