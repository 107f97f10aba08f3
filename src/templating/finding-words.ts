/** A finding in, its words from the labels file with the citations of its operands in place out. */
import type { Citation, Finding } from "../model/issue.js";
import { dateWords } from "./date-words.js";
import { escapeHtml } from "./escape-html.js";
import { labelParts, labelText } from "./labels.js";
import type { Session } from "./session.js";

type Value = string | number;

/**
 * HTML of a finding. A parameter is printed by what it holds: an article as a citation, a number in
 * the language's digits grouping, a day as a date, a theme by its title, a language by its name, a
 * word that the labels file knows under `values.<parameter>` by that label, all else as it is.
 * `{citations}` stands for the citations of all operands, `{operands}` for the operands' own words,
 * each with its citation; a label that places no citation at all gets them at its end.
 */
export function findingWords(finding: Finding, session: Session): string {
  const key = `finding.${finding.kind}`;
  const count = typeof finding.params.count === "number" ? finding.params.count : undefined;
  const text = labelText(session.labels, key, count ?? finding.articles.length);
  if (text === null) {
    session.reportLabel(key);
    return "";
  }
  let cited = false;
  const place = (name: string, separator: string | null): string => {
    if (name === "citations" || name === "articles") {
      cited = true;
      return operandLinks(finding, session);
    }
    if (name === "operands") {
      cited = true;
      return finding.citations.map((citation) => operandWords(citation, session)).join("");
    }
    const given = finding.params[name];
    if (given === undefined) {
      session.reportParameter(key, name);
      return "";
    }
    const values: readonly Value[] = Array.isArray(given) ? given : [given];
    if (values.length > 0 && values.every((value) => session.isSource(value))) {
      cited = true;
      return session.links.citeArticles(values.map(String));
    }
    const words = values.map((value) => valueWords(name, value, session));
    return escapeHtml(separator === null ? session.list(words) : words.join(separator));
  };
  const html = labelParts(text)
    .map((part) =>
      part.kind === "text" ? escapeHtml(part.text) : place(part.name, part.separator),
    )
    .join("")
    .replaceAll(/ +/g, " ")
    // A citation follows its word without a space of its own.
    .replaceAll(/ (?=<sup)/g, "");
  return cited ? html : html + operandLinks(finding, session);
}

function operandWords(citation: Citation, session: Session): string {
  const words = `<span class="statement">${escapeHtml(citation.quote)}</span>`;
  return `<span class="operand">${words}${session.links.cite([citation])}</span>`;
}

function operandLinks(finding: Finding, session: Session): string {
  return finding.citations.length > 0
    ? session.links.cite(finding.citations)
    : session.links.citeArticles(finding.articles);
}

function valueWords(name: string, value: Value, session: Session): string {
  if (typeof value === "number") return session.number(value);
  const named = labelText(session.labels, `values.${name}.${value}`);
  if (named !== null) return named;
  if (name === "theme") return session.themeTitle(value);
  if (name === "language" || name === "languages") return session.languageName(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dateWords(value, session.language);
  return value;
}
