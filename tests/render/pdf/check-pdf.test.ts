import { describe, expect, test } from "vitest";
import { renderPdf } from "../../../src/render/pdf/index.js";
import { checkPdf, openFile } from "./check-pdf/check-pdf.js";
import type { PdfFile } from "./check-pdf/pdf-file.js";
import { elementsOf, readStructureTree } from "./check-pdf/structure-tree.js";
import { isArray, nameOf, type PdfDictionary, type PdfValue } from "./check-pdf/value.js";
import { CREATED_AT, htmlPage } from "./page.js";

const PIXEL =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const CSS = `
  @page { @bottom-center { content: counter(page) " of " counter(pages) } }
  .note { float: footnote }
  .box { border: 1pt solid #000; background: #eee }
  h2 { break-before: page }`;

const BODY = `<h1>Weekly</h1>
<p class="box">Words with a <a href="https://example.org">link</a> and a note.<span class="note">The note.</span></p>
<ul><li>one</li><li>two <ol><li>inside</li></ol></li></ul>
<table><thead><tr><th scope="col">Theme</th><th scope="col">Reports</th></tr></thead>
<tbody><tr><th scope="row">Forces</th><td>2</td></tr></tbody></table>
<p><img src="${PIXEL}" alt="a point" width="20"></p>
<h2 id="next">Next</h2><p lang="ar" dir="rtl">قال الوزير (في طرابلس) «نعم»</p><p>See <a href="#next">above</a>.</p>`;

const { bytes } = await renderPdf(htmlPage(CSS, BODY), {
  createdAt: CREATED_AT,
  attachments: [
    {
      name: "issue.json",
      bytes: new TextEncoder().encode("{}"),
      mediaType: "application/json",
      description: "The issue",
      relationship: "Source",
      modifiedAt: CREATED_AT,
    },
  ],
});

test("the file holds the rules of PDF/UA-1 and PDF/A-3a", () => {
  expect(checkPdf(openFile(bytes))).toEqual([]);
});

/** What somebody could break, and what the check then says. */
const BROKEN: readonly (readonly [string, (file: PdfFile) => void, RegExp])[] = [
  ["no structure tree", (file) => drop(file.catalog, "StructTreeRoot"), /no structure tree/],
  ["a cell outside a row", (file) => retype(file, "TR", "Sect"), /stands in Sect/],
  ["a list item outside a list", (file) => retype(file, "L", "Div"), /LI stands in Div/],
  ["a heading that skips a level", (file) => retype(file, "H2", "H3"), /H3 follows H1/],
  [
    "a document that begins with a second heading",
    (file) => retype(file, "H1", "H2"),
    /H2 follows nothing/,
  ],
  [
    "an element that names another parent",
    (file) => put(first(file, "P"), "P", null),
    /names another parent/,
  ],
  [
    "a figure without words",
    (file) => drop(first(file, "Figure"), "Alt"),
    /Figure has no alternative/,
  ],
  ["a head cell without scope", (file) => drop(first(file, "TH"), "A"), /TH has no scope/],
  [
    "words outside every mark",
    (file) => repaint(file, (words) => `${words}\n0 0 5 5 re f`),
    /f lies in no mark/,
  ],
  [
    "a mark that is used twice",
    (file) =>
      repaint(file, (words) => words.replace("MCID 1>", "MCID 0>").replace("MCID 1 ", "MCID 0 ")),
    /used twice/,
  ],
  ["a mark that is not in the tree", (file) => drop(first(file, "H1"), "K"), /is not in the tree/],
  ["words that the tree has twice", (file) => copyKids(file, "H1", "P"), /is in the tree 2 times/],
  [
    "content that the tree alone knows",
    (file) => repaint(file, () => ""),
    /content that is nowhere/,
  ],
  [
    "a font that is not embedded",
    (file) => eachFont(file, (font) => drop(descriptorOf(file, font), "FontFile2")),
    /not embedded/,
  ],
  [
    "a font without characters",
    (file) => eachFont(file, (font) => drop(font, "ToUnicode")),
    /glyphs without a character/,
  ],
  [
    "a link without words",
    (file) => eachLink(file, (link) => drop(link, "Contents")),
    /link has no contents/,
  ],
  [
    "a link outside the tree",
    (file) => eachElement(file, "Link", (link) => drop(link, "K")),
    /link lies in no element/,
  ],
  ["a link in another element", (file) => retype(file, "Link", "Span"), /link lies in Span/],
  [
    "tabs in the order of the page",
    (file) => eachPage(file, (page) => drop(page, "Tabs")),
    /tabs do not follow/,
  ],
  [
    "another title than it says",
    (file) => put(file.dictionary(file.trailer.get("Info")), "Title", text("No")),
    /Title is "No"/,
  ],
  [
    "another date than it says",
    (file) => put(file.dictionary(file.trailer.get("Info")), "ModDate", text("D:2001")),
    /ModDate is/,
  ],
  ["no claim", (file) => drop(file.catalog, "Metadata"), /pdfuaid:part is undefined/],
  [
    "a title that is not shown",
    (file) => drop(file.catalog, "ViewerPreferences"),
    /title is not shown/,
  ],
  ["no language", (file) => drop(file.catalog, "Lang"), /no language/],
  ["no mark as tagged", (file) => drop(file.catalog, "MarkInfo"), /not marked as tagged/],
  ["no output intent", (file) => drop(file.catalog, "OutputIntents"), /no output intent/],
  ["a note without an id", (file) => drop(first(file, "Note"), "ID"), /Note has no id/],
  [
    "an attachment without relation",
    (file) => eachAttachment(file, (each) => drop(each, "AFRelationship")),
    /issue.json does not say/,
  ],
  ["an attachment of nothing", (file) => drop(file.catalog, "AF"), /issue.json is not associated/],
];

describe("the check finds", () => {
  test.each(BROKEN)("%s", (_, breakIt, complaint) => {
    const file = openFile(bytes);
    breakIt(file);
    expect(checkPdf(file).join("\n")).toMatch(complaint);
  });
});

function drop(dictionary: PdfDictionary | undefined, key: string): void {
  expect(dictionary?.entries.delete(key), `has ${key}`).toBe(true);
}

function put(dictionary: PdfDictionary | undefined, key: string, value: PdfValue): void {
  expect(dictionary).toBeDefined();
  dictionary?.entries.set(key, value);
}

function text(letters: string): PdfValue {
  return { kind: "string", bytes: Buffer.from(letters, "latin1") };
}

function elements(file: PdfFile, type: string): PdfDictionary[] {
  const root = readStructureTree(file);
  const all = root === undefined ? [] : [...elementsOf(root)];
  return all.filter((element) => element.type === type).map(({ dictionary }) => dictionary);
}

function eachElement(file: PdfFile, type: string, change: (dictionary: PdfDictionary) => void) {
  for (const element of elements(file, type)) change(element);
}

function first(file: PdfFile, type: string): PdfDictionary | undefined {
  return elements(file, type)[0];
}

function retype(file: PdfFile, from: string, to: string): void {
  expect(first(file, from), from).toBeDefined();
  eachElement(file, from, (element) => put(element, "S", { kind: "name", name: to }));
}

function copyKids(file: PdfFile, from: string, to: string): void {
  put(first(file, to), "K", first(file, from)?.entries.get("K") ?? null);
}

function eachPage(file: PdfFile, change: (page: PdfDictionary) => void): void {
  for (const { page } of file.pages) change(page);
}

/** Writes the first page's content again. */
function repaint(file: PdfFile, change: (content: string) => string): void {
  const [contents] = file.list(file.pages[0]?.page.entries.get("Contents"));
  const stream = file.dictionary(contents);
  if (stream === undefined) throw new Error("the page has no content");
  const content = file.streamOf(stream).toString("latin1");
  stream.stream = Buffer.from(change(content), "latin1");
  stream.entries.delete("Filter");
}

function eachFont(file: PdfFile, change: (font: PdfDictionary) => void): void {
  for (const object of new Set(file.objects.values())) {
    const dictionary = file.dictionary(object);
    if (nameOf(dictionary?.entries.get("Subtype")) === "Type0" && dictionary) change(dictionary);
  }
}

function descriptorOf(file: PdfFile, font: PdfDictionary): PdfDictionary | undefined {
  return file.dictionary(file.list(font.entries.get("DescendantFonts"))[0], "FontDescriptor");
}

function eachLink(file: PdfFile, change: (link: PdfDictionary) => void): void {
  eachPage(file, (page) => {
    for (const value of file.list(page.entries.get("Annots"))) {
      const link = file.dictionary(value);
      if (link !== undefined) change(link);
    }
  });
}

function eachAttachment(file: PdfFile, change: (specification: PdfDictionary) => void): void {
  const names = file.get(file.catalog, "Names", "EmbeddedFiles", "Names");
  for (const value of isArray(names) ? names.items : []) {
    const specification = file.dictionary(value);
    if (specification !== undefined) change(specification);
  }
}
