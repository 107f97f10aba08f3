/** A Word file (ECMA-376) to its article: its text by mammoth, its headline by style, the rest from its first lines. */
import { type Element, type ParentNode, Text } from "domhandler";
import { findAll, getElementsByTagName } from "domutils";
import type { Diagnostic } from "../model/diagnostic.js";
import { encrypted, unreadableArchive } from "./archive/diagnostics.js";
import { entriesOf, type ZipEntry } from "./archive/entries.js";
import { inflate } from "./archive/inflate.js";
import { blocksOf } from "./html/blocks.js";
import { parseHtml } from "./html/parse-html.js";
import { MAX_FILE_BYTES } from "./limits.js";
import { type DocumentLine, type DocumentProperties, readDocument } from "./read-document.js";
import { type RawFile, type ReadContext, type Reader, type ReadResult, refuse } from "./reader.js";

export const docx: Reader = {
  name: "docx",
  format: "Word",
  extensions: [".docx"],
  maxBytes: MAX_FILE_BYTES,
  // Under any other name the reader of zip archives finds it by its parts.
  recognises: ({ bytes, extension }) =>
    extension === ".docx" && bytes[0] === 0x50 && bytes[1] === 0x4b,
  read: readDocx,
};

const MAIN_PART = "word/document.xml";

/**
 * Inflated bytes: a Word file of 294 kB was seen to take 1.5 GB. Each element takes 2.5 kB more once
 * it is read: a million letters in runs of sixty, as Word writes them, are a hundred thousand elements
 * and were read in 350 MB; at the limit it is about 480 MB.
 */
const LIMITS = { part: 16 * 1024 * 1024, parts: 32 * 1024 * 1024, elements: 150_000 } as const;

async function readDocx(source: RawFile, context: ReadContext): Promise<ReadResult> {
  const { file } = source;
  if (Buffer.from(source.bytes.subarray(0, 8)).toString("hex") === "d0cf11e0a1b11ae1") {
    return refuse(encrypted(file));
  }
  const { entries } = await entriesOf(source.bytes);
  const parts = await unpackParts(entries, context);
  if (typeof parts === "string") return refuse(tooMuchInside(file, parts));
  if (!parts.has(MAIN_PART)) return refuse(noMainPart(file, entries.length));
  const html = parseHtml(await convert(parts)) as ParentNode;
  const { lines, title } = linesOf(html);
  const properties = propertiesOf(parts.get("docProps/core.xml"));
  return readDocument({ format: "docx", lines, title, properties }, source);
}

type Parts = ReadonlyMap<string, Uint8Array>;

/** The parts that are XML: pictures are not looked at. In words which limit they are over, where they are. */
async function unpackParts(
  entries: readonly ZipEntry[],
  { budget }: ReadContext,
): Promise<Parts | string> {
  const parts = new Map<string, Uint8Array>();
  const most = Math.min(LIMITS.parts, budget.left);
  let left = most;
  let elements = LIMITS.elements;
  for (const { name, packed, method, isEncrypted } of entries) {
    if (!/\.(?:xml|rels)$/i.test(name) || parts.has(name) || isEncrypted) continue;
    const limit = Math.min(left, LIMITS.part);
    const { bytes, end } =
      method === 8
        ? await inflate(packed, "raw", limit)
        : ({ bytes: packed, end: packed.length > limit ? "over-limit" : "whole" } as const);
    if (end === "over-limit") {
      return limit < LIMITS.part ? `${most} bytes in its parts` : `${limit} bytes in one part`;
    }
    left -= bytes.length;
    elements -= countElements(bytes);
    if (elements < 0) return `${LIMITS.elements} XML elements`;
    budget.left -= bytes.length;
    parts.set(name, bytes);
  }
  return parts;
}

/** Tags that open: `<` without `/` behind it. */
function countElements(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(0x3c); at !== -1; at = bytes.indexOf(0x3c, at + 1)) {
    if (bytes[at + 1] !== 0x2f) count += 1;
  }
  return count;
}

/** Hands over what was counted here, so that no other reading of the archive can hold more. */
async function convert(parts: Parts): Promise<string> {
  const { default: mammoth } = await import("mammoth");
  const opened = {
    exists: (name: string) => parts.has(name),
    read: async (name: string, encoding?: string) => {
      const bytes = parts.get(name) ?? new Uint8Array();
      return encoding === undefined ? bytes : new TextDecoder(encoding).decode(bytes);
    },
  };
  const noImages = mammoth.images.imgElement(async () => ({ src: "" }));
  // The types know paths and buffers only; an archive that is open already is taken as well.
  const input = { file: opened } as unknown as { path: string };
  const options = { convertImage: noImages, styleMap: STYLES, includeEmbeddedStyleMap: false };
  return (await mammoth.convertToHtml(input, options)).value;
}

const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"];

function linesOf(html: ParentNode): { lines: DocumentLine[]; title: string | null } {
  const notes = findAll(isNote, html.children);
  joinCells(html);
  const blocks = blocksOf(html, { skips: (element) => isMark(element) || isNote(element) });
  const noted = notes.flatMap((note) => blocksOf(note, { skips: isMark }));
  const heading = blocks.slice(0, HEADING_REACH).find(({ element }) => isHeading(element));
  return {
    lines: [
      ...blocks.map(({ text }) => ({ text })),
      ...noted.map(({ text }) => ({ text, removed: "footnote" as const })),
    ],
    title: heading?.text ?? null,
  };
}

/** Lines that may stand above the headline: a section's name, a date. */
const HEADING_REACH = 4;

function isHeading(element: ParentNode): boolean {
  return "name" in element && element.name === "h1";
}

function isNote({ name, attribs }: Element): boolean {
  return name === "li" && /^(?:foot|end)note-\d/.test(attribs.id ?? "");
}

/** The number of a note in the text, and the arrow back to it. */
function isMark({ name, attribs }: Element): boolean {
  if (name !== "a") return false;
  const isReference = /^(?:foot|end)note-ref-/.test(attribs.id ?? "");
  return isReference || /^#(?:foot|end)note-ref-/.test(attribs.href ?? "");
}

/** A row is one line, though each cell of Word holds paragraphs. */
function joinCells(html: ParentNode): void {
  for (const cell of getElementsByTagName((name) => name === "td" || name === "th", html)) {
    for (const paragraph of getElementsByTagName("p", cell)) {
      paragraph.name = "span";
      if (paragraph.prev !== null) paragraph.children.unshift(new Text(" "));
    }
  }
}

/** `docProps/core.xml` (Dublin Core). */
function propertiesOf(core: Uint8Array | undefined): DocumentProperties {
  const xml = core === undefined ? "" : new TextDecoder().decode(core.subarray(0, 20_000));
  return {
    title: propertyOf(xml, "dc:title")?.text ?? null,
    author: propertyOf(xml, "dc:creator")?.text ?? null,
    saved: propertyOf(xml, "dcterms:modified")?.source ?? null,
  };
}

function propertyOf(xml: string, name: string): { text: string; source: string } | null {
  const found = new RegExp(`<${name}(?: [^<>]{0,200})?>([^<]{1,500})</${name}>`).exec(xml);
  const text = found?.[1]?.trim() ?? "";
  return found === null || text === "" ? null : { text: decodeEntities(text), source: found[0] };
}

function decodeEntities(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? "");
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  amp: "&",
};

function noMainPart(file: string, count: number): Diagnostic {
  if (count === 0) return unreadableArchive(file, "is no Word file, or damaged");
  return {
    code: "docx-broken",
    severity: "error",
    message: "has no text part that Word would open",
    place: { file },
    hint: "open it in Word and save it again as .docx",
  };
}

/** @param limit in words: `16777216 bytes in one part` */
function tooMuchInside(file: string, limit: string): Diagnostic {
  return {
    code: "archive-too-large",
    severity: "error",
    message: `holds more than ${limit}`,
    place: { file },
    hint: "open it in Word and save its text as .txt",
  };
}
