/** Figures in running text, language by language over hand-written cases: all fields right. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { scoreFigures } from "../scorers/figures.mjs";

const CASES = join(import.meta.dirname, "../../cases/figures");

export async function evaluate(_folder, load, { verbose = false } = {}) {
  const { inspectCorpus } = await load("inspect/inspect-corpus.js");
  const { memoryHost } = await load("host/memory.js");
  const rows = [];
  for (const file of readdirSync(CASES).sort()) {
    if (!file.endsWith(".yaml")) continue;
    const language = basename(file, ".yaml");
    const cases = parse(readFileSync(join(CASES, file), "utf8"));
    const given = cases.map(({ text, day }, id) =>
      JSON.stringify({ id: String(id), text, language, published: day }),
    );
    const request = { stage: "figures", folder: "/", paths: [], given };
    const { lines } = await inspectCorpus(memoryHost(new Map()), request);
    rows.push(rowOf(language, cases, lines, verbose));
  }
  return rows;
}

function rowOf(language, cases, lines, verbose) {
  const sum = { right: 0, found: 0, asked: 0 };
  for (const [id, { text, figures = [] }] of cases.entries()) {
    const found = lines
      .filter(({ article }) => article === String(id))
      .map((line) => [line.value, line.qualifier, line.unit, line.of, line.claimant, line.date]);
    const score = scoreFigures(figures, found);
    for (const key of Object.keys(sum)) sum[key] += score[key];
    if (verbose && (score.right < score.asked || score.right < score.found))
      console.error(
        `${language}: ${text}\n  asked ${JSON.stringify(figures)}\n  found ${JSON.stringify(found)}`,
      );
  }
  const precision = sum.right / Math.max(1, sum.found);
  const recall = sum.right / Math.max(1, sum.asked);
  return {
    on: `figures in text, ${language}: precision / recall`,
    measured: `${precision.toFixed(2)} / ${recall.toFixed(2)}`,
    asked: "",
    detail: `${sum.right} of ${sum.asked} right, ${sum.found} found, ${cases.length} cases`,
  };
}
