/** The sources annex: a row for whatever is cited, in order of first use, as its article and the register have it. */
import type { ArticleAnalysis } from "../../model/analysis.js";
import type { Issue, Source } from "../../model/issue.js";
import type { Lexicon } from "../../model/lexicon.js";
import { LAST_DAY } from "../period.js";
import { canonicalJson } from "../seal.js";
import { chainOf, describeOutlet } from "../sources.js";
import { citationsOf } from "../walk.js";
import { byDerivation } from "./derived.js";
import { dayOf } from "./events.js";
import type { Breach, Sources, Spot } from "./fault.js";
import { placesOf, spotAt } from "./places.js";

/** Sources are numbered 1, 2, 3 in order of first use: each that is cited, and no other. */
export function checkNumbering(issue: Issue): Breach[] {
  const rows = new Set(issue.sources.map((source) => source.article));
  const cited = [...new Set(citationsOf(issue).map(({ article }) => article))];
  const order = cited.filter((article) => rows.has(article));
  const ordered = issue.sources.filter(({ article }) => order.includes(article));
  return [
    ...issue.sources.flatMap((source, index): Breach[] => {
      const at = spotOf(source, index, issue, "number");
      const breaches: Breach[] = [];
      if (source.number !== index + 1) {
        const message = `${source.file} has the number ${source.number}, in order it is ${index + 1}`;
        breaches.push({ code: "source-number", message, at });
      }
      if (!cited.includes(source.article)) {
        const message = `nothing cites ${source.file}`;
        breaches.push({ code: "source-unused", message, at });
      }
      const place = ordered.indexOf(source);
      if (place >= 0 && order[place] !== source.article) {
        const message = `${source.file} does not stand in the order of first use`;
        breaches.push({ code: "source-number", message, at });
      }
      return breaches;
    }),
    ...placesOf(issue).citations.flatMap(({ value, spot }): Breach[] => {
      if (rows.has(value.article)) return [];
      const message = `${value.article} is cited and not among the sources`;
      return [{ code: "source-number", message, at: spot }];
    }),
  ];
}

function spotOf({ article }: Source, index: number, issue: Issue, field: string): Spot {
  return { ...spotAt(["sources", index, field], issue), article: { id: article } };
}

/** What a row says of its article holds of the stored text and of the account of that article. */
export function checkRows(issue: Issue, { texts }: Sources): Breach[] {
  const entries = new Map(issue.coverage.map((entry) => [entry.article, entry]));
  const ids = issue.sources.map(({ article }) => article);
  const { from, to } = issue.period;
  return issue.sources.flatMap((source, index): Breach[] => {
    const { article, file, inPeriod, chain } = source;
    const text = texts.get(article);
    const told = (field: string, message: string): Breach => ({
      code: "source-differs",
      message,
      at: spotOf(source, index, issue, field),
    });
    const breaches: Breach[] = [];
    if (ids.indexOf(article) !== index) breaches.push(told("article", `${file} stands here twice`));
    const day = dayOf(source);
    const isCurrent = day !== null && from <= day.day && day.day <= to;
    if (inPeriod !== isCurrent) {
      const place = isCurrent ? "in the period, and given as earlier" : "not of the period";
      breaches.push(told("inPeriod", `${file} is ${place}`));
    }
    const entry = entries.get(article);
    if (entry === undefined) return breaches;
    if (entry.file !== file)
      breaches.push(told("file", `${article} is ${entry.file}, not ${file}`));
    if (entry.day?.day !== day?.day || entry.day?.basis !== day?.basis) {
      const message = `${file} is of ${day?.day ?? "no day"} here, of ${entry.day?.day ?? "no day"} in the coverage`;
      breaches.push(told("published", message));
    }
    const foreign = text === undefined ? [] : chain.filter((link) => !isNamed(link, text));
    return [
      ...breaches,
      ...foreign.map((link) => told("chain", `${file} does not name “${link}”`)),
    ];
  });
}

/** Two speakers may be named apart in the article and together here. */
function isNamed(link: string, text: string): boolean {
  return link.split(/\s+/).every((word) => text.includes(word));
}

/** Who stands between the fact and the outlet, and what the register says of the outlet. */
export const checkRegister = byDerivation((issue, { analyses, lexicon, hasLexicon }) =>
  issue.sources.flatMap((source, index): Breach[] => [
    ...checkChain(source, index, issue, analyses.get(source.article)),
    ...(hasLexicon ? checkOutlets(source, index, issue, lexicon) : []),
  ]),
);

function checkChain(
  source: Source,
  index: number,
  issue: Issue,
  analysis: ArticleAnalysis | undefined,
): Breach[] {
  if (analysis === undefined) return [];
  const chain = chainOf(analysis);
  if (chain.join("\n") === source.chain.join("\n")) return [];
  const message = `${source.file} leans on ${listed(source.chain)} here, its words lean on ${listed(chain)}`;
  return [{ code: "chain-differs", message, at: spotOf(source, index, issue, "chain") }];
}

/** That an outlet is a state's is what a reader must not miss: it has a code of its own. */
function checkOutlets(source: Source, index: number, issue: Issue, lexicon: Lexicon): Breach[] {
  return (["outlet", "agency"] as const).flatMap((field): Breach[] => {
    const row = source[field];
    if (row === null) return [];
    const expected = describeOutlet(row.name, lexicon, issue.asOf?.day ?? LAST_DAY);
    if (canonicalJson(expected) === canonicalJson(row)) return [];
    const { kind, owner } = expected?.known ?? {};
    const isOfState = kind === "state" || kind === "state-funded";
    const isDescribed = row.known?.kind === kind && row.known?.owner === owner;
    const at = spotOf(source, index, issue, field);
    if (isOfState && !isDescribed) {
      const message = `${row.name} is ${owner} (${kind}), here ${row.known?.owner ?? "unknown"} (${row.known?.kind ?? "unknown"})`;
      return [{ code: "state-outlet-unnamed", message, at }];
    }
    const message = `the register does not say this of ${row.name}: ${row.known?.owner ?? "unknown"} (${row.known?.kind ?? "unknown"})`;
    return [{ code: "outlet-differs", message, at }];
  });
}

function listed(links: readonly string[]): string {
  return links.length === 0 ? "nobody" : links.map((link) => `“${link}”`).join(", ");
}
