/** Objects in, the bytes of a PDF with a table of references as a stream out: well formed or hostile. */
import { deflateSync } from "node:zlib";

export interface CraftedObject {
  /** The entries of a dictionary, without its brackets, or any value where there is no stream. */
  readonly text: string;
  readonly stream?: Buffer;
}

/** @param objects numbered from 1 */
export function craftPdf(objects: readonly CraftedObject[], trailer = "/Root 1 0 R"): Buffer {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n")];
  const offsets: number[] = [];
  let at = parts[0]?.length ?? 0;
  const add = (bytes: Buffer): void => {
    parts.push(bytes);
    at += bytes.length;
  };
  objects.forEach(({ text, stream }, index) => {
    offsets.push(at);
    add(Buffer.from(`${index + 1} 0 obj\n`));
    if (stream === undefined) add(Buffer.from(text));
    else {
      const packed = deflateSync(stream);
      const head = `<<${text} /Filter /FlateDecode /Length ${packed.length}>>\nstream\n`;
      add(Buffer.concat([Buffer.from(head), packed, Buffer.from("\nendstream")]));
    }
    add(Buffer.from("\nendobj\n"));
  });
  const start = at;
  const table = Buffer.alloc((objects.length + 2) * 6);
  [...offsets, start].forEach((offset, index) => {
    table.writeUInt8(1, (index + 1) * 6);
    table.writeUInt32BE(offset, (index + 1) * 6 + 1);
  });
  const packed = deflateSync(table);
  const size = `/Size ${objects.length + 2}`;
  add(
    Buffer.from(
      `${objects.length + 1} 0 obj\n<</Type/XRef/W[1 4 1]${size} ${trailer}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`,
    ),
  );
  add(packed);
  add(Buffer.from(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** A catalog, a page with this content and the issue that rides along. */
export function craftBrief(
  issue: Buffer,
  content: Buffer,
  structure = "<</Type/StructTreeRoot/K []>>",
): Buffer {
  return craftPdf([
    { text: "<</Type/Catalog/Pages 2 0 R/AF[5 0 R]/StructTreeRoot 7 0 R>>" },
    { text: "<</Type/Pages/Count 1/Kids[3 0 R]>>" },
    { text: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>" },
    { text: "", stream: content },
    { text: "<</Type/Filespec/UF(issue.json)/F(issue.json)/EF<</F 6 0 R>>>>" },
    { text: "/Type/EmbeddedFile", stream: issue },
    { text: structure },
  ]);
}
