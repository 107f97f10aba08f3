/** How many saved pages a second one core reads, parse included, and what the reading holds on to. */
import { spawnSync } from "node:child_process";
import { copyFileSync, linkSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
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
  const peak = inspectMany(folder, built);
  return [
    ...Object.entries(rates).map(([way, all]) => rateRow(way, all, pages.length)),
    {
      on: `brief inspect reading, ${MANY} saved pages: peak memory`,
      measured: `${Math.round(peak.kilobytes / 1024)} MB`,
      asked: `< ${ASKED.megabytes} MB`,
      detail: `largest resident set of the command, ${availableParallelism()} threads, ${(MANY / peak.seconds).toFixed(0)} pages/s`,
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

/** The whole command over a folder of its own, so that what earlier measurements left is not counted. */
function inspectMany(folder, built) {
  const pages = mkdtempSync(join(tmpdir(), "briefwright-pages-"));
  try {
    fill(pages, join(folder, "pages/html"));
    const start = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      ["--import", TELL_PEAK, resolve(built, "cli/main.js"), "inspect", "reading", pages, "--json"],
      { encoding: "utf8", stdio: ["ignore", "ignore", "pipe"], maxBuffer: 2 ** 28 },
    );
    if (status !== 0) throw new Error(stderr.slice(-2000));
    const seconds = (performance.now() - start) / 1000;
    return { seconds, kilobytes: Number(/peak (\d+)\s*$/.exec(stderr)?.[1]) };
  } finally {
    rmSync(pages, { recursive: true });
  }
}

/** The same pages again and again, under names of their own. */
function fill(target, source) {
  const files = readdirSync(source);
  for (let count = 0; count < MANY; count += 1) {
    const file = files[count % files.length];
    const to = join(target, `${String(count).padStart(5, "0")}.html.gz`);
    try {
      linkSync(join(source, file), to);
    } catch {
      copyFileSync(join(source, file), to);
    }
  }
}

const TELL_PEAK = `data:text/javascript,process.on("exit",()=>process.stderr.write("peak "+process.resourceUsage().maxRSS))`;
