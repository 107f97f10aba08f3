/** What `brief generate` tells the person who ran it: read, cited, left out and why, and where. */
import type { CoverageEntry } from "../model/issue.js";
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
  const beyond = coverage.beyond ?? [];
  const uncounted = beyond.reduce((sum, { articles: some }) => sum + some, 0);
  const lines = [
    `${brief.title}: ${brief.id} ${id}, ${period.from} to ${period.to}, ${release.state}`,
    `  read      ${method.read} of ${count(articles.length + uncounted, "file")}: ${method.inPeriod} in the period, ${method.read - method.inPeriod} outside it`,
    `  cites     ${count(cited.length + method.background, "article")}: ${cited.length} of the period, ${method.background} as background`,
    `  left out  ${method.leftOut === 0 ? "none" : count(leftOut.length + uncounted, "file")}`,
    ...describeAll(leftOut).map((line) => `    ${line}`),
    ...beyond.map(({ articles: some, fate, reason }) => `    ${some} more: ${fate} (${reason})`),
  ];
  const more = coverage.beyond === undefined ? {} : { beyond };
  const json = { brief: brief.id, issue: id, files, totals, leftOut, ...more };
  return { text: lines.join("\n"), json };
}

/** So many are told one by one; more of them by fate, as coverage.json has each. */
const MOST_TOLD = 60;

function describeAll(leftOut: readonly CoverageEntry[]): string[] {
  if (leftOut.length <= MOST_TOLD) return leftOut.map(describe);
  const fates = new Map<string, number>();
  for (const { fate } of leftOut) fates.set(fate, (fates.get(fate) ?? 0) + 1);
  return [...fates].map(([fate, some]) => `${some}: ${fate} (each in coverage.json)`);
}

function describe({ file, fate, reason }: CoverageEntry): string {
  return oneLine(`${file}: ${fate} (${reason})`);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
