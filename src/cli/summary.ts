/** What `brief generate` tells the person who ran it: read, cited, left out and why, and where. */
import type { CoverageEntry } from "../model/issue.js";
import type { Made } from "../pipeline.js";

export interface Summary {
  readonly text: string;
  readonly json: object;
}

export function summarise({ issue, coverage, files }: Made): Summary {
  const { brief, id, period, method } = issue;
  const of = (...fates: string[]) => coverage.articles.filter(({ fate }) => fates.includes(fate));
  const cited = of("cited");
  const leftOut = coverage.articles.filter(({ fate }) => fate !== "cited" && fate !== "background");
  const statements = new Set(
    coverage.articles.flatMap(({ article, statements: count }) => (count > 0 ? [article] : [])),
  );
  const lines = [
    `${brief.title}, ${brief.id} ${id}, ${period.from} to ${period.to}, draft`,
    `  read      ${count(coverage.articles.length, "article")}: ${method.inPeriod} in the period, ${method.read - method.inPeriod} earlier or later`,
    `  cites     ${cited.length} of the period, ${method.background} as background, ${statements.size} with statements of their own`,
    `  left out  ${leftOut.length === 0 ? "none" : ""}`.trimEnd(),
    ...leftOut.map((entry) => `    ${describe(entry)}`),
  ];
  const json = { brief: brief.id, issue: id, files, totals: coverage.totals, leftOut };
  return { text: lines.join("\n"), json };
}

function describe({ file, fate, reason }: CoverageEntry): string {
  return `${file}: ${fate} (${reason})`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
