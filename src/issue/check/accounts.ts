/** The issue's own accounts: its seal, its counts, its numbering, its marking, its inputs. */
import type { Issue } from "../../model/issue.js";
import { ARTICLE_INPUT, sealOf } from "../seal.js";
import { allCitationsOf } from "../walk.js";
import type { Fault, Sources } from "./fault.js";

/** Any letter, number or order that changed after the issue was made breaks its seal. */
export function checkSeal(issue: Issue): Fault[] {
  if (sealOf(issue) === issue.seal) return [];
  return [
    {
      code: "seal-broken",
      message: "the issue is not as it was made: its content does not match its seal",
      hint: "restore the file, or generate the issue again",
    },
  ];
}

export function checkCounts(issue: Issue): Fault[] {
  const faults: Fault[] = [];
  const expect = (what: string, stated: number, counted: number) => {
    if (stated === counted) return;
    faults.push({
      code: "count-differs",
      message: `${what}: ${stated} is stated, ${counted} are in the coverage`,
    });
  };
  const fates = (...names: string[]) =>
    issue.coverage.filter((entry) => names.includes(entry.fate)).length;
  expect("articles read", issue.method.read, issue.coverage.length - fates("unreadable"));
  expect("reprints", issue.method.reprints, fates("reprint"));
  expect(
    "articles left out",
    issue.method.leftOut,
    issue.coverage.length - fates("cited", "background"),
  );
  const known = new Set(issue.coverage.map((entry) => entry.article));
  for (const theme of issue.themes) {
    for (const article of [...theme.reports, ...theme.backgroundReports]) {
      if (!known.has(article)) {
        faults.push({ code: "count-differs", message: `${theme.id} counts ${article}, not read` });
      }
    }
    if (theme.origins.some((origin) => !theme.reports.includes(origin))) {
      faults.push({
        code: "count-differs",
        message: `${theme.id} has an origin that is no report`,
      });
    }
  }
  return faults;
}

/** Sources are numbered 1, 2, 3 in order of first use, and everything cited has a number. */
export function checkNumbering(issue: Issue): Fault[] {
  const numbered = issue.sources.map((source) => source.article);
  const faults: Fault[] = [];
  if (issue.sources.some((source, index) => source.number !== index + 1)) {
    faults.push({ code: "source-number", message: "sources are not numbered 1, 2, 3 in order" });
  }
  for (const { article } of allCitationsOf(issue)) {
    if (!numbered.includes(article)) {
      faults.push({
        code: "source-number",
        message: `${article} is cited and not among the sources`,
      });
    }
  }
  return faults;
}

export function checkMarking(issue: Issue): Fault[] {
  const { state, approvedBy } = issue.release;
  const faults: Fault[] = [];
  if (issue.marking.label.trim() === "") {
    faults.push({ code: "marking-missing", message: "the issue carries no marking" });
  }
  if ((state === "approved") !== (approvedBy !== null)) {
    faults.push({ code: "approval-unclear", message: `state ${state}, approver ${approvedBy}` });
  }
  return faults;
}

/** The articles that the issue was made from are still what they were. */
export function checkCorpus(issue: Issue, { corpus }: Sources): Fault[] {
  if (corpus === null) return [];
  const cited = issue.sources.map(({ file, rawSha256 }) => [file, rawSha256] as const);
  const inputs = issue.inputs
    .filter((input) => input.name.startsWith(ARTICLE_INPUT))
    .map((input) => [input.name.slice(ARTICLE_INPUT.length), input.sha256] as const);
  return [...new Map([...inputs, ...cited])].flatMap(([file, hash]) => {
    const now = corpus.get(file);
    if (now === hash) return [];
    return [
      {
        code: now === undefined ? "article-missing" : "article-changed",
        message: `${file} is ${now === undefined ? "no longer in the corpus" : "not as it was read"}`,
        hint: "restore the article, or generate the issue again and say what changed",
      },
    ];
  });
}
