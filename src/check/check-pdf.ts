/** The bytes of a brief's PDF in, what it carries and prints out; with its issue, what of that differs. */
import { type Fault, faultOf } from "../model/fault.js";
import type { Issue } from "../model/issue.js";
import { PdfError, PdfFile } from "../pdf/index.js";
import type { PrintedWords } from "../render/index.js";
import { directionOf } from "../templating/index.js";
import type { ExpectedPage } from "./expected-page.js";
import { readAttachments } from "./pdf/attachments.js";
import {
  bookmarksOf,
  foreignPartsOf,
  overlaysOf,
  readDocument,
  readPlaces,
} from "./pdf/document.js";
import { type PrintedPdf, readPrintedPdf } from "./pdf/structure-words.js";
import { checkFurniture } from "./print/furniture.js";
import { comparePrint, onPage } from "./print/print-faults.js";
import { compareLinks } from "./print/printed-links.js";
import { leadersOf, wordsOfPage, wordsOfPdf } from "./print/printed-words.js";
import { checkProvenancePrinted } from "./print/provenance-printed.js";
import type { Where } from "./print/word.js";

export interface BriefPdf {
  readonly file: PdfFile;
  /** Files that ride in it, by name. */
  readonly attachments: ReadonlyMap<string, Buffer>;
}

/** @returns why it is no brief's PDF where it is none */
export function openBriefPdf(bytes: Uint8Array, path: string): BriefPdf | Fault {
  try {
    const file = new PdfFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (file.trailer.entries.has("Encrypt")) throw new PdfError("the file is locked");
    return { file, attachments: readAttachments(file) };
  } catch (error) {
    return unreadable(error, path);
  }
}

/** @param expected the page that the issue gives; null where its template is not at hand */
export function checkPdf(
  { file }: BriefPdf,
  issue: Issue,
  expected: ExpectedPage | null,
  path: string,
): Fault[] {
  try {
    file.unpackAll();
    const printed = readPrintedPdf(file);
    return [
      ...(expected === null ? [] : checkWords(file, printed, expected, path)),
      ...(expected === null ? [] : checkProvenance(expected, issue, path)),
      ...checkFurniture(printed, issue, expected, path),
      ...checkHidden(printed, path),
      ...checkFile(file, printed, path),
      ...(expected === null ? [] : checkDocument(file, expected.words, path)),
      ...(expected === null ? [] : checkBeside(file, printed, expected, path)),
    ];
  } catch (error) {
    return [unreadable(error, path)];
  }
}

function unreadable(error: unknown, file: string): Fault {
  if (!(error instanceof PdfError)) throw error;
  const message = `this is no PDF as this program writes it: ${error.message}`;
  return faultOf("not-a-brief", message, { file });
}

function checkWords(
  file: PdfFile,
  printed: PrintedPdf,
  { words }: ExpectedPage,
  path: string,
): Fault[] {
  const leaders = leadersOf(words.runs);
  const joining = directionOf(words.page.language ?? "und") === "rtl" ? "all" : "runs";
  const found = wordsOfPdf(printed.parts, leaders, joining);
  const expected = wordsOfPage(words.runs, (word) => found.read[word]?.where.page, joining);
  const comparison = { file: path, sameTemplate: true };
  const drawn = comparePrint(expected.drawn, found.drawn, comparison);
  const faults = [...comparePrint(expected.read, found.read, comparison), ...drawn];
  if (faults.length > 0) return faults;
  const links = compareLinks(expected.read, found.read, path, true);
  const places = readPlaces(file, file.pages());
  const astray = [...links.names].flatMap(([href, name]): Fault[] => {
    const where = found.read[expected.starts.get(href.slice(1)) ?? -1]?.where;
    if (where === undefined || isNear(places.get(name), where)) return [];
    const message = `links to ${href.slice(1)} lead to another place`;
    return [faultOf("printed-link-differs", message, { file: path })];
  });
  return [...links.faults, ...astray];
}

/** Told by the page that it has to be: words that are printed otherwise are told by themselves. */
function checkProvenance({ words }: ExpectedPage, issue: Issue, path: string): Fault[] {
  const { read } = wordsOfPage(words.runs, () => undefined, "none");
  return checkProvenancePrinted(read, issue, path);
}

/** Points between the edge of an element, where its links lead, and the line of its first word. */
const FAR_FROM_PLACE = 60;

function isNear(place: { readonly page: number; readonly y: number } | undefined, where: Where) {
  if (place === undefined || place.page !== where.page) return false;
  return Math.abs(place.y - (where.y ?? 0)) <= FAR_FROM_PLACE;
}

const MOST_FAULTS = 20;

/** Marks of direction: whatever colour they have, nobody sees them. */
const HAS_NO_INK = /^[\p{Cf}\s]*$/u;

function checkHidden({ parts, pages, loose, replaced }: PrintedPdf, file: string): Fault[] {
  const beside = pages.flatMap(({ shown }, index) =>
    shown
      .filter(({ mark }) => mark.kind !== "content" && mark.kind !== "none")
      .map((words) => ({ ...words, page: index + 1 })),
  );
  const lost = loose.map(({ page, words }) => ({ ...words, page }));
  const hidden = [...parts, ...lost, ...beside].filter(
    ({ concealed, text }) => concealed !== null && !HAS_NO_INK.test(text),
  );
  return [
    ...hidden.slice(0, MOST_FAULTS).map(({ text, page, concealed }) => {
      const message = `“${clip(text)}” is not what a reader sees: ${concealed}${onPage({ page })}`;
      return faultOf("words-hidden", message, { file });
    }),
    ...replaced
      .filter((text) => text !== "")
      .map((text) => {
        const message = `“${clip(text)}” takes the place of words when they are copied or heard`;
        return faultOf("words-hidden", message, { file });
      }),
    ...lost.slice(0, MOST_FAULTS).map(({ text, page }) => {
      const message = `“${clip(text)}” belongs to nothing of the brief${onPage({ page })}`;
      return faultOf("printed-words-added", message, { file });
    }),
  ];
}

/** Bookmarks, what is heard of pictures and links, and how many pictures there are. */
function checkBeside(
  file: PdfFile,
  { spoken, pages }: PrintedPdf,
  { says, words }: ExpectedPage,
  path: string,
): Fault[] {
  const unknown = [...spoken, ...bookmarksOf(file)].filter((text) => !says(text));
  const pictures = pages.reduce((sum, page) => sum + page.pictures, 0);
  return [
    ...unknown.slice(0, MOST_FAULTS).map((text) => {
      const message = `“${clip(text)}” is heard or listed beside the text`;
      return faultOf("printed-words-added", message, { file: path });
    }),
    ...(pictures > words.pictures
      ? [
          faultOf("print-altered", "a page shows a picture that the brief does not have", {
            file: path,
          }),
        ]
      : []),
  ];
}

function clip(text: string): string {
  return text.trim().slice(0, 80);
}

/** Whatever a viewer shows or does beside the pages as they were written. */
function checkFile(file: PdfFile, printed: PrintedPdf, path: string): Fault[] {
  const pages = file.pages().map(({ page }) => page);
  const operators = new Set(printed.pages.flatMap((page) => page.foreign));
  const notes = overlaysOf(file, pages, printed.links).slice(0, MOST_FAULTS);
  const foreign = [
    ...(file.hasUpdates ? ["the file was written to after it was finished"] : []),
    ...[...operators].map((word) => `a page is drawn by other means: ${word.slice(0, 40)}`),
    ...foreignPartsOf(file).map((part) => `the file has ${part}`),
    ...notes.map(
      ({ page, kind, words }) => `a note (${kind}) lies on it: “${clip(words)}”${onPage({ page })}`,
    ),
  ];
  return foreign.map((message) => faultOf("print-altered", message, { file: path }));
}

function checkDocument(file: PdfFile, { page, metadata }: PrintedWords, path: string): Fault[] {
  const document = readDocument(file);
  const date = `D:${page.createdAt.toISOString().slice(0, 19).replace(/[-T:]/g, "")}Z`;
  const pairs: readonly (readonly [string, string | undefined, string | undefined])[] = [
    ["title", page.title, document.title],
    ["author", page.author, document.author],
    ["subject", page.subject, document.subject],
    ["language", page.language, document.language],
    ["date", date, document.createdAt],
    ["date of change", date, document.modifiedAt],
    ["XMP metadata", metadata, document.metadata],
  ];
  return pairs
    .filter(([, meant, found]) => (meant ?? "") !== (found ?? ""))
    .map(([what, , found = ""]) => {
      const message = `the ${what} is not that of the issue: “${clip(found)}”`;
      return faultOf("document-info-differs", message, { file: path });
    });
}
