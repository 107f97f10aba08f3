/** What is cited is whole: a passage or a sentence, with the words before it that it needs. */
import type { Bearing } from "../../model/analysis.js";
import type { Citation, Issue, Statement } from "../../model/issue.js";
import { bearingOf } from "../../summary/index.js";
import { ELLIPSIS, printable } from "../statements.js";
import { byDerivation, type Derived, readAgain } from "./derived.js";
import type { Breach } from "./fault.js";
import { type Placed, placesOf } from "./places.js";

/** Figures, dates and names are cited by a few words of a sentence. */
const IN_WORDS = /^(?:glance|names)\b|\.mention$/;

/** A statement starts and ends where sentences do; so does whatever else is cited in whole sentences. */
export const checkSpans = readAgain((issue, derived) => {
  const { statements } = placesOf(issue);
  return statements.flatMap(({ value, spot }) => {
    if (IN_WORDS.test(spot.path ?? "")) return [];
    const cited = [...value.citations, ...(value.context ? [value.context.citation] : [])];
    return cited.flatMap((citation): Breach[] => {
      if (isWhole(citation, derived)) return [];
      const { article, start, end } = citation;
      const message = `${value.id} cites words that are no whole sentence: ${article} ${start}-${end}`;
      return [
        { code: "passage-differs", message, at: { ...spot, article: { id: article, start, end } } },
      ];
    });
  });
});

function isWhole({ article, start, end }: Citation, { analyses }: Derived): boolean {
  const sentences = analyses.get(article)?.sentences;
  if (sentences === undefined) return true;
  return (
    sentences.some((sentence) => sentence.start === start) &&
    sentences.some((sentence) => sentence.end === end)
  );
}

/** The ellipsis at its start and the sentence before it are those that it cannot do without. */
export const checkBearings = byDerivation((issue, derived) =>
  placesOf(issue).statements.flatMap((placed) => {
    if (IN_WORDS.test(placed.spot.path ?? "")) return [];
    const bearing = bearingAt(placed.value.citations[0], derived);
    return bearing === null
      ? []
      : [...checkCut(placed, bearing), ...checkContext(placed, bearing, issue)];
  }),
);

function bearingAt(
  citation: Citation | undefined,
  { analyses, articles }: Derived,
): Bearing | null {
  const analysis = analyses.get(citation?.article ?? "");
  const article = articles.get(citation?.article ?? "");
  if (citation === undefined || analysis === undefined || article === undefined) return null;
  const { passages } = analysis;
  const position = passages.findIndex(
    ({ start, end }) => start <= citation.start && citation.start < end,
  );
  const passage = passages[position];
  if (passage === undefined) return null;
  const bearing = bearingOf(analysis, position, article.language) ?? { context: null, elided: 0 };
  if (passage.start === citation.start) return bearing;
  const start = bearing.context?.start ?? passage.start;
  return { context: { article: article.id, start, end: citation.start - 1 }, elided: 0 };
}

function checkCut({ value, spot }: Placed<Statement>, { elided }: Bearing): Breach[] {
  const quote = value.citations[0]?.quote ?? "";
  const kept = printable(quote.slice(elided));
  if (value.text === (elided > 0 ? `${ELLIPSIS} ${kept}` : kept)) return [];
  const message =
    elided > 0
      ? `${value.id} is printed with words that lean on what stands before them`
      : `${value.id} leaves words out that it need not leave out`;
  return [{ code: "context-differs", message, at: spot }];
}

function checkContext(
  { value, spot }: Placed<Statement>,
  bearing: Bearing,
  issue: Issue,
): Breach[] {
  const stated = value.context?.citation;
  const needed = bearing.context;
  const at = { ...spot, path: `${spot.path}.context` };
  if (stated === undefined) {
    if (needed === null || mayStandWithout(spot.path ?? "", value, issue)) return [];
    const message = `${value.id} stands without the sentence before it, which it needs`;
    return [{ code: "context-differs", message, at: spot }];
  }
  const agrees =
    stated.article === needed?.article &&
    stated.start === needed.start &&
    stated.end === needed.end;
  if (agrees) return [];
  const message = `the words before ${value.id} are not those that stand before it in its article`;
  return [{ code: "context-differs", message, at }];
}

/** Beside its speaker a statement stands alone; in the background it may follow the sentence itself. */
function mayStandWithout(path: string, { citations }: Statement, issue: Issue): boolean {
  const [, theme, list, index] = /^themes\[(\d+)\]\.(\w+)\[(\d+)\]/.exec(path) ?? [];
  if (list === "says" || path.includes(".sides[")) return true;
  if (list !== "background") return false;
  const before = issue.themes[Number(theme)]?.background[Number(index) - 1]?.citations[0];
  const own = citations[0];
  return before !== undefined && before.article === own?.article && before.end <= own.start;
}
