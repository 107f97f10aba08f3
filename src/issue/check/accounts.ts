/** The issue's own accounts: its seal, its counts, its numbering, its marking, its inputs. */
import type { Finding, Issue } from "../../model/issue.js";
import { tally } from "../coverage.js";
import { findGaps, lexiconLanguages } from "../gaps.js";
import { ARTICLE_INPUT } from "../seal.js";
import { countTellings } from "../walk.js";
import type { Breach, Sources } from "./fault.js";
import { spotAt } from "./places.js";

/** Any letter or number that changed after the issue was made breaks its seal. */
export function brokenSeal(): Breach {
  const message = "the issue is not as it was made: its content does not match its seal";
  return { code: "seal-broken", message, at: { path: "seal" } };
}

/** Every count is worked out again from the coverage, the sources and the statements. */
export function checkCounts(issue: Issue): Breach[] {
  const { coverage, method, period, sources } = issue;
  const { all, count: fates } = tally(issue);
  const current = coverage.filter(({ day, fate }) => isIn(period, day?.day) && IN_USE.has(fate));
  const tellings = countTellings(issue);
  const tallies: [string, number, number, Path][] = [
    ["articles read", method.read, all - fates("unreadable"), ["method", "read"]],
    ["articles in the period", method.inPeriod, current.length, ["method", "inPeriod"]],
    ["articles as background", method.background, fates("background"), ["method", "background"]],
    ["reprints", method.reprints, fates("reprint"), ["method", "reprints"]],
    [
      "articles left out",
      method.leftOut,
      all - fates("cited", "background"),
      ["method", "leftOut"],
    ],
    [
      "inferred dates",
      method.inferredDates,
      sources.filter(({ published }) => published === null).length,
      ["method", "inferredDates"],
    ],
    ...coverage.map(({ file, article, statements }, index): [string, number, number, Path] => [
      `statements of ${file}`,
      statements,
      tellings.get(article ?? "") ?? 0,
      ["coverage", index, "statements"],
    ]),
  ];
  const differing = tallies.filter(([, stated, counted]) => stated !== counted);
  return [
    ...differing.map(([what, stated, counted, path]) => ({
      code: "count-differs" as const,
      message: `${what}: ${stated} is stated, ${counted} are there`,
      at: spotAt(path, issue),
    })),
    ...checkReports(issue),
  ];
}

type Path = readonly (string | number)[];

/** Fates of an article of the period that was read and selected. */
const IN_USE: ReadonlySet<string> = new Set([
  "cited",
  "reprint",
  "same-story",
  "off-theme",
  "not-used",
]);

function isIn({ from, to }: Issue["period"], day: string | undefined): boolean {
  return day !== undefined && from <= day && day <= to;
}

/** Reports of a theme are articles of the period, its background earlier ones, its origins reports. */
function checkReports(issue: Issue): Breach[] {
  const { themes, coverage, period } = issue;
  const days = new Map(coverage.map(({ article, day }) => [article, day?.day]));
  return themes.flatMap(({ id, reports, origins, backgroundReports }, index) => {
    const isWrong = {
      reports: (report: string) => !isIn(period, days.get(report)),
      backgroundReports: (report: string) => (days.get(report) ?? period.from) >= period.from,
      origins: (origin: string) => !reports.includes(origin),
    };
    return Object.entries({ reports, backgroundReports, origins }).flatMap(([list, articles]) =>
      articles.filter(isWrong[list as keyof typeof isWrong]).map((article) => ({
        code: "count-differs" as const,
        message: `${id} counts ${article}, which is no such report`,
        at: spotAt(["themes", index, list], issue),
      })),
    );
  });
}

/** What the sourcing lacks follows from the sources and the themes; languages are the lexicon's. */
export function checkGaps(issue: Issue, { lexicon = null }: Sources): Breach[] {
  const { gaps, sources, themes } = issue;
  const found = findGaps(sources, themes, lexicon === null ? [] : lexiconLanguages(lexicon));
  const read = new Set(sources.map(({ language }) => language));
  const ids = new Set(found.map(({ id }) => id));
  const stated = new Set(gaps.map(({ id }) => id));
  const about = ({ kind, params, articles }: Finding) =>
    [kind, params.theme, ...articles].filter((part) => part !== undefined).join(" ");
  const added = gaps.flatMap((gap, index): Breach[] => {
    if (ids.has(gap.id) || (lexicon === null && isOfOthers(gap, read))) return [];
    const message = `no such gap is in the sourcing: ${about(gap)}`;
    return [{ code: "gap-differs", message, at: spotAt(["gaps", index], issue, gap.id) }];
  });
  const missing = found.filter(({ id }) => !stated.has(id));
  return [
    ...added,
    ...missing.map((gap): Breach => {
      const message = `a gap in the sourcing is not told: ${about(gap)}`;
      return { code: "gap-differs", message, at: spotAt(["gaps"], issue, gap.id) };
    }),
  ];
}

/** Which languages could have been read the lexicon knows; that none of them was, the sources say. */
function isOfOthers({ kind, params }: Finding, read: ReadonlySet<string>): boolean {
  const { languages = [] } = params;
  const tags = Array.isArray(languages) ? languages.map(String) : [];
  return kind === "no-language" && !tags.some((tag) => read.has(tag));
}

export function checkMarking(issue: Issue): Breach[] {
  const { state, approvedBy } = issue.release;
  const breaches: Breach[] = [];
  if (issue.marking.label.trim() === "") {
    const message = "the issue carries no marking";
    breaches.push({ code: "marking-missing", message, at: { path: "marking.label" } });
  }
  if ((state === "approved") !== (approvedBy !== null)) {
    const message = `state ${state}, approver ${approvedBy}`;
    breaches.push({ code: "approval-unclear", message, at: { path: "release" } });
  }
  return breaches;
}

/** The articles that the issue was made from are still what they were; what the record keeps need not be. */
export function checkCorpus(issue: Issue, { corpus, previous = null }: Sources): Breach[] {
  if (corpus === null) return [];
  const wanted = new Map<string, { hash: string; path: Path }>();
  for (const [index, { name, sha256 }] of issue.inputs.entries()) {
    if (!name.startsWith(ARTICLE_INPUT)) continue;
    wanted.set(name.slice(ARTICLE_INPUT.length), { hash: sha256, path: ["inputs", index] });
  }
  for (const [index, source] of issue.sources.entries()) {
    const { container, rawSha256 } = source;
    if (isOfRecord(source, wanted.get(container)?.hash, issue, previous)) continue;
    wanted.set(container, { hash: rawSha256, path: ["sources", index] });
  }
  return [...wanted].flatMap(([file, { hash, path }]): Breach[] => {
    const now = corpus.get(file);
    if (now === hash) return [];
    const isGone = now === undefined;
    const message = `${file} is ${isGone ? "no longer in the corpus" : "not as it was read"}`;
    const code = isGone ? "article-missing" : "article-changed";
    return [{ code, message, at: spotAt(path, issue) }];
  });
}

/** An earlier article that the last issue cited, of which this one was not made. */
function isOfRecord(
  { article, rawSha256, inPeriod }: Issue["sources"][number],
  read: string | undefined,
  issue: Issue,
  previous: Issue | null,
): boolean {
  if (inPeriod || issue.previous === null || read === rawSha256) return false;
  if (previous === null) return read === undefined;
  return previous.sources.some(
    (source) => source.article === article && source.rawSha256 === rawSha256,
  );
}
