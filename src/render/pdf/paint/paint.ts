/** Finished pages in, the bytes of the PDF out. It decides nothing: every place is settled. */
import PDFDocument from "pdfkit";
import type { Face } from "../fonts/face.js";
import type { DrawingMark, GroupMark, Mark, Page } from "../pages/page.js";
import { remember } from "../remember.js";
import { nameDestinations, paintLink } from "./links.js";
import { OutlineWriter } from "./outline.js";
import { outlineRectangle, paintBox } from "./paint-box.js";
import { paintText } from "./paint-text.js";
import { type EmbeddedFace, embedFace, escapeMetadata } from "./pdfkit-adapter.js";

export interface DocumentInfo {
  readonly title: string;
  readonly author: string | undefined;
  /** BCP 47. */
  readonly language: string;
  readonly createdAt: Date;
}

export async function paintDocument(
  pages: readonly Page[],
  info: DocumentInfo,
): Promise<Uint8Array> {
  const document = openDocument(info);
  const faces = new Map<Face, EmbeddedFace>();
  const embed = (face: Face) => remember(faces, face, () => embedFace(document, face));
  const destinations = nameDestinations(pages);
  const outline = new OutlineWriter(document.outline);
  for (const page of pages) {
    document.addPage({ size: [page.width, page.height], margin: 0 });
    for (const mark of page.marks) paintMark(document, mark, embed);
    for (const link of page.links) paintLink(document, link, destinations);
    for (const { id, y } of page.anchors) {
      const destination = destinations.get(id);
      if (destination?.page !== page.number || destination.y !== y) continue;
      document.addNamedDestination(destination.name, "XYZ", 0, y, null);
    }
    for (const heading of page.headings) outline.add(heading, page.width);
  }
  return finish(document);
}

function openDocument({ title, author, language, createdAt }: DocumentInfo): PDFDocument {
  const document = new PDFDocument({
    pdfVersion: "1.7",
    lang: language,
    displayTitle: true,
    autoFirstPage: false,
    font: null,
    margin: 0,
    info: {
      Title: title,
      ...(author === undefined ? {} : { Author: author }),
      Creator: "Briefwright",
      Producer: "Briefwright",
      CreationDate: createdAt,
      ModDate: createdAt,
    },
  });
  escapeMetadata(document);
  return document;
}

function paintMark(document: PDFDocument, mark: Mark, embed: (face: Face) => EmbeddedFace): void {
  switch (mark.kind) {
    case "box":
      paintBox(document, mark);
      break;
    case "text":
      paintText(document, mark, embed);
      break;
    case "rule":
      document.rect(mark.x, mark.y, mark.width, mark.height).fill(mark.color);
      break;
    case "image":
      document.image(mark.bytes, mark.x, mark.y, { width: mark.width, height: mark.height });
      break;
    case "drawing":
      paintDrawing(document, mark);
      break;
    case "group":
      openGroup(document, mark);
      break;
    case "group-end":
      document.restore();
  }
}

function openGroup(document: PDFDocument, { matrix, opacity, clip }: GroupMark): void {
  document.save().transform(...matrix);
  if (clip) outlineRectangle(document, clip, clip.radius).clip();
  if (opacity < 1) document.opacity(opacity);
}

function paintDrawing(document: PDFDocument, { matrix, shapes }: DrawingMark): void {
  for (const { path, matrix: own, fill, stroke, strokeWidth } of shapes) {
    document
      .save()
      .transform(...matrix)
      .transform(...own);
    const isFilled = isSeen(fill);
    const isStroked = isSeen(stroke) && strokeWidth > 0;
    document.lineWidth(strokeWidth).path(path);
    if (isFilled && isStroked) document.fillAndStroke(fill, stroke);
    else if (isFilled) document.fill(fill);
    else if (isStroked) document.stroke(stroke);
    else document.addContent("n");
    document.restore();
  }
}

function isSeen(color: string): boolean {
  return color !== "none" && color !== "transparent";
}

async function finish(document: PDFDocument): Promise<Uint8Array> {
  document.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of document) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}
