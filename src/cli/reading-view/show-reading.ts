/** `brief inspect reading`: articles as JSON lines, for a person at a terminal, or as a page. */
import process from "node:process";
import { styleText } from "node:util";
import { FailedRun } from "../../failed-run.js";
import { type ReadingRequest, readDated, toReading } from "../../inspect/dated-articles.js";
import type { Article } from "../../model/article.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { openHost } from "../open-host.js";
import { printData, printDiagnostics, printJson, printNote } from "../terminal.js";
import { type PageArticle, pageArticle } from "./page-article.js";
import { checkPageFile, STANDARD_OUTPUT } from "./page-file.js";
import { readingPage } from "./reading-page.js";
import { type TerminalStyle, type Tone, terminalReading } from "./terminal-reading.js";

export interface ReadingForm {
  /** One line for each article. */
  readonly json: boolean;
  /** The file of the page; empty or `-` for standard output; none without a page. */
  readonly page: string | undefined;
}

export async function showReading(request: ReadingRequest, form: ReadingForm): Promise<void> {
  const diagnostics: Diagnostic[] = [];
  try {
    if (form.page !== undefined) await writePage(request, form.page, diagnostics);
    else await printReadings(request, form.json, diagnostics);
  } catch (error) {
    if (!(error instanceof FailedRun)) throw error;
    throw new FailedRun([...diagnostics, ...error.diagnostics]);
  }
  printDiagnostics(diagnostics);
}

/** Printed one by one: what was printed is not kept. */
async function printReadings(
  request: ReadingRequest,
  json: boolean,
  diagnostics: Diagnostic[],
): Promise<void> {
  const print: (article: Article) => void = json
    ? (article) => printJson(toReading(article))
    : (article) => printData(`${terminalReading(article, terminalStyle())}\n`);
  for await (const article of readDated(
    await openHost(request.folder),
    { ...request, twins: true },
    diagnostics,
  ))
    print(article);
}

async function writePage(
  request: ReadingRequest,
  file: string,
  diagnostics: Diagnostic[],
): Promise<void> {
  const host = await openHost(request.folder);
  await checkPageFile(host, file);
  const articles: PageArticle[] = [];
  const anchors = new Set<string>();
  for await (const article of readDated(host, { ...request, twins: true }, diagnostics)) {
    // Two folders may hold the same article.
    const anchor = anchors.has(article.id) ? `${article.id}-${articles.length}` : article.id;
    anchors.add(anchor);
    articles.push(pageArticle(article, anchor));
  }
  const page = readingPage(articles, diagnostics);
  if (STANDARD_OUTPUT.has(file)) {
    printData(page);
    return;
  }
  await host.writeFile(file, new TextEncoder().encode(page));
  printNote(`wrote ${file}`);
}

type Format = Parameters<typeof styleText>[0];

const FORMATS: Readonly<Record<Tone, Format | null>> = {
  title: "bold",
  kept: null,
  quiet: "dim",
  name: ["bold", "cyan"],
  rule: ["bold", "red"],
  removed: "red",
  stated: "blue",
  repair: "green",
};

/** Cells of a line where nobody knows: a file or a pipe. */
const USUAL_WIDTH = 100;

/** Colours only where standard output is a terminal and `NO_COLOR` is not set. */
function terminalStyle(): TerminalStyle {
  return {
    width: process.stdout.columns || USUAL_WIDTH,
    paint: (tone, text) => {
      const format = FORMATS[tone];
      return format === null ? text : styleText(format, text, { stream: process.stdout });
    },
  };
}
