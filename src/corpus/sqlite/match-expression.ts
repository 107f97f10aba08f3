/** Words and phrases to an expression of SQLite's FTS5; every word stands in it as a string. */
import { formsOf } from "../match-forms.js";
import { clausesOfTerm, type TextClause, type TextQuery } from "../text-query.js";

/** @param among of these terms one must match as well */
export function matchExpression(
  { clauses, without }: TextQuery,
  among: readonly string[] = [],
): string {
  const wanted = clauses.map((clause) => clauseExpression(clause));
  const terms = among.flatMap((term) => termExpression(term) ?? []);
  if (terms.length > 0) wanted.push(`(${terms.join(" OR ")})`);
  const all = wanted.join(" AND ");
  if (without.length === 0) return all;
  return `(${all}) NOT (${without.map((clause) => clauseExpression(clause)).join(" OR ")})`;
}

/** A term of a lexicon; null where it holds no word. */
export function termExpression(term: string): string | null {
  const clauses = clausesOfTerm(term);
  if (clauses.length === 0) return null;
  return `(${clauses.map((clause) => clauseExpression(clause)).join(" AND ")})`;
}

/** The first word may have many forms. */
export function clauseExpression({ words, runsOn }: TextClause): string {
  const [first = "", ...rest] = words;
  const phrases = formsOf(first).map((form) => {
    const phrase = `"${[form, ...rest].join(" ")}"`;
    return runsOn ? `${phrase} *` : phrase;
  });
  return phrases.length === 1 ? phrases.join("") : `(${phrases.join(" OR ")})`;
}
