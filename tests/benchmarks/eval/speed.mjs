/** How many saved pages a second one core reads, parse included, and what the reading holds on to. */
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { peer, readPages } from "./pages.mjs";

const ASKED = { rate: 35, megabytes: 300 };
const ROUNDS = 5;
/** Pages read in a row to see whether memory grows. */
const MANY = 2000;

/** @param folder holds `pages/truth.json` and `pages/html/*.html.gz` */
export async function evaluate(folder, load, { peers, built = "dist" } = {}) {
  const pages = readPages(folder);
  if (pages.length === 0) return [];
  const { readArticles } = await load("readers/index.js");
  const ways = { ours: ({ bytes, name }) => readArticles({ bytes, file: `${name}.html` }) };
  if (peers) {
    const extract = await peer();
    ways["readability + linkedom"] = ({ bytes }) => extract(bytes);
  }
  const rates = await race(pages, ways);
  const megabytes = peakOf(folder, built);
  return [
    ...Object.entries(rates).map(([way, all]) => rateRow(way, all, pages.length)),
    {
      on: `saved pages, peak memory over ${MANY}`,
      measured: `${megabytes} MB`,
      asked: `< ${ASKED.megabytes} MB`,
      detail: "largest resident set of a process that reads them one by one",
    },
  ];
}

/** Round by round, so that a busy machine is busy for all. */
async function race(pages, ways) {
  const rates = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
  for (const page of pages) for (const way of Object.values(ways)) await way(page);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [way, read] of Object.entries(ways)) {
      const start = performance.now();
      for (const page of pages) await read(page);
      rates[way].push((pages.length / (performance.now() - start)) * 1000);
    }
  }
  return rates;
}

function rateRow(way, all, count) {
  const sorted = [...all].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const range = `${sorted[0]?.toFixed(1)} to ${sorted.at(-1)?.toFixed(1)}`;
  return {
    on: `saved pages, ${way}: pages a second on one core`,
    measured: median.toFixed(1),
    asked: ASKED.rate,
    detail: `median of ${ROUNDS} rounds over ${count} pages, ${range}`,
  };
}

/** In a process of its own, page by page from the disk: what earlier measurements left is not counted. */
function peakOf(folder, built) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--input-type=module", "--eval", READ_MANY, folder, resolve(built, "readers/index.js"), MANY],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  return Math.round(Number(stdout) / 1024);
}

const READ_MANY = `
import { readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
const [folder, reader, many] = process.argv.slice(1);
const { readArticles } = await import(pathToFileURL(reader).href);
const files = readdirSync(folder + "/pages/html");
for (let count = 0; count < Number(many); count += 1) {
  const file = files[count % files.length];
  const bytes = gunzipSync(readFileSync(folder + "/pages/html/" + file));
  await readArticles({ bytes, file: file.replace(/[.]gz$/, "") });
}
console.log(process.resourceUsage().maxRSS);
`;
