/** Every quotation stands in its article, and every statement says what it cites. */
import type { Citation, Issue, Statement } from "../../model/issue.js";
import { sha256, statementId } from "../seal.js";
import { ELLIPSIS, printable } from "../statements.js";
import { type Breach, clip, type Sources, whereTheyPart } from "./fault.js";
import { type Placed, placesOf } from "./places.js";

export function checkCitations(issue: Issue, { texts }: Sources): Breach[] {
  const hashes = new Map([...texts].map(([article, text]) => [article, sha256(text)]));
  return placesOf(issue).citations.flatMap((placed) => checkCitation(placed, texts, hashes));
}

function checkCitation(
  { value, spot }: Placed<Citation>,
  texts: Sources["texts"],
  hashes: ReadonlyMap<string, string>,
): Breach[] {
  const { article, start, end, quote, textSha256 } = value;
  const text = texts.get(article);
  if (text === undefined) {
    const message = `the text of ${article} is not at hand`;
    return [{ code: "citation-without-source", message, at: spot }];
  }
  if (hashes.get(article) !== textSha256) {
    const message = `the stored text of ${article} is not the one that was cited`;
    return [{ code: "source-text-changed", message, at: spot }];
  }
  const words = text.slice(start, end);
  if (words === quote) return [];
  const [stated, found] = whereTheyPart(quote, words);
  return [
    {
      code: "quotation-differs",
      message: `the quotation at ${article} ${start}-${end} is not in the article: “${stated}”`,
      at: spot,
      hint: `the article says “${found}”`,
    },
  ];
}

export function checkStatements(issue: Issue): Breach[] {
  return placesOf(issue).statements.flatMap(checkStatement);
}

function checkStatement({ value, spot }: Placed<Statement>): Breach[] {
  const { id, text, citations, context } = value;
  const [first] = citations;
  const breaches: Breach[] = [];
  if (first === undefined || !isVerbatim(text, first.quote)) {
    const message = `${id} does not say what it cites: “${clip(text)}”`;
    breaches.push({ code: "statement-not-verbatim", message, at: spot });
  }
  if (first !== undefined && statementId(first) !== id) {
    const message = `${id} is not the name of the quotation that it cites`;
    breaches.push({ code: "statement-id", message, at: spot });
  }
  if (context !== undefined && context.text !== printable(context.citation.quote)) {
    const message = `the context of ${id} does not say what it cites`;
    breaches.push({ code: "statement-not-verbatim", message, at: spot });
  }
  return breaches;
}

/** The words of the quotation, all of them or, behind a marked ellipsis, its end. */
export function isVerbatim(text: string, quote: string): boolean {
  const source = printable(quote);
  if (!text.startsWith(ELLIPSIS)) return text === source;
  const kept = text.slice(ELLIPSIS.length);
  return kept.startsWith(" ") && source.endsWith(kept) && kept.length > 1;
}
