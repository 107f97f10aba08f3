/** Every quotation stands in its article, and every statement says what it cites. */
import type { Citation, Issue } from "../../model/issue.js";
import { sha256, statementId } from "../seal.js";
import { ELLIPSIS, printable } from "../statements.js";
import { allCitationsOf, statementsOf } from "../walk.js";
import { clip, type Fault, type Sources, whereTheyPart } from "./fault.js";

export function checkCitations(issue: Issue, { texts }: Sources): Fault[] {
  return allCitationsOf(issue).flatMap((citation) => checkCitation(citation, texts));
}

function checkCitation(citation: Citation, texts: Sources["texts"]): Fault[] {
  const { article, start, end, quote, textSha256 } = citation;
  const where = `${article} ${start}-${end}`;
  const text = texts.get(article);
  if (text === undefined) {
    return [
      {
        code: "citation-without-source",
        message: `the text of ${article} is not at hand`,
        hint: "keep the folder evidence/ beside issue.json",
      },
    ];
  }
  if (sha256(text) !== textSha256) {
    return [
      {
        code: "source-text-changed",
        message: `the stored text of ${article} is not the one that was cited`,
        hint: "restore the folder evidence/, or generate the issue again",
      },
    ];
  }
  const words = text.slice(start, end);
  if (words === quote) return [];
  const [stated, found] = whereTheyPart(quote, words);
  return [
    {
      code: "quotation-differs",
      message: `the quotation at ${where} is not in the article: “${stated}”`,
      hint: `the article says “${found}”`,
    },
  ];
}

export function checkStatements(issue: Issue): Fault[] {
  return statementsOf(issue).flatMap((statement) => {
    const faults: Fault[] = [];
    const [first] = statement.citations;
    if (first === undefined || !isVerbatim(statement.text, first.quote)) {
      faults.push({
        code: "statement-not-verbatim",
        message: `${statement.id} does not say what it cites: “${clip(statement.text)}”`,
        hint: "a statement is the words of its first citation, but for marked ellipses",
      });
    }
    if (first !== undefined && statementId(first) !== statement.id) {
      faults.push({
        code: "statement-id",
        message: `${statement.id} is not the name of the quotation that it cites`,
      });
    }
    const { context } = statement;
    if (context !== undefined && !isVerbatim(context.text, context.citation.quote)) {
      faults.push({
        code: "statement-not-verbatim",
        message: `the context of ${statement.id} does not say what it cites`,
      });
    }
    return faults;
  });
}

/** The words of the quotation, all of them or, behind a marked ellipsis, its end. */
export function isVerbatim(text: string, quote: string): boolean {
  const source = printable(quote);
  if (!text.startsWith(ELLIPSIS)) return text === source;
  const kept = text.slice(ELLIPSIS.length);
  return kept.startsWith(" ") && source.endsWith(kept) && kept.length > 1;
}
