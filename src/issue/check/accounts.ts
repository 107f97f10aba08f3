/** The issue's own accounts: its seal, its counts, its numbering, its marking, its inputs. */
import type { Issue } from "../../model/issue.js";
import { tally } from "../coverage.js";
import { findGaps } from "../gaps.js";
import { ARTICLE_INPUT } from "../seal.js";
import { allCitationsOf, countTellings } from "../walk.js";
import type { Fault, Sources } from "./fault.js";

/** Any letter or number that changed after the issue was made breaks its seal. */
export function brokenSeal(): Fault {
  return {
    code: "seal-broken",
    message: "the issue is not as it was made: its content does not match its seal",
    hint: "restore the file, or generate the issue again",
  };
}

/** Every count is worked out again from the coverage, the sources and the statements. */
export function checkCounts(issue: Issue): Fault[] {
  const { coverage, method, period, sources } = issue;
  const { all, count: fates } = tally(issue);
  const current = coverage.filter(({ day, fate }) => isIn(period, day?.day) && IN_USE.has(fate));
  const tellings = countTellings(issue);
  const tallies: [string, number, number][] = [
    ["articles read", method.read, all - fates("unreadable")],
    ["articles in the period", method.inPeriod, current.length],
    ["articles as background", method.background, fates("background")],
    ["reprints", method.reprints, fates("reprint")],
    ["articles left out", method.leftOut, all - fates("cited", "background")],
    ["inferred dates", method.inferredDates, sources.filter((s) => s.published === null).length],
    ...coverage.map(({ file, article, statements }): [string, number, number] => [
      `statements of ${file}`,
      statements,
      tellings.get(article ?? "") ?? 0,
    ]),
  ];
  return [
    ...tallies.filter(([, stated, counted]) => stated !== counted).map(miscounted),
    ...checkReports(issue),
  ];
}

/** Fates of an article of the period that was read and selected. */
const IN_USE: ReadonlySet<string> = new Set(["cited", "reprint", "off-theme", "not-used"]);

function isIn({ from, to }: Issue["period"], day: string | undefined): boolean {
  return day !== undefined && from <= day && day <= to;
}

function miscounted([what, stated, counted]: [string, number, number]): Fault {
  return { code: "count-differs", message: `${what}: ${stated} is stated, ${counted} are there` };
}

/** Reports of a theme are articles of the period, its background earlier ones, its origins reports. */
function checkReports({ themes, coverage, period }: Issue): Fault[] {
  const days = new Map(coverage.map(({ article, day }) => [article, day?.day]));
  return themes.flatMap(({ id, reports, origins, backgroundReports }) => {
    const wrong = [
      ...reports.filter((report) => !isIn(period, days.get(report))),
      ...backgroundReports.filter((report) => (days.get(report) ?? period.from) >= period.from),
      ...origins.filter((origin) => !reports.includes(origin)),
    ];
    return wrong.map((article) => ({
      code: "count-differs",
      message: `${id} counts ${article}, which is no such report`,
    }));
  });
}

/** What the sourcing lacks follows from the sources and the themes; languages are the lexicon's. */
export function checkGaps({ gaps, sources, themes }: Issue): Fault[] {
  const stated = gaps.filter(({ kind }) => kind !== "no-language").map(({ id }) => id);
  const found = findGaps(sources, themes, []).map(({ id }) => id);
  if (stated.join() === found.join()) return [];
  return [{ code: "gap-differs", message: "the gaps are not those of the sources and themes" }];
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
  const cited = issue.sources.map(({ container, rawSha256 }) => [container, rawSha256] as const);
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
