/** Blocks of lines at their places to a PDF, by pdfkit. */
import type { Readable } from "node:stream";
import PDFDocument from "pdfkit";

export interface Block {
  /** In pt from the left and the top; of the right edge where the text runs to the left. */
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Distance of baselines. */
  readonly leading?: number;
  /** A line that begins with `> ` is indented. */
  readonly lines: readonly string[];
  readonly isArabic?: boolean;
}

export interface PdfOptions {
  readonly title?: string;
  readonly author?: string;
  readonly password?: string;
}

/** What is used here of pdfkit, which brings no types. */
interface Canvas extends Readable {
  addPage(): void;
  font(name: string): Canvas;
  fontSize(size: number): Canvas;
  text(text: string, x: number, y: number, options: { readonly lineBreak: false }): void;
  widthOfString(text: string): number;
  end(): void;
}
const Canvas = PDFDocument as unknown as new (options: object) => Canvas;

const INDENT = 12;
const ARABIC = "node_modules/@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf";

export async function writePdf(
  pages: readonly (readonly Block[])[],
  { title, author, password }: PdfOptions = {},
): Promise<Uint8Array> {
  const pdf = new Canvas({
    autoFirstPage: false,
    size: "A4",
    margin: 0,
    info: { ...(title && { Title: title }), ...(author && { Author: author }) },
    ...(password && { userPassword: password }),
  });
  const pieces: Buffer[] = [];
  const whole = new Promise<Uint8Array>((resolve) => {
    pdf.on("data", (piece: Buffer) => pieces.push(piece));
    pdf.on("end", () => resolve(new Uint8Array(Buffer.concat(pieces))));
  });
  for (const blocks of pages) {
    pdf.addPage();
    for (const block of blocks) drawBlock(pdf, block);
  }
  pdf.end();
  return whole;
}

function drawBlock(pdf: Canvas, block: Block): void {
  const { x, y, size = 10, leading = size * 1.3, lines, isArabic = false } = block;
  pdf.font(isArabic ? ARABIC : "Helvetica").fontSize(size);
  for (const [index, line] of lines.entries()) {
    const text = line.replace(/^> /, "");
    const indent = text === line ? 0 : INDENT;
    const top = y + index * leading;
    if (isArabic) drawFromRight(pdf, text, x - indent, top);
    else pdf.text(text, x + indent, top, { lineBreak: false });
  }
}

/** Word by word: it shapes each by its script, but sets them from left to right. */
function drawFromRight(pdf: Canvas, text: string, right: number, top: number): void {
  let left = right;
  for (const word of text.split(" ")) {
    left -= pdf.widthOfString(word);
    pdf.text(word, left, top, { lineBreak: false });
    left -= pdf.widthOfString(" ");
  }
}
