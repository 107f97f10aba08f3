/** What `brief generate` tells the person who ran it: read, cited, left out and why, and where. */
import type { CoverageEntry, Issue, ThemeLedger } from "../model/issue.js";
import type { Made } from "../pipeline.js";
import { oneLine } from "./terminal.js";

export interface Summary {
  readonly text: string;
  readonly json: object;
}

export function summarise({ issue, coverage, files }: Made): Summary {
  const { brief, id, period, method, release } = issue;
  const { articles, totals } = coverage;
  const of = (...fates: string[]) => articles.filter(({ fate }) => fates.includes(fate));
  const cited = of("cited");
  const leftOut = articles.filter(({ fate }) => fate !== "cited" && fate !== "background");
  const excluded = of("excluded").length;
  const outside = method.read - method.inPeriod - excluded;
  const told = excluded === 0 ? "" : `, ${excluded} excluded by the desk`;
  const beyond = coverage.beyond ?? [];
  const uncounted = beyond.reduce((sum, { articles: some }) => sum + some, 0);
  const lines = [
    `${brief.title}: ${brief.id} ${id}, ${period.from} to ${period.to}, ${release.state}`,
    `  read      ${method.read} of ${count(articles.length + uncounted, "file")}: ${method.inPeriod} in the period, ${outside} outside it${told}`,
    `  cites     ${count(cited.length + method.background, "article")}: ${cited.length} of the period, ${method.background} as background`,
    `  left out  ${method.leftOut === 0 ? "none" : count(leftOut.length + uncounted, "file")}`,
    ...describeAll(leftOut).map((line) => `    ${line}`),
    ...beyond.map(({ articles: some, fate, reason }) => `    ${some} more: ${fate} (${reason})`),
    "  heard",
    ...describeLedgers(issue.themes),
  ];
  const more = coverage.beyond === undefined ? {} : { beyond };
  const json = {
    brief: brief.id,
    issue: id,
    language: brief.language,
    files,
    totals,
    leftOut,
    ...more,
  };
  return { text: lines.join("\n"), json };
}

/** So many are told one by one; more of them by the rule, as coverage.json has each. */
const MOST_TOLD = 40;

function describeAll(leftOut: readonly CoverageEntry[]): string[] {
  if (leftOut.length <= MOST_TOLD) return leftOut.map(describe);
  const rules = Map.groupBy(leftOut, ({ fate, why }) => (why === null ? fate : `${fate}: ${why}`));
  const told = [...rules].sort(([, a], [, b]) => b.length - a.length);
  return [
    ...told.map(([rule, some]) => `${some.length} ${rule}`),
    "(each in coverage.json; brief explain <file> says more)",
  ];
}

/** A line per theme; the names stand in one column. */
function describeLedgers(themes: Issue["themes"]): string[] {
  const width = Math.max(0, ...themes.map(({ id }) => id.length));
  return themes.map(({ id, ledger }) => `    ${id.padEnd(width)}  ${describeLedger(ledger)}`);
}

function describeLedger({ articles, background, origins, outlets, ...more }: ThemeLedger): string {
  const earlier = background === 0 ? "" : `, ${background} earlier`;
  if (articles === 0) return `no report${earlier}`;
  const owners = Object.entries(outlets).map(([ownership, some]) => `${some} ${ownership}`);
  const languages = Object.entries(more.languages).map(([tag, some]) => `${some} ${tag}`);
  const days = more.span === null ? "" : `, ${[...new Set(more.span)].join(" to ")}`;
  const lists = [owners, languages].map((list) => list.join(", ")).join("; ");
  return `${count(articles, "report")} of ${count(origins, "origin")} (${lists})${days}${earlier}`;
}

function describe({ file, fate, reason }: CoverageEntry): string {
  return oneLine(`${file}: ${fate} (${reason})`);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
