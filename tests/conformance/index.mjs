/**
 * What independent programs make of the pages and files: `npm run conformance`, one table.
 *
 * A program that is missing, or a check that does not hold, makes it fail; `-- NAME` takes only the
 * documents whose name begins so.
 */
import { join } from "node:path";
import { runAxe, VIEWS } from "./axe.mjs";
import { emptyFolder, makeBriefPages } from "./brief-pages.mjs";
import { makeCopies, PASSWORD } from "./copies.mjs";
import { reportLimits } from "./limits.mjs";
import { printTable } from "./print-table.mjs";
import { missingPrograms, run } from "./programs.mjs";
import { compareWithPrint, makeReference } from "./reference.mjs";
import { compareTexts, makeTexts, NOT_COMPARED } from "./texts.mjs";
import { makeTorture } from "./torture.mjs";
import { runVeraPdf } from "./verapdf.mjs";

const missing = missingPrograms();
for (const sentence of missing) console.error(sentence);
if (missing.length > 0) process.exit(1);

const OUT = emptyFolder(join(import.meta.dirname, "../../out/conformance"));
const [prefix = ""] = process.argv.slice(2);

const briefs = await makeBriefPages(OUT);
const documents = [
  ...briefs,
  ...(await makeCopies(
    briefs.find(({ name }) => name === "weekly.en.libya"),
    OUT,
  )),
  await makeTorture(OUT),
  await makeReference(OUT),
  ...(await makeTexts(OUT)),
].filter(({ name }) => name.startsWith(prefix));

const files = documents.flatMap(({ pdf }) => pdf ?? []);
const pages = documents.flatMap(({ html }) => html ?? []);
const ua1 = runVeraPdf(files, "ua1");
const a3a = runVeraPdf(files, "3a");
const axe = await runAxe(pages);

const CHECKS = {
  made: ({ failures }) => failures ?? [],
  "UA-1": ({ pdf }) => ua1.get(pdf),
  "A-3a": ({ pdf }) => a3a.get(pdf),
  qpdf: ({ pdf = undefined, locked = pdf }) =>
    locked === undefined ? undefined : checkSyntax(locked),
  poppler: (document) => compareTexts(document, "poppler"),
  "pdf.js": (document) => compareTexts(document, "pdf.js"),
  chromium: compareWithPrint,
  ...Object.fromEntries(
    Object.keys(VIEWS).map((view) => [`axe ${view}`, ({ html }) => axe.get(html)?.[view]]),
  ),
};

function checkSyntax(pdf) {
  const { status, stdout, stderr } = run("qpdf", ["--check", `--password=${PASSWORD}`, pdf]);
  return status === 0 ? [] : [`${stdout}${stderr}`.trim()];
}

const failed = await printTable(documents, CHECKS);
console.log(`\n${NOT_COMPARED}`);
console.log(`\n${(await reportLimits(OUT)).join("\n")}`);
process.exitCode = failed ? 1 : 0;
