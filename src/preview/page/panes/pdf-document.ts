/** A PDF of an address to a list of sheets that draw themselves when they come into sight (pdf.js). */
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";

type PdfJs = typeof import("pdfjs-dist");

let loading: Promise<PdfJs> | null = null;

/** pdf.js is loaded once, and only where there is a PDF to show. */
function loadPdfJs(): Promise<PdfJs> {
  loading ??= import("pdfjs-dist").then((pdfJs) => {
    pdfJs.GlobalWorkerOptions.workerSrc = new URL("pdfjs/pdf.worker.min.mjs", import.meta.url).href;
    return pdfJs;
  });
  return loading;
}

export interface OpenPdf {
  readonly pages: number;
  /** Width by height of a page, in pt. */
  readonly sizes: readonly (readonly [number, number])[];
  /** Draws a page with its text into an element. @returns what stops it */
  readonly draw: (page: number, into: HTMLElement, width: number) => Drawing;
  readonly close: () => void;
}

export interface Drawing {
  readonly done: Promise<void>;
  readonly stop: () => void;
}

/** @throws where the bytes are no PDF */
export async function openPdf(address: string): Promise<OpenPdf> {
  const pdfJs = await loadPdfJs();
  const task = pdfJs.getDocument({
    url: address,
    useWasm: false,
    disableAutoFetch: true,
    disableStream: true,
    disableRange: true,
  });
  const pdf = await task.promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)),
  );
  const sizes = pages.map((page) => {
    const { width, height } = page.getViewport({ scale: 1 });
    return [width, height] as const;
  });
  return {
    pages: pdf.numPages,
    sizes,
    draw: (number, into, width) => drawOne(pdfJs, pages[number - 1], into, width),
    close: () => void closePdf(pdf, task),
  };
}

async function closePdf(pdf: PDFDocumentProxy, task: { destroy(): Promise<void> }) {
  await pdf.cleanup().catch(() => undefined);
  await task.destroy();
}

function drawOne(
  pdfJs: PdfJs,
  page: PDFPageProxy | undefined,
  into: HTMLElement,
  width: number,
): Drawing {
  if (page === undefined) return { done: Promise.resolve(), stop: () => undefined };
  const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
  const canvas = document.createElement("canvas");
  const fine = Math.min(window.devicePixelRatio || 1, 2);
  canvas.width = Math.round(viewport.width * fine);
  canvas.height = Math.round(viewport.height * fine);
  // The words stand in the layer above it.
  canvas.setAttribute("aria-hidden", "true");
  const painting = page.render({ canvas, viewport, transform: [fine, 0, 0, fine, 0, 0] });
  const words = document.createElement("div");
  words.className = "textLayer";
  const layer = new pdfJs.TextLayer({
    textContentSource: page.streamTextContent(),
    container: words,
    viewport,
  });
  const done = Promise.all([painting.promise, layer.render()]).then(() => {
    into.style.setProperty("--scale-factor", String(viewport.scale));
    into.style.setProperty("--total-scale-factor", String(viewport.scale));
    into.replaceChildren(canvas, words);
  });
  return {
    done: done.catch(() => undefined),
    stop: () => {
      painting.cancel();
      layer.cancel();
    },
  };
}
