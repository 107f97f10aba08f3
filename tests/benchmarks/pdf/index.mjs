/**
 * Time, memory and size of the same pages by us and by others: `npm run bench:pdf` (7 rounds; 3 with
 * `-- --quick`; `--justified` for justified and hyphenated text).
 *
 * Every figure is of a whole process. Programs take turns within a round, and a ratio is the median
 * of the ratios of the rounds, so that what else the machine does hits all alike.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { alignRows } from "../../conformance/print-table.mjs";
import { wordsIn, writeContent } from "./content.mjs";
import {
  countPages,
  peakMemory,
  presentPrinters,
  printedFile,
  timePrinter,
  writeJob,
} from "./printers.mjs";

const quick = process.argv.includes("--quick");
const justified = process.argv.includes("--justified");
const rounds = quick ? 3 : 7;
const OURS = "briefwright";

const folder = mkdtempSync(join(tmpdir(), "briefwright-bench-pdf-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const jobs = new Map();
for (const pages of [1, 50, 100, 200, 500]) {
  jobs.set(pages, writeJob(folder, writeContent(pages), { justified }));
}
const printers = presentPrinters();

const one = timeRounds(1);
const fifty = timeRounds(50);
await describePrinters();
console.log(`\n${alignRows([["figure", "reach", "measured", ""], ...figures()])}`);

function timeRounds(pages) {
  const job = jobs.get(pages);
  for (const name of printers) timePrinter(name, job);
  return Array.from({ length: rounds }, () =>
    Object.fromEntries(printers.map((name) => [name, timePrinter(name, job)])),
  );
}

async function describePrinters() {
  const words = writeContent(50)
    .map(wordsIn)
    .reduce((sum, count) => sum + count, 0);
  console.log(
    `${words} words, medians of ${rounds} rounds${justified ? ", justified and hyphenated" : ""}`,
  );
  const rows = [["program", "1 page ms", "50 pages ms", "pages", "pages/s", "KB", "peak MB"]];
  for (const name of printers) rows.push(await describe(name));
  console.log(alignRows(rows));
}

async function describe(name) {
  const bytes = printedFile(name, jobs.get(50));
  const pages = await countPages(bytes);
  const time = median(fifty.map((round) => round[name]));
  const onNode = name === OURS || name === "pdfmake";
  return [
    ...[name, whole(median(one.map((round) => round[name]))), whole(time), String(pages)],
    ...[(pages / (time / 1000)).toFixed(1), whole(bytes.length / 1024)],
    onNode ? whole(peakMemory(name, jobs.get(50))) : "",
  ];
}

function figures() {
  const size = (name) => printedFile(name, jobs.get(50)).length;
  return [
    ratio("50 pages, time to pdfmake's", fifty, "pdfmake", 1),
    ratio("50 pages, time to WeasyPrint's", fifty, "weasyprint", 0.5),
    ratio("50 pages, time to Chromium's", fifty, "chromium", 0.5),
    ratio("1 page, time to Chromium's", one, "chromium", 0.35),
    ratio("1 page, time to pdfmake's", one, "pdfmake", 1),
    limit("50 pages, peak MB", peakMemory(OURS, jobs.get(50)), 160, 0),
    limit("500 pages, peak MB", peakMemory(OURS, jobs.get(500)), 400, 0),
    growth(),
    limit("50 pages, size to pdfmake's", size(OURS) / size("pdfmake"), 1, 2),
  ];
}

function ratio(title, times, other, reach) {
  if (!printers.includes(other)) return [title, `< ${reach}`, `${other} is missing`, ""];
  return limit(title, median(times.map((round) => round[OURS] / round[other])), reach, 2);
}

function limit(title, measured, reach, digits) {
  const verdict = measured < reach ? "reached" : "MISSED";
  return [title, `< ${reach}`, measured.toFixed(digits), verdict];
}

/** Time a page at growing length; the start of the program is left out. */
function growth() {
  const start = median(one.map((round) => round[OURS]));
  const perPage = [50, 100, 200, 500].map((pages) => {
    const runs = Array.from({ length: quick ? 1 : 3 }, () => timePrinter(OURS, jobs.get(pages)));
    return (median(runs) - start) / (pages - 1);
  });
  const shown = perPage.map((time) => time.toFixed(1)).join(", ");
  const verdict = perPage.at(-1) < perPage[0] * 1.3 ? "reached" : "MISSED";
  return ["ms a page at 50, 100, 200, 500", "linear", shown, verdict];
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function whole(value) {
  return value.toFixed(0);
}
