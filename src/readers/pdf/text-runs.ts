/** The bytes of a PDF (ISO 32000) to the runs of text on its pages, with their places. */

import { hasHugeStream } from "./stream-sizes.js";

/** Words that were set in one go. */
export interface Run {
  readonly text: string;
  /** Left edge, in pt from the left of the page as it is shown. */
  readonly x: number;
  /** Baseline, in pt from the top. */
  readonly y: number;
  readonly width: number;
  /** Of the type, in pt. */
  readonly size: number;
  readonly isRightToLeft: boolean;
  /** Not set along the lines of the page. */
  readonly isTurned: boolean;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
}

export interface PdfInfo {
  readonly title: string | null;
  readonly author: string | null;
}

export interface PdfText {
  readonly info: PdfInfo;
  readonly pages: readonly Page[];
  readonly pageCount: number;
  /** Numbers of the pages that could not be read, counted from 1. */
  readonly broken: readonly number[];
}

export type PdfFault = "encrypted" | "broken" | "too-large";

/** As much as is read of one file: more is a book, or made to hold the reader up. */
export const PDF_LIMITS = {
  pages: 2000,
  runs: 500_000,
  runsOfPage: 20_000,
  letters: 1024 * 1024,
} as const;

/** Reads until a limit is reached; a fault where nothing can be opened. */
export async function textRunsOf(bytes: Uint8Array): Promise<PdfText | PdfFault> {
  if (await hasHugeStream(bytes)) return "too-large";
  const { getDocumentProxy } = await import("unpdf");
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    // The parser takes the buffer over: it gets one of its own.
    pdf = await getDocumentProxy(new Uint8Array(bytes), OPTIONS);
  } catch (error) {
    return error instanceof Error && error.name === "PasswordException" ? "encrypted" : "broken";
  }
  try {
    return await readPages(pdf);
  } finally {
    await pdf.loadingTask.destroy().catch(() => undefined);
  }
}

/** Nothing is fetched, run, or written to the terminal. */
const OPTIONS = {
  isEvalSupported: false,
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  disableAutoFetch: true,
  enableXfa: false,
  verbosity: 0,
} as const;

type Pdf = Awaited<ReturnType<typeof import("unpdf")["getDocumentProxy"]>>;

async function readPages(pdf: Pdf): Promise<PdfText> {
  const pages: Page[] = [];
  const broken: number[] = [];
  const left = { runs: PDF_LIMITS.runs, letters: PDF_LIMITS.letters };
  const last = Math.min(pdf.numPages, PDF_LIMITS.pages);
  for (let number = 1; number <= last && left.runs > 0 && left.letters > 0; number += 1) {
    const page = await readPage(pdf, number).catch(() => null);
    if (page === null) broken.push(number);
    else {
      pages.push(page);
      left.runs -= page.runs.length;
      left.letters -= page.runs.reduce((sum, { text }) => sum + text.length, 0);
    }
  }
  return { info: await infoOf(pdf), pages, pageCount: pdf.numPages, broken };
}

async function readPage(pdf: Pdf, number: number): Promise<Page> {
  const page = await pdf.getPage(number);
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const runs: Run[] = [];
  const reader = page.streamTextContent().getReader();
  // Asked for piece by piece: a page that never ends is left.
  while (runs.length < PDF_LIMITS.runsOfPage) {
    const { done, value } = await reader.read();
    if (done) break;
    for (const item of value.items) runs.push(...runOf(item, transform as unknown as Matrix));
  }
  await reader.cancel(new Error("enough")).catch(() => undefined);
  page.cleanup();
  return { width, height, runs };
}

type Matrix = readonly [number, number, number, number, number, number];

interface TextItem {
  readonly str: string;
  readonly dir: string;
  readonly transform: readonly unknown[];
  readonly width: number;
}

/** Places come in the space of the page; the view turns it and lets y grow downwards. */
function runOf({ str, dir, transform, width }: TextItem, view: Matrix): Run[] {
  const [a, b, c, d, e, f] = transform as unknown as Matrix;
  const text = lettersOf(str);
  const size = Math.hypot(c, d);
  if (text === "" || !(size > 0) || ![e, f, width].every(Number.isFinite)) return [];
  const [va, vb, vc, vd, ve, vf] = view;
  const along = { x: va * a + vc * b, y: vb * a + vd * b };
  return [
    {
      text,
      x: va * e + vc * f + ve,
      y: vb * e + vd * f + vf,
      width: Math.max(0, width),
      size,
      isRightToLeft: dir === "rtl",
      isTurned: Math.abs(along.y) > Math.abs(along.x) * 0.2 || along.x < 0,
    },
  ];
}

/** Letters as they are written, not as they are drawn: ligatures and Arabic forms taken apart. */
function lettersOf(drawn: string): string {
  return drawn.replace(UNSEEN, "").replace(DRAWN_FORMS, (form) => form.normalize("NFKC"));
}

const DRAWN_FORMS = /[\ufb00-\ufb4f\ufb50-\ufdfb\ufe70-\ufefc]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: fonts without names for their letters give them
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g;

async function infoOf(pdf: Pdf): Promise<PdfInfo> {
  const info = await pdf.getMetadata().then(
    (metadata) => metadata.info as Readonly<Record<string, unknown>>,
    () => ({}) as Readonly<Record<string, unknown>>,
  );
  return { title: wordsOf(info.Title), author: wordsOf(info.Author) };
}

function wordsOf(value: unknown): string | null {
  const text = typeof value === "string" ? value.replace(UNSEEN, "").trim().slice(0, 500) : "";
  return text === "" ? null : text;
}
