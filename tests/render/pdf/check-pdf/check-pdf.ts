/** The bytes of a PDF in, everything that breaks the main rules of PDF/UA-1 and PDF/A-3a out. */
import { PdfFile } from "./pdf-file.js";
import { checkAttachments } from "./rules/attachments.js";
import { checkContent } from "./rules/content.js";
import { checkFonts } from "./rules/fonts.js";
import { checkLinks } from "./rules/links.js";
import { checkMetadata } from "./rules/metadata.js";
import { checkStructure } from "./rules/structure.js";

const RULES = [
  checkStructure,
  checkContent,
  checkFonts,
  checkLinks,
  checkMetadata,
  checkAttachments,
];

/** @returns complaints; none for a file that holds the rules */
export function checkPdf(file: PdfFile): string[] {
  return RULES.flatMap((rule) => rule(file));
}

export function openFile(bytes: Uint8Array): PdfFile {
  return new PdfFile(Buffer.from(bytes));
}
