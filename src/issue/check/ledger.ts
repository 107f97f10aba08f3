/** The account of the articles: each once and under the name of its use, and per theme who was heard. */
import type { CoverageEntry, Fate, Issue } from "../../model/issue.js";
import { entriesByArticle, ledgerOf, originsOf } from "../ledger.js";
import { canonicalJson } from "../seal.js";
import type { Breach } from "./fault.js";
import { spotAt } from "./places.js";

/** Every article once; cited where the sources have it, and only there; a copy or a story of one that is there. */
export function checkFates(issue: Issue): Breach[] {
  // Of a large corpus, what an article repeats may be out of reach.
  const isWhole = issue.beyond === undefined;
  const fates = new Map(issue.coverage.map(({ article, fate }) => [article, fate]));
  // What the last issue cites is cited again, however old it is by now.
  const isRecalled = (article: string) =>
    issue.previous !== null && fates.get(article) === "out-of-period";
  const used = new Map(
    issue.sources
      .filter(({ article, inPeriod }) => inPeriod || !isRecalled(article))
      .map(({ article, inPeriod }) => [article, inPeriod]),
  );
  const entries = entriesByArticle(issue.coverage);
  const seen = new Set<string>();
  return issue.coverage.flatMap((entry, index): Breach[] => {
    const isRepeated = [entry.file, entry.article].some((name) => name !== null && seen.has(name));
    for (const name of [entry.file, entry.article]) if (name !== null) seen.add(name);
    const message = isRepeated ? "is listed twice" : faultOf(entry, used, isWhole ? entries : null);
    if (message === null) return [];
    const at = spotAt(["coverage", index], issue);
    return [{ code: "fate-differs", message: `${entry.file} ${message}`, at }];
  });
}

function faultOf(
  { article, fate, of, story }: CoverageEntry,
  used: ReadonlyMap<string, boolean>,
  entries: ReadonlyMap<string, CoverageEntry> | null,
): string | null {
  const inPeriod = used.get(article ?? "");
  const due = inPeriod === undefined ? null : inPeriod ? "cited" : "background";
  const isCited = fate === "cited" || fate === "background";
  if (due !== null ? fate !== due : isCited) {
    return `is listed as ${fate}, and ${due === null ? "not among the sources" : `the sources have it as ${due}`}`;
  }
  if (entries === null || !NEEDS_ANOTHER.has(fate)) return null;
  const other = entries.get(of ?? "");
  if (other === undefined || other.article === article) {
    return `is listed as ${fate} of an article that is not there`;
  }
  if (fate !== "same-story" || (other.story === story && used.has(of ?? ""))) return null;
  return "is listed beside a cited article that does not tell its story";
}

const NEEDS_ANOTHER: ReadonlySet<Fate> = new Set(["reprint", "same-story"]);

/** Origins, outlets, languages and days are counted again from the list of articles. */
export function checkLedgers(issue: Issue): Breach[] {
  // Issues of version 1 did not note who was heard.
  if (issue.coverage.every(({ why }) => why === null)) return [];
  const entries = entriesByArticle(issue.coverage);
  return issue.themes.flatMap((theme, index) => {
    const counted = { ...ledgerOf(theme, entries, theme.ledger.silent) };
    const parts = Object.entries(counted).filter(
      ([part, value]) => !isEqual(theme.ledger[part as keyof typeof counted], value),
    );
    const differing = parts.map(([part, value]) => ({
      message: `${part} of ${theme.id}: ${JSON.stringify(value)} by its reports`,
      path: ["themes", index, "ledger", part],
    }));
    if (!isEqual(theme.origins, originsOf(theme.reports, entries))) {
      const message = `origins of ${theme.id} are not those of its reports`;
      differing.push({ message, path: ["themes", index, "origins"] });
    }
    return differing.map(({ message, path }): Breach => {
      return { code: "ledger-differs", message, at: spotAt(path, issue) };
    });
  });
}

function isEqual(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
