/** Tagged pages in, the bytes of the PDF out. It decides nothing: every place is settled. */
import PDFDocument, { type Reference } from "pdfkit";
import type { Attachment } from "../metadata/attachment.js";
import { type DocumentInfo, PRODUCER } from "../metadata/document-info.js";
import { writeXmp } from "../metadata/write-xmp.js";
import type { Link, Page } from "../pages/page.js";
import type { Destinations } from "../tags/link-targets.js";
import type { TaggedDocument, TaggedPage } from "../tags/structure.js";
import { OutlineWriter } from "./outline.js";
import { paintAttachments } from "./paint-attachments.js";
import { paintLink } from "./paint-links.js";
import { paintStructure } from "./paint-structure.js";
import { Painter } from "./painter.js";
import { packSmallObjects, setMetadata } from "./pdfkit-adapter.js";

export interface Print {
  readonly pages: readonly Page[];
  readonly tagged: TaggedDocument;
  readonly destinations: Destinations;
  readonly info: DocumentInfo;
  readonly attachments: readonly Attachment[];
}

/** The file piece by piece, each page when the one before has been taken. */
export async function* paintDocument(print: Print): AsyncGenerator<Uint8Array> {
  const document = openDocument(print.info);
  const painter = new Painter(document);
  const outline = new OutlineWriter(document.outline);
  const annotations = new Map<Link, Reference>();
  const references: Reference[] = [];
  for (const [index, page] of print.pages.entries()) {
    document.addPage({ size: [page.width, page.height], margin: 0 });
    const { dictionary } = document.page;
    dictionary.data.StructParents = index;
    references.push(dictionary);
    const tagged = print.tagged.pages[index] ?? NOTHING;
    painter.paint(tagged.sequences);
    paintLinks(document, tagged, annotations, print);
    namePlaces(document, page, print.destinations);
    for (const heading of page.headings) outline.add(heading, page.width);
    for (let chunk = document.read(); chunk; chunk = document.read()) yield chunk;
  }
  const heights = print.pages.map(({ height }) => height);
  paintStructure(document, print.tagged, { pages: references, heights, annotations });
  paintAttachments(document, print.attachments);
  document.end();
  for await (const chunk of document) yield chunk;
}

const NOTHING: TaggedPage = { sequences: [], links: [] };

function openDocument(info: DocumentInfo): PDFDocument {
  const { title, author, subject, keywords, language, createdAt } = info;
  const document = new PDFDocument({
    pdfVersion: "1.7",
    lang: language,
    displayTitle: true,
    autoFirstPage: false,
    font: null,
    margin: 0,
    tagged: true,
    subset: "PDF/A-3a",
    info: {
      Title: title,
      ...(author ? { Author: author } : {}),
      ...(subject ? { Subject: subject } : {}),
      ...(keywords ? { Keywords: keywords } : {}),
      Creator: PRODUCER,
      Producer: PRODUCER,
      CreationDate: createdAt,
      ModDate: createdAt,
    },
  });
  packSmallObjects(document);
  setMetadata(document, writeXmp(info));
  return document;
}

function paintLinks(
  document: PDFDocument,
  { links }: TaggedPage,
  annotations: Map<Link, Reference>,
  { pages, destinations }: Print,
): void {
  for (const link of links) {
    const key = pages.length + annotations.size;
    const annotation = paintLink(document, link, destinations, key);
    if (annotation) annotations.set(link, annotation);
  }
}

function namePlaces(document: PDFDocument, page: Page, destinations: Destinations): void {
  for (const { id, y } of page.anchors) {
    const destination = destinations.get(id);
    if (destination?.page !== page.number || destination.y !== y) continue;
    document.addNamedDestination(destination.name, "XYZ", 0, y, null);
  }
}
