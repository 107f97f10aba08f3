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
  const lines = [
    `${brief.title}: ${brief.id} ${id}, ${period.from} to ${period.to}, ${release.state}`,
    `  read      ${method.read} of ${count(articles.length, "file")}: ${method.inPeriod} in the period, ${method.read - method.inPeriod} outside it`,
    `  cites     ${count(cited.length + method.background, "article")}: ${cited.length} of the period, ${method.background} as background`,
    `  left out  ${leftOut.length === 0 ? "none" : count(leftOut.length, "file")}`,
    ...leftOut.map((entry) => `    ${describe(entry)}`),
  ];
  return { text: lines.join("\n"), json: { brief: brief.id, issue: id, files, totals, leftOut } };
}

function describe({ file, fate, reason }: CoverageEntry): string {
  return oneLine(`${file}: ${fate} (${reason})`);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
