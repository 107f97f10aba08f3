/** How many English news articles of 400 words a second one core analyses, by stage, and how cost grows. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

const ASKED = 800;
/** How many articles the rate is taken on. */
const COUNT = 2000;
const ROUNDS = 3;
const SIZES = [1000, 2000, 5000, 10_000, 20_000, 50_000];
const QUICK_SIZES = [1000, 2000, 5000];
const RUN = join(import.meta.dirname, "../analyse-news.mjs");

/** @param folder holds `themes/articles.jsonl.gz` and `themes/themes.yaml` */
export async function evaluate(folder, load, { built = "dist", quick = false } = {}) {
  if (!existsSync(join(folder, "themes/articles.jsonl.gz"))) return [];
  const run = (count, lexicon) => analyse(folder, built, count, lexicon);
  return [
    ...rates(Array.from({ length: quick ? 1 : ROUNDS }, () => run(COUNT, "workspace"))),
    ...growth(
      (quick ? QUICK_SIZES : SIZES).map((count) => run(count, "workspace")),
      "no theme",
    ),
    ...growth(
      (quick ? QUICK_SIZES : SIZES).map((count) => run(count, "data")),
      "their themes",
    ),
    ...(await manyTerms(folder, load)),
  ];
}

function analyse(folder, built, count, lexicon) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--expose-gc", "--max-old-space-size=8000", RUN, folder, built, String(count), lexicon],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr.slice(-2000));
  return JSON.parse(stdout);
}

function rates(runs) {
  const [first] = runs;
  const rateOf = ({ articles, ms }) => (articles * 1000) / ms;
  const all = runs.map(rateOf).sort((a, b) => a - b);
  const median = all[Math.floor(all.length / 2)];
  const byStage = Object.keys(first.stages).map((stage) => ({
    on: `analysis, ${COUNT} articles of 400 words: ${stage}`,
    measured: `${(medianOf(runs.map(({ stages }) => stages[stage])) / COUNT).toFixed(3)} ms an article`,
    asked: "",
    detail: "",
  }));
  return [
    {
      on: "analysis, all stages: articles of 400 words a second on one core",
      measured: Math.round(median),
      asked: `>= ${ASKED}`,
      detail: `median of ${runs.length}, ${Math.round(all[0])} to ${Math.round(all.at(-1))}; ${JSON.stringify(first.found)}`,
    },
    ...byStage,
  ];
}

const TERMS = 20_000;
const TEXT_SIZES = [1_250_000, 2_500_000, 5_000_000];

/** A large lexicon over large texts; its terms are rare phrases of the text, a third of them open. */
async function manyTerms(folder, load) {
  const { splitWords } = await load("text/words.js");
  const { indexTerms, matchTerms } = await load("text/term-index.js");
  const rows = gunzipSync(readFileSync(join(folder, "themes/articles.jsonl.gz"))).toString();
  const stories = rows.split("\n").filter((row) => row !== "");
  const text = stories.map((row) => JSON.parse(row).text).join("\n\n");
  const words = splitWords(text);
  const phrase = (at) => words.slice(at, at + 3).map(({ folded }) => folded);
  const terms = Array.from({ length: TERMS }, (_, index) => {
    const term = phrase((index * 31) % (words.length - 3)).join(" ");
    return { term: index % 3 === 0 ? `${term}*` : term, exactCase: false, value: index };
  });
  const index = indexTerms(terms);
  return TEXT_SIZES.map((size) => {
    const large = text.repeat(2).slice(0, size);
    const start = process.threadCpuUsage().user;
    const found = matchTerms(index, large, splitWords(large)).length;
    const ms = (process.threadCpuUsage().user - start) / 1000;
    return {
      on: `${TERMS} terms in a text of ${size} characters`,
      measured: `${((ms * 1_000_000) / size).toFixed(0)} ms a million`,
      asked: "linear",
      detail: `${ms.toFixed(0)} ms, ${found} uses`,
    };
  });
}

function medianOf(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

const RELATING = ["reprints", "stories", "events", "timeline", "conflicts", "choosing"];

function growth(runs, what) {
  return runs.map(({ articles, ms, stages, retained, peak, found }) => ({
    on: `analysis of ${articles} articles, ${what}`,
    measured: `${(ms / articles).toFixed(3)} ms an article`,
    asked: "linear",
    detail: `${RELATING.map((stage) => `${stage} ${((stages[stage] ?? 0) / articles).toFixed(3)}`).join(", ")}; peak ${megabytes(peak)} MB, kept ${megabytes(retained)} MB; ${JSON.stringify(found)}`,
  }));
}

function megabytes(bytes) {
  return Math.round(bytes / 2 ** 20);
}
