/** A brief's page of HTML in, what it carries out; with the page that its issue gives, what differs. */
import { type Fault, type FaultPlace, faultOf } from "../model/fault.js";
import { type Markup, scanPage } from "./page/scan-page.js";
import { alignWords } from "./print/align-words.js";
import { comparePrint } from "./print/print-faults.js";
import { compareLinks } from "./print/printed-links.js";

/** The page that an issue gives, byte for byte. */
export interface PageOfIssue {
  readonly html: string;
  /** Whether each file of its template has the hash that the issue names. */
  readonly sameTemplate: boolean;
  /** Whether this program is the version that made the issue: its markup may differ otherwise. */
  readonly sameProgram: boolean;
}

/** A page many times as long as it should be is not taken apart. */
const MOST_TIMES = 4;
const MOST_FAULTS = 20;

/** @returns nothing where the page is, byte for byte, the one that its issue gives */
export function checkPage(page: string, expected: PageOfIssue, file: string): Fault[] {
  if (page === expected.html) return [];
  if (page.length > expected.html.length * MOST_TIMES) {
    const message = "the page is many times as long as that of its issue";
    return [faultOf("printed-words-added", message, { file })];
  }
  const meant = scanPage(expected.html);
  const found = scanPage(page);
  const words = comparePrint(meant.words, found.words, { ...expected, file });
  const links = words.length > 0 ? [] : compareLinks(meant.words, found.words, file, false).faults;
  const markup = compareMarkup(meant.markup, found.markup, expected, file);
  const faults = [...words, ...links.filter(({ place }) => !isTold(place, words)), ...markup];
  if (faults.length > 0 || !expected.sameTemplate || !expected.sameProgram) return faults;
  const message = "the page is not as it was made, though its words and its markup are";
  return [
    faultOf("print-altered", message, { file, line: lineWhereTheyPart(page, expected.html) }),
  ];
}

function isTold({ line }: FaultPlace, faults: readonly Fault[]): boolean {
  return faults.some(({ place }) => place.line === line);
}

/** Tags, attributes, comments, styles: they can hide words, or show what is not there. */
function compareMarkup(
  meant: readonly Markup[],
  found: readonly Markup[],
  { sameProgram, sameTemplate }: PageOfIssue,
  file: string,
): Fault[] {
  const stretches = alignWords(
    meant.map(({ text }) => text),
    found.map(({ text }) => text),
  );
  return stretches.slice(0, MOST_FAULTS).map(({ expected: [from, to], found: [start, end] }) => {
    const line = (found[start] ?? found.at(-1))?.line ?? 1;
    const shown = clip(found.slice(start, end));
    const asked = clip(meant.slice(from, to));
    const message =
      shown === "" ? `${asked} is gone` : `${shown} stands where ${asked || "nothing"} should`;
    const fault = faultOf("print-altered", `the markup was changed: ${message}`, { file, line });
    return sameProgram && sameTemplate ? fault : { ...fault, severity: "warning" as const };
  });
}

function clip(markup: readonly Markup[]): string {
  const text = markup.map((each) => each.text).join("");
  return text.length > 100 ? `${text.slice(0, 97)}…` : text;
}

function lineWhereTheyPart(page: string, expected: string): number {
  let line = 1;
  for (let at = 0; at < page.length && page[at] === expected[at]; at += 1) {
    if (page[at] === "\n") line += 1;
  }
  return line;
}
