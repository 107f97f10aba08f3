/** Paragraphs to a Word file (ECMA-376): the least that Word opens. */
import { writeZip } from "./write-zip.js";

export type Paragraph =
  | string
  | { readonly style?: string; readonly text: string; readonly note?: string }
  | { readonly list: readonly string[] }
  | { readonly table: readonly (readonly string[])[] }
  | { readonly box: string };

export interface Properties {
  readonly title?: string;
  readonly creator?: string;
  readonly created?: string;
  readonly modified?: string;
}

export function writeDocx(
  paragraphs: readonly Paragraph[],
  properties: Properties = {},
): Uint8Array {
  const notes: string[] = [];
  const body = paragraphs.map((paragraph) => bodyOf(paragraph, notes)).join("");
  const parts = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${OFFICE}/footnotes" Target="footnotes.xml"/><Relationship Id="r3" Type="${OFFICE}/numbering" Target="numbering.xml"/></Relationships>`,
    "word/document.xml": `<w:document ${SPACES}><w:body>${body}</w:body></w:document>`,
    "word/styles.xml": `<w:styles ${SPACES}>${style("Title", "Title")}${style("Heading1", "heading 1")}</w:styles>`,
    "word/footnotes.xml": `<w:footnotes ${SPACES}>${notes.map(noteOf).join("")}</w:footnotes>`,
    "word/numbering.xml": `<w:numbering ${SPACES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    "docProps/core.xml": coreOf(properties),
  };
  const utf8 = new TextEncoder();
  return writeZip(
    Object.entries(parts).map(([name, xml]) => ({
      name,
      bytes: utf8.encode(`<?xml version="1.0" encoding="UTF-8"?>${xml}`),
    })),
  );
}

const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SPACES = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"`;

function style(id: string, name: string): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
}

function bodyOf(paragraph: Paragraph, notes: string[]): string {
  if (typeof paragraph === "string") return wrap("", run(paragraph));
  if ("list" in paragraph) {
    const numbered = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`;
    return paragraph.list.map((item) => wrap(numbered, run(item))).join("");
  }
  if ("table" in paragraph) {
    const rows = paragraph.table.map((cells) => {
      const inner = cells.map((cell) => `<w:tc>${wrap("", run(cell))}</w:tc>`).join("");
      return `<w:tr>${inner}</w:tr>`;
    });
    return `<w:tbl>${rows.join("")}</w:tbl>`;
  }
  if ("box" in paragraph) {
    const box = `<w:txbxContent>${wrap("", run(paragraph.box))}</w:txbxContent>`;
    return wrap("", `<w:r><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></w:r>`);
  }
  const { style, text, note } = paragraph;
  if (note !== undefined) notes.push(note);
  const mark = note === undefined ? "" : `<w:r><w:footnoteReference w:id="${notes.length}"/></w:r>`;
  return wrap(style === undefined ? "" : `<w:pStyle w:val="${style}"/>`, run(text) + mark);
}

function wrap(properties: string, runs: string): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
}

function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

function noteOf(text: string, index: number): string {
  return `<w:footnote w:id="${index + 1}">${wrap("", run(text))}</w:footnote>`;
}

function coreOf({ title, creator, created, modified }: Properties): string {
  const date = (name: string, day: string | undefined) =>
    day === undefined ? "" : `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}</dcterms:${name}>`;
  const word = (name: string, text: string | undefined) =>
    text === undefined ? "" : `<dc:${name}>${escapeXml(text)}</dc:${name}>`;
  const values = [
    word("title", title),
    word("creator", creator),
    date("created", created),
    date("modified", modified),
  ];
  return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${values.join("")}</cp:coreProperties>`;
}

function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/g, "")
    .replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
