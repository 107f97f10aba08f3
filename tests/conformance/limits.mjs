/** Lines that a reader cannot read back from any file; what it makes of each, reported as it is. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderPdf } from "../../dist/render/pdf/index.js";
import { compareTexts } from "./texts.mjs";

/** The smallest page that shows each; the reasons stand in the README. */
const LIMITS = [
  { reader: "pdf.js", direction: "rtl", body: "قال <b>مُحَمَّدٌ</b>، ثم" },
  { reader: "pdf.js", direction: "rtl", body: "می‌خواهد" },
  { reader: "pdf.js", direction: "ltr", body: "Words بنغازي 2021 طرابلس, then" },
  { reader: "poppler", direction: "rtl", body: "العنوان English title here والنص" },
  { reader: "poppler", direction: "ltr", body: "Words بنغازي 2021 طرابلس, then" },
  { reader: "poppler", direction: "rtl", body: "نسبة ٪١٢ من" },
];

/** @returns lines to print, one of them for each limit */
export async function reportLimits(out) {
  const lines = [
    "Known limits of the readers, which are on no page of the table (see the README):",
  ];
  for (const [index, { reader, direction, body }] of LIMITS.entries()) {
    const font = direction === "rtl" ? "Amiri" : "IBM Plex Sans";
    const html = `<html lang="en" dir="${direction}"><head><title>Limit</title><style>
      body { font-family: "${font}" }</style></head><body><p>${body}</p></body></html>`;
    const { bytes } = await renderPdf(html, { createdAt: new Date(0) });
    const pdf = join(out, `limit.${index + 1}.pdf`);
    writeFileSync(pdf, bytes);
    const [failure] = await compareTexts({ pdf, source: body.replace(/<[^>]*>/g, "") }, reader);
    lines.push(`  ${reader} ${failure?.where ?? "reads it back now: take it off the list"}`);
  }
  return lines;
}
