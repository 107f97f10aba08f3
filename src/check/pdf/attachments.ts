/** A PDF in, the files that ride in it out, by name (ISO 32000-1, 7.11.4). */
import { type PdfDictionary, type PdfFile, textOf } from "../../pdf/index.js";

/** A brief brings four files. */
const MOST_FILES = 64;

export function readAttachments(file: PdfFile): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (const value of file.list(file.catalog.entries.get("AF")).slice(0, MOST_FILES)) {
    const specification = file.dictionary(value);
    const name = nameOfFile(file, specification);
    const stream = file.dictionary(specification, "EF", "F");
    if (name !== undefined && stream !== undefined) found.set(name, file.unpack(stream));
  }
  return found;
}

function nameOfFile(file: PdfFile, specification: PdfDictionary | undefined): string | undefined {
  const named = file.get(specification, "UF") ?? file.get(specification, "F");
  return textOf(named);
}
