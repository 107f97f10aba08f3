/** Files in, associated files of the document out (ISO 19005-3, 6.8; ISO 32000-1, 7.11.4). */
import { createHash } from "node:crypto";
import type PDFDocument from "pdfkit";
import type { Reference } from "pdfkit";
import type { Attachment } from "../metadata/attachment.js";
import { addToCatalog } from "./pdfkit-adapter.js";

export function paintAttachments(document: PDFDocument, attachments: readonly Attachment[]): void {
  if (attachments.length === 0) return;
  const files = attachments.map((attachment) => paintFile(document, attachment));
  // Readers look names up in sorted order, so the keys are not the names.
  files.forEach((file, index) => {
    document.addNamedEmbeddedFile(`f${String(index).padStart(6, "0")}`, file);
  });
  addToCatalog(document, { AF: files });
}

function paintFile(document: PDFDocument, attachment: Attachment): Reference {
  const { name, description, relationship } = attachment;
  const stream = paintBytes(document, attachment);
  const file = document.ref({
    Type: "Filespec",
    F: new String(name),
    UF: new String(name),
    Desc: new String(description),
    AFRelationship: relationship,
    EF: { F: stream, UF: stream },
  });
  file.end();
  return file;
}

function paintBytes(
  document: PDFDocument,
  { bytes, mediaType, modifiedAt }: Attachment,
): Reference {
  const stream = document.ref({
    Type: "EmbeddedFile",
    Subtype: nameOf(mediaType),
    Params: {
      Size: bytes.length,
      ModDate: modifiedAt,
      CheckSum: new Uint8Array(createHash("md5").update(bytes).digest()),
    },
  });
  stream.end(bytes);
  return stream;
}

/** ISO 32000-1, 7.3.5: what is no letter of a name is written as its number. */
function nameOf(mediaType: string): string {
  return mediaType.replace(
    /[^A-Za-z0-9.+-]/g,
    (sign) => `#${(sign.codePointAt(0) ?? 0).toString(16).padStart(2, "0")}`,
  );
}
