/** Every quotation stands in its article, and every statement says what it cites. */
import type { Citation, Issue, Statement } from "../../model/issue.js";
import { sha256, statementId } from "../seal.js";
import { ELLIPSIS, printable } from "../statements.js";
import { type Breach, type Sources, whereTheyPart } from "./fault.js";
import { type Placed, placesOf, spotAt } from "./places.js";

export function checkCitations(issue: Issue, { texts }: Sources): Breach[] {
  const { isSound, breaches } = checkTexts(issue, texts);
  const differing = placesOf(issue).citations.filter(({ value }) => isSound(value));
  return [...breaches, ...differing.flatMap((placed) => checkQuotation(placed, texts))];
}

type Cited = Pick<Citation, "article" | "textSha256">;

/** A text that is gone or changed is told once, however much of it is cited. */
function checkTexts(issue: Issue, texts: Sources["texts"]) {
  const hashes = new Map([...texts].map(([article, text]) => [article, sha256(text)]));
  const isSound = ({ article, textSha256 }: Cited) => hashes.get(article) === textSha256;
  const rows = issue.sources.map((value, index) => ({
    value,
    spot: { ...spotAt(["sources", index], issue), article: { id: value.article } },
  }));
  const told = new Map<string, Breach>();
  for (const { value, spot } of [...rows, ...placesOf(issue).citations]) {
    const { article } = value;
    if (isSound(value) || told.has(article)) continue;
    const isGone = !texts.has(article);
    const name = issue.sources.find((source) => source.article === article)?.file ?? article;
    told.set(article, {
      code: isGone ? "citation-without-source" : "source-text-changed",
      message: `the stored text of ${name} is ${isGone ? "not at hand" : "not the one that was cited"}`,
      at: spot,
    });
  }
  return { isSound, breaches: [...told.values()] };
}

function checkQuotation({ value, spot }: Placed<Citation>, texts: Sources["texts"]): Breach[] {
  const { article, start, end, quote } = value;
  const words = texts.get(article)?.slice(start, end) ?? "";
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
    const [stated, cited] = whereTheyPart(text, printable(first?.quote ?? ""));
    const message = `${id} does not say what it cites: “${stated}”`;
    breaches.push({
      code: "statement-not-verbatim",
      message,
      at: spot,
      hint: `it cites “${cited}”`,
    });
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
