/** How every article left the run: one account for each that came in, and no other. */
import type { CoverageEntry, Issue } from "../../model/issue.js";
import { ARTICLE_INPUT } from "../seal.js";
import { byDerivation } from "./derived.js";
import type { Breach } from "./fault.js";
import { spotAt } from "./places.js";

export function checkCoverage(issue: Issue): Breach[] {
  return [...checkEntries(issue), ...checkInputs(issue)];
}

function checkEntries(issue: Issue): Breach[] {
  const known = new Set(issue.coverage.map(({ article }) => article));
  const entries = issue.coverage.flatMap((entry, index) => {
    const at = (field: string) => ({
      ...spotAt(["coverage", index, field], issue),
      ...(entry.article === null ? {} : { article: { id: entry.article } }),
    });
    return faultsOf(entry, issue).map(([field, message]): Breach => {
      return { code: "coverage-differs", message: `${entry.file} ${message}`, at: at(field) };
    });
  });
  const unaccounted = issue.sources.flatMap(({ article, file, inPeriod }, index): Breach[] => {
    // An issue may look back at words that only the one before it cited.
    if (known.has(article) || (issue.previous !== null && !inPeriod)) return [];
    const message = `${file} is cited and has no account in the coverage`;
    const at = { ...spotAt(["sources", index], issue), article: { id: article } };
    return [{ code: "coverage-differs", message, at }];
  });
  return [...entries, ...unaccounted];
}

/** What an entry says that cannot be, each under its field. */
function faultsOf({ article, fate, day }: CoverageEntry, { period }: Issue): [string, string][] {
  const isCurrent = day !== null && period.from <= day.day && day.day <= period.to;
  const faults: [string, string][] = [];
  if (fate === "cited" && !isCurrent) {
    faults.push(["fate", "is given as cited, and is not of the period"]);
  }
  if (fate === "background" && isCurrent) {
    faults.push(["fate", "is of the period, and given as background"]);
  }
  if (article !== null && !UNDATED.has(fate) && day === null) {
    faults.push(["day", `has no day, and is given as ${fate}`]);
  }
  if (fate === "undated" && day !== null) {
    faults.push(["day", "is given as undated, and has a day"]);
  }
  if ((article === null) !== (fate === "unreadable") && fate !== "reprint") {
    const was = article === null ? "was not read" : "was read";
    faults.push(["fate", `is given as ${fate}, and ${was}`]);
  }
  return faults;
}

/** What may have no day. */
const UNDATED: ReadonlySet<string> = new Set(["undated", "excluded", "reprint"]);

/** Every file of articles that went in is accounted for; one file may hold several. */
function checkInputs(issue: Issue): Breach[] {
  const files = issue.coverage.map(({ file }) => file);
  const accounted = new Set(files);
  const containers = new Set(files.flatMap(containersOf));
  return issue.inputs.flatMap(({ name }, index): Breach[] => {
    if (!name.startsWith(ARTICLE_INPUT)) return [];
    const file = name.slice(ARTICLE_INPUT.length);
    if (accounted.has(file) || containers.has(file)) return [];
    const message = `${file} went in and has no account in the coverage`;
    return [{ code: "coverage-differs", message, at: spotAt(["inputs", index], issue) }];
  });
}

/** `a.zip` and `a.zip/b.jsonl` of `a.zip/b.jsonl#2`. */
function containersOf(file: string): string[] {
  return Array.from(file.matchAll(/[/#]/g), ({ index }) => file.slice(0, index));
}

/** What the coverage says of an article's themes is what its words give it. */
export const checkAssignments = byDerivation((issue, { analyses, hasLexicon, isWhole }) => {
  if (!hasLexicon || !isWhole) return [];
  return issue.coverage.flatMap((entry, index) => {
    const analysis = analyses.get(entry.article ?? "");
    if (analysis === undefined || entry.article === null) return [];
    const found = new Map(analysis.themes.map((theme) => [theme.id, theme]));
    const at = { ...spotAt(["coverage", index, "themes"], issue), article: { id: entry.article } };
    return entry.themes.flatMap(({ id, score, threshold, assigned }): Breach[] => {
      const own = found.get(id);
      if (own?.assigned === assigned && own.score === score && own.threshold === threshold)
        return [];
      const message = `${entry.file} does not have ${id} at ${score}${assigned ? " and assigned" : ""}`;
      return [{ code: "coverage-differs", message, at }];
    });
  });
});
