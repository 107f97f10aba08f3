/** A text to the plainest PDF (ISO 32000): Helvetica, a line below the other, nothing packed. */
import { deflateSync } from "node:zlib";

/** @param pages how often the text is printed, each time on a page of its own */
export function plainPdf(text: string, pages = 1): Uint8Array {
  const lines = text.split(/\r?\n/).map((line) => `(${escaped(line)}) Tj T*`);
  return drawnPdf(`BT /F1 10 Tf 13 TL 60 780 Td ${lines.join("\n")} ET`, "", pages);
}

/** One page whose content was packed, once or over and over. */
export function packedPdf(content: Uint8Array, times: number): Uint8Array {
  const filters = Array.from({ length: times }, () => "/FlateDecode");
  const packed = filters.reduce<Uint8Array>((bytes) => deflateSync(bytes), content);
  return drawnPdf(Buffer.from(packed).toString("latin1"), `/Filter [${filters.join(" ")}]`, 1);
}

function drawnPdf(content: string, filter: string, pages: number): Uint8Array {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 5} 0 R`);
  const page =
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>";
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages} /Kids [${kids.join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    `<< /Length ${content.length} ${filter} >>\nstream\n${content}\nendstream`,
    ...kids.map(() => page),
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join("")}`;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + table + end, "latin1");
}

function escaped(line: string): string {
  return line.replace(/[\\()]/g, "\\$&").replace(/[^\u0020-\u007e\u00a0-\u00ff]/g, "?");
}
