/**
 * A page with marks where parts belong that are known only when the whole page is filled in; the page
 * with those parts out, for a screen and for paper. The two differ by the place of notes alone.
 */

/** The marks. Text of the data cannot hold them: its `<` is escaped. */
export const MARKS = {
  backLinks: (number: number) => `<!--back-links ${number}-->`,
  showSource: (number: number, id: string) => `<!--show ${number} ${id}-->`,
  showNote: (number: number, id: string) => `<!--show-note ${number} ${id}-->`,
  footnote: (number: number) => `<!--footnote ${number}-->`,
  citedWords: "<!--cited-words-->",
  notes: "<!--notes-->",
} as const;

const BACK_LINKS = /<!--back-links (\d+)-->/g;
const OPENERS = /<!--show(-note)? (\d+) (\w+)-->/g;
const FOOTNOTES = /<!--footnote (\d+)-->/g;

export interface PageParts {
  readonly backLinks: (number: number) => string;
  readonly showSource: (number: number, id: string) => string;
  readonly showNote: (number: number, id: string) => string;
  readonly citedWords: () => string;
  readonly footnote: (number: number) => string;
  /** All notes together; empty where there are none. */
  readonly notes: () => string;
  /** Whether paper has notes at the foot of its pages. */
  readonly atFoot: boolean;
}

export interface FinishedPage {
  /** As a browser shows it. */
  readonly html: string;
  /** As it is printed. */
  readonly paper: string;
}

export function finishPage(page: string, parts: PageParts): FinishedPage {
  const shows = page.includes(MARKS.citedWords);
  const linked = page
    .replaceAll(BACK_LINKS, (_, number) => parts.backLinks(Number(number)))
    .replaceAll(OPENERS, (_, note, number, id) => {
      if (!shows) return "";
      return (note === undefined ? parts.showSource : parts.showNote)(Number(number), id);
    })
    .replace(MARKS.citedWords, () => parts.citedWords());
  const html = putNotes(linked.replaceAll(FOOTNOTES, ""), parts.notes());
  if (!parts.atFoot) return { html, paper: html };
  const paper = linked
    .replaceAll(FOOTNOTES, (_, number) => parts.footnote(Number(number)))
    .replace(MARKS.notes, "");
  return { html, paper };
}

/** Where a template has no place for them, notes come last. */
function putNotes(page: string, notes: string): string {
  if (page.includes(MARKS.notes)) return page.replace(MARKS.notes, () => notes);
  if (notes === "") return page;
  const ends = ["</main>", "</body>"].map((tag) => page.lastIndexOf(tag)).filter((at) => at >= 0);
  const at = ends[0] ?? page.length;
  return `${page.slice(0, at)}${notes}\n${page.slice(at)}`;
}
