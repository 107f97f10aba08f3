/** The programs that print the same content, each as the command of a whole process. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CHROMIUM_ARGS, findProgram } from "../../conformance/programs.mjs";
import { FONT_FILES, htmlPage } from "./html-page.mjs";

const HERE = import.meta.dirname;
const MAIN = join(HERE, "../../../dist/cli/main.js");

/** Each takes the folder of a job and gives a command that writes `<its name>.pdf` there. */
const PRINTERS = {
  briefwright: (job) => ourCommand(join(job, "page.html"), join(job, "briefwright.pdf")),
  pdfmake: (job) => nodeCommand("print-pdfmake.mjs", job, "content.json", "pdfmake.pdf"),
  weasyprint: (job) => ["weasyprint", "-q", join(job, "fonts.html"), join(job, "weasyprint.pdf")],
  chromium: (job) => [
    ...["chromium", "--headless", ...CHROMIUM_ARGS, "--no-pdf-header-footer"],
    ...[`--print-to-pdf=${join(job, "chromium.pdf")}`, join(job, "fonts.html")],
  ],
};

function ourCommand(input, output) {
  if (!existsSync(join(HERE, "../../../dist/cli/render.js"))) {
    return [process.execPath, join(HERE, "print-ours.mjs"), input, output];
  }
  return [process.execPath, MAIN, "render", input, "-o", output];
}

function nodeCommand(script, job, input, output) {
  return [process.execPath, join(HERE, script), join(job, input), join(job, output)];
}

/** The names of those that this machine has; the others are named on stderr. */
export function presentPrinters() {
  return Object.keys(PRINTERS).filter((name) => {
    const present = !["weasyprint", "chromium"].includes(name) || findProgram(name) !== null;
    if (!present) console.error(`${name} is not on this machine: apt-get install ${name}`);
    return present;
  });
}

/** A folder that holds the content in the form that each program reads. */
export function writeJob(folder, blocks, { justified }) {
  const job = mkdtempSync(join(folder, "job-"));
  writeFileSync(join(job, "page.html"), htmlPage(blocks, { fonts: false, justified }));
  writeFileSync(join(job, "fonts.html"), htmlPage(blocks, { fonts: true, justified }));
  writeFileSync(
    join(job, "content.json"),
    JSON.stringify({ blocks, fonts: FONT_FILES, justified }),
  );
  return job;
}

/** @returns wall time of the whole process in ms. @throws where it failed */
export function timePrinter(name, job, env = process.env) {
  const [program, ...args] = PRINTERS[name](job);
  const start = performance.now();
  const { status, stderr, error } = spawnSync(program, args, { encoding: "utf8", env });
  if (error !== undefined || status !== 0) throw new Error(`${name}: ${error?.message ?? stderr}`);
  return performance.now() - start;
}

/** @returns peak memory in MB of a program that runs on Node */
export function peakMemory(name, job) {
  const file = join(job, "peak-memory");
  const options = `--import=${join(HERE, "report-memory.mjs")}`;
  timePrinter(name, job, { ...process.env, NODE_OPTIONS: options, PEAK_MEMORY_FILE: file });
  return Number(readFileSync(file, "utf8"));
}

export function printedFile(name, job) {
  return readFileSync(join(job, `${name}.pdf`));
}

/** @returns how many pages a file has, by its own page tree */
export async function countPages(bytes) {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const { numPages } = await loading.promise;
  await loading.destroy();
  return numPages;
}
