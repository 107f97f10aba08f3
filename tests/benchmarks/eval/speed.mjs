/** How many saved pages a second one core reads, parse included, and what the reading holds on to. */
import { peer, readPages } from "./pages.mjs";

const ASKED = { rate: 35, megabytes: 300 };
const ROUNDS = 5;
/** Pages read in a row to see whether memory grows. */
const MANY = 2000;

/** @param folder holds `pages/truth.json` and `pages/html/*.html.gz` */
export async function evaluate(folder, load, { peers } = {}) {
  const pages = readPages(folder);
  if (pages.length === 0) return [];
  const { readArticles } = await load("readers/index.js");
  const ways = { ours: ({ bytes, name }) => readArticles({ bytes, file: `${name}.html` }) };
  if (peers) {
    const extract = await peer();
    ways["readability + linkedom"] = ({ bytes }) => extract(bytes);
  }
  const rates = await race(pages, ways);
  const megabytes = await peakOf(pages, ways.ours);
  return [
    ...Object.entries(rates).map(([way, all]) => rateRow(way, all, pages.length)),
    {
      on: `saved pages, peak memory over ${MANY}`,
      measured: `${megabytes} MB`,
      asked: `< ${ASKED.megabytes} MB`,
      detail: "resident set of the whole process, the pages' own bytes included",
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

async function peakOf(pages, read) {
  let peak = 0;
  for (let count = 0; count < MANY; count += 1) {
    await read(pages[count % pages.length]);
    peak = Math.max(peak, process.memoryUsage.rss());
  }
  return Math.round(peak / 1024 / 1024);
}
