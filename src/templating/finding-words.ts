/** A finding in, its words from the labels file with the citations of its operands in place out. */
import type { Citation, Finding } from "../model/issue.js";
import { dateWords } from "./date-words.js";
import { escapeHtml } from "./escape-html.js";
import type { Filling } from "./filling.js";
import { labelParts, labelText } from "./labels.js";
import { openingWords } from "./opening-words.js";

type Value = string | number;

/**
 * HTML of a finding. A parameter is printed by what it holds: an article as a citation, a number in
 * the language's digits grouping, a day as a date, a theme by its title, a language by its name, a
 * word that the labels file knows under `values.<parameter>` by that label, all else as it is.
 * `{citations}` stands for the citations of all operands, `{operands}` for the operands' own words,
 * each with its citation, `{opening}` for the first words of the first one; a label that places no citation at all gets them at its end.
 */
export function findingWords(finding: Finding, filling: Filling): string {
  const key = `finding.${finding.kind}`;
  const count = typeof finding.params.count === "number" ? finding.params.count : undefined;
  const text = labelText(filling.labels, key, count ?? finding.articles.length);
  if (text === null) {
    filling.reportLabel(key);
    return "";
  }
  let cited = false;
  const place = (name: string, separator: string | null): string => {
    if (name === "citations" || name === "articles") {
      cited = true;
      return operandLinks(finding, filling);
    }
    if (name === "operands") {
      cited = true;
      return finding.citations.map((citation) => operandWords(citation, filling)).join("");
    }
    if (name === "opening") return finding.citations.slice(0, 1).map(openingOf(filling)).join("");
    const given = finding.params[name];
    if (given === undefined) {
      filling.reportParameter(key, name);
      return "";
    }
    const values: readonly Value[] = Array.isArray(given) ? given : [given];
    if (values.length > 0 && values.every((value) => filling.isSource(value))) {
      cited = true;
      return filling.links.citeArticles(values.map(String));
    }
    const words = values.map((value) => filling.apart(valueWords(name, value, filling)));
    return escapeHtml(separator === null ? filling.list(words) : words.join(separator));
  };
  const html = labelParts(text)
    .map((part) =>
      part.kind === "text" ? escapeHtml(part.text) : place(part.name, part.separator),
    )
    .join("")
    .replaceAll(/ +/g, " ")
    // A citation follows its word without a space of its own.
    .replaceAll(/ (?=<sup)/g, "");
  return cited ? html : html + operandLinks(finding, filling);
}

function operandWords(citation: Citation, filling: Filling): string {
  const foreign = filling.foreign(citation.article);
  const words = `<span class="statement"${foreign}>${escapeHtml(citation.quote)}</span>`;
  return `<span class="operand">${words}${filling.links.cite([citation])}</span>`;
}

/** Enough of an operand to know it by, where the whole of it stands elsewhere. */
const openingOf =
  (filling: Filling) =>
  ({ article, quote }: Citation) =>
    `<span class="statement"${filling.foreign(article)}>${escapeHtml(openingWords(quote))}</span>`;

function operandLinks(finding: Finding, filling: Filling): string {
  return finding.citations.length > 0
    ? filling.links.cite(finding.citations)
    : filling.links.citeArticles(finding.articles);
}

function valueWords(name: string, value: Value, filling: Filling): string {
  if (typeof value === "number") return filling.number(value);
  const named = labelText(filling.labels, `values.${name}.${value}`);
  if (named !== null) return named;
  if (name === "theme") return filling.themeTitle(value);
  if (name === "language" || name === "languages") return filling.languageName(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dateWords(value, filling.language);
  return value;
}
