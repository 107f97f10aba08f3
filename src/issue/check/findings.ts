/** Every number of a finding or figure stands in the words it rests on, or follows from them. */
import { findFigures } from "../../analysis/index.js";
import type { Citation, Finding, Issue } from "../../model/issue.js";
import { numbersIn } from "../../text/numbers.js";
import { findingId } from "../seal.js";
import { type Breach, clip } from "./fault.js";
import { placesOf, spotAt } from "./places.js";

export function checkFindings(issue: Issue): Breach[] {
  const languages = languagesOf(issue);
  return placesOf(issue).findings.flatMap(({ value: finding, spot }) => {
    const breaches: Breach[] = [];
    if (findingId(finding) !== finding.id) {
      const message = `${finding.id} is not the name of its content`;
      breaches.push({ code: "finding-id", message, at: spot });
    }
    const quoted = new Set(finding.citations.flatMap((citation) => valuesIn(citation, languages)));
    for (const [name, value] of numericParams(finding)) {
      if (quoted.has(value) || isComputed(name, value, finding)) continue;
      const message = `${finding.id} (${finding.kind}): ${name} ${value} is neither cited nor computed`;
      breaches.push({ code: "number-unsupported", message, at: spot });
    }
    return breaches;
  });
}

type Languages = ReadonlyMap<string, string>;

function languagesOf({ sources }: Issue): Languages {
  return new Map(sources.map(({ article, language }) => [article, language]));
}

/** In digits, and as they are read: `20 thousand` is 20 and 20,000. */
function valuesIn(
  { article, quote }: Pick<Citation, "article" | "quote">,
  languages: Languages,
): number[] {
  const whole = { start: 0, end: quote.length, text: quote };
  const figures = findFigures(quote, [whole], languages.get(article) ?? "en");
  return [...numbersIn(quote), ...figures.map(({ value }) => value)];
}

function numericParams(finding: Finding): [string, number][] {
  return Object.entries(finding.params).flatMap(([name, value]) =>
    [value]
      .flat()
      .flatMap((item): [string, number][] => (typeof item === "number" ? [[name, item]] : [])),
  );
}

function isComputed(name: string, value: number, finding: Finding): boolean {
  const parts = finding.params.parts;
  if (name === "sum" && Array.isArray(parts)) {
    return parts.reduce<number>((sum, part) => sum + Number(part), 0) === value;
  }
  // The rule for gaps works these out again from the themes.
  if (name === "reports") return finding.kind === "single-outlet";
  return name === "count" && value === finding.articles.length;
}

export function checkFigures(issue: Issue): Breach[] {
  const languages = languagesOf(issue);
  return issue.glance.figures.flatMap(({ statement, value, unit }, index): Breach[] => {
    const article = statement.citations[0]?.article ?? "";
    const values = valuesIn({ article, quote: statement.text }, languages);
    if (values.includes(value) && statement.text.includes(unit)) return [];
    const message = `the figure ${value} (${unit}) is not in its quotation “${clip(statement.text)}”`;
    const at = spotAt(["glance", "figures", index], issue, statement.id);
    return [{ code: "number-unsupported", message, at }];
  });
}
