/** A PDF (ISO 32000) to its article: the text layer in reading order, without what the pages add. */
import type { Diagnostic } from "../../model/diagnostic.js";
import { MAX_FILE_BYTES } from "../limits.js";
import { countWords } from "../line-shape.js";
import { type DocumentLine, readDocument } from "../read-document.js";
import { type RawFile, type Reader, type ReadResult, refuse } from "../reader.js";
import type { RuleName } from "../rules.js";
import { sharedWords } from "../vocabulary.js";
import { linesOfPage, type PageLine } from "./page-lines.js";
import { type PagedLine, type Paragraph, paragraphsOf } from "./paragraphs.js";
import { printedUrl, runningLines } from "./running-lines.js";
import { PDF_LIMITS, type PdfInfo, type PdfText, textRunsOf } from "./text-runs.js";

/** A PDF of several articles is read as one. */
export const pdf: Reader = {
  name: "pdf",
  format: "PDF",
  extensions: [".pdf"],
  maxBytes: MAX_FILE_BYTES,
  recognises: ({ bytes }) =>
    Buffer.from(bytes.subarray(0, 1024)).toString("latin1").includes("%PDF-"),
  read: readPdf,
};

async function readPdf(source: RawFile): Promise<ReadResult> {
  const { file, bytes } = source;
  const text = await textRunsOf(bytes);
  if (text === "encrypted") return refuse(locked(file));
  if (text === "too-large") return refuse(huge(file));
  if (text === "broken") return refuse(broken(file, "cannot be opened", "error"));
  const diagnostics = mishapsOf(text, source);
  const { paragraphs, removed, repairs, url } = articleOf(text);
  if (paragraphs.length === 0) {
    return { articles: [], diagnostics: [...diagnostics, noTextLayer(file, text.pageCount)] };
  }
  const lines: DocumentLine[] = [
    ...paragraphs.map((paragraph) => ({ text: paragraph.text })),
    ...removed.map(([line, rule]) => ({ text: line, removed: rule })),
  ];
  const title = titleOf(paragraphs, text.info);
  const properties = { ...text.info, saved: null };
  const read = readDocument({ format: "pdf", lines, title, properties, url, repairs }, source);
  return { articles: read.articles, diagnostics: [...diagnostics, ...read.diagnostics] };
}

function articleOf({ pages }: PdfText) {
  const lined = pages.map((page) => ({ height: page.height, lines: linesOfPage(page) }));
  const all = lined.flatMap(({ lines }) => lines);
  const found = runningLines(lined, bodySizeOf(all));
  // Where nothing is left, the rules were wrong about these pages: they stay as they came.
  const rules = all.every((line) => found.has(line)) ? NO_RULES : found;
  const kept = lined.flatMap(({ lines }, page): PagedLine[] =>
    lines.filter((line) => line.text !== "" && !rules.has(line)).map((line) => ({ ...line, page })),
  );
  const turned = pages.flatMap(({ runs }) =>
    runs.flatMap(({ isTurned, text }) => (isTurned && text.trim() !== "" ? [text] : [])),
  );
  const removed = all.flatMap((line): (readonly [string, RuleName])[] => {
    const rule = rules.get(line);
    return rule === undefined ? [] : [[line.text, rule]];
  });
  removed.push(...turned.map((text) => [text, "running-head"] as const));
  return { ...paragraphsOf(kept), removed, url: printedUrl(lined) };
}

const NO_RULES: ReadonlyMap<PageLine, RuleName> = new Map();

/** Size of most of the letters, in half points. */
function bodySizeOf(lines: readonly PageLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const step = Math.round(size * 2) / 2;
    letters.set(step, (letters.get(step) ?? 0) + text.length);
  }
  return [...letters].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0])[0];
}

/** How much larger than the text a headline is, and how many words it has. */
const HEADLINE = { size: 1.15, fewest: 3, most: 40 } as const;
const SAME_TITLE = 0.6;

/** The largest type of the first page that is long enough for a headline; mastheads are shorter. */
function titleOf(paragraphs: readonly Paragraph[], info: PdfInfo): string | null {
  const front = paragraphs.filter(({ page }) => page === 0);
  const letters = front.map(({ size, text }) => ({ size, text, region: 0 }) as PageLine);
  const least = bodySizeOf(letters) * HEADLINE.size;
  const large = front
    .filter(({ size, text }) => size >= least && countWords(text) <= HEADLINE.most)
    .sort((a, b) => b.size - a.size);
  const { title } = info;
  const named = large.find(({ text }) => title !== null && isSame(text, title));
  const long = large.find(({ text }) => countWords(text) >= HEADLINE.fewest);
  return (named ?? long)?.text ?? null;
}

function isSame(text: string, title: string): boolean {
  return sharedWords(text, title) >= SAME_TITLE && sharedWords(title, text) >= SAME_TITLE;
}

function mishapsOf({ pages, pageCount, broken: faulty }: PdfText, source: RawFile): Diagnostic[] {
  const { file, bytes } = source;
  const diagnostics: Diagnostic[] = [];
  const tail = Buffer.from(bytes.subarray(-2048)).toString("latin1");
  if (!tail.includes("%%EOF")) diagnostics.push(broken(file, "stops before its end", "warning"));
  if (faulty.length > 0) {
    diagnostics.push(
      broken(file, `cannot be read on page ${faulty.slice(0, 5).join(", ")}`, "warning"),
    );
  }
  const read = pages.length + faulty.length;
  if (read < pageCount) diagnostics.push(tooLong(file, read, pageCount));
  return diagnostics;
}

function broken(file: string, what: string, severity: "warning" | "error"): Diagnostic {
  return {
    code: "pdf-broken",
    severity,
    message: `is a PDF that ${what}`,
    place: { file },
    hint: "fetch it again, or open it in a viewer and print it to a new PDF",
  };
}

function locked(file: string): Diagnostic {
  return {
    code: "pdf-encrypted",
    severity: "error",
    message: "is a PDF that opens with a password only",
    place: { file },
    hint: "open it in a viewer and print it to a new PDF",
  };
}

function huge(file: string): Diagnostic {
  return {
    code: "archive-too-large",
    severity: "error",
    message: "is a PDF with a part that unpacks to more than may be held",
    place: { file },
    hint: "open it in a viewer and save its text as .txt",
  };
}

function noTextLayer(file: string, pages: number): Diagnostic {
  return {
    code: "no-text-layer",
    severity: "error",
    message: `is a PDF of ${pages} ${pages === 1 ? "page" : "pages"} without any text, a scan by the look of it`,
    place: { file },
    hint: "recognise its text (OCR), for example: ocrmypdf scan.pdf text.pdf",
  };
}

function tooLong(file: string, read: number, pages: number): Diagnostic {
  return {
    code: "pdf-too-long",
    severity: "warning",
    message: `has ${pages} pages; the first ${read} were read (at most ${PDF_LIMITS.pages} pages or ${PDF_LIMITS.letters} letters)`,
    place: { file },
    hint: "split it into its articles",
  };
}
