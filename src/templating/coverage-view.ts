/** The account of an issue's articles in, what a page tells of it out: by theme who was heard, by rule who was not. */
import type { Beyond, CoverageEntry, Issue, IssueTheme } from "../model/issue.js";
import type { CoverageRowView, CoverageView, LedgerView } from "./view/index.js";

/** Rows of one rule that a page prints, where all articles are few and where they are many. */
const ROWS = { few: 40, many: 5 } as const;
const FEW = 40;
/** The desk may give every article a reason of its own; so many are told apart. */
const MOST_REASONS = 12;

type NumberOf = (article: string) => number | null;

/** Articles by name and rule. */
export function viewCoverage(
  { coverage, beyond = [] }: Pick<Issue, "coverage" | "beyond">,
  numberOf: NumberOf,
): readonly CoverageView[] {
  const most = coverage.length <= FEW ? ROWS.few : ROWS.many;
  const reasons = new Set(coverage.flatMap((entry) => deskReason(entry) ?? []));
  const reasonOf = reasons.size <= MOST_REASONS ? deskReason : () => null;
  const groups = Map.groupBy(coverage, (entry) =>
    JSON.stringify([entry.fate, entry.why, reasonOf(entry)]),
  );
  const views = [...groups.values()].flatMap((group): CoverageView[] => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      {
        fate: first.fate,
        why: first.why,
        reason: reasonOf(first),
        count: group.length,
        rows: group.slice(0, most).map((entry) => rowOf(entry, numberOf)),
        more: Math.max(0, group.length - most),
        beyond: false,
      },
    ];
  });
  return [...views, ...beyond.map(viewBeyond)].sort(
    (a, b) => ORDER.indexOf(a.fate) - ORDER.indexOf(b.fate) || b.count - a.count,
  );
}

/** What the brief rests on first, what could not serve last. */
const ORDER: readonly CoverageEntry["fate"][] = [
  "cited",
  "background",
  "reprint",
  "same-story",
  "not-used",
  "off-theme",
  "out-of-period",
  "undated",
  "excluded",
  "unreadable",
];

function deskReason({ fate, reason }: CoverageEntry): string | null {
  return fate === "excluded" ? reason : null;
}

function rowOf(entry: CoverageEntry, numberOf: NumberOf): CoverageRowView {
  return {
    file: entry.file,
    date: entry.day?.day ?? null,
    inferred: entry.day?.basis === "inferred",
    number: entry.article === null ? null : numberOf(entry.article),
    of: entry.of === undefined ? null : numberOf(entry.of),
    statements: entry.statements,
    removed: entry.removed,
  };
}

function viewBeyond({ fate, articles }: Beyond): CoverageView {
  return { fate, why: null, reason: null, count: articles, rows: [], more: 0, beyond: true };
}

/** @param languageName from a BCP 47 tag to its name in the page's language */
export function viewLedger(
  { ledger }: Pick<IssueTheme, "ledger">,
  languageName: (tag: string) => string,
): LedgerView {
  const { outlets, languages, span, fates, silent } = ledger;
  return {
    outlets: mostFirst(outlets).map(([ownership, count]) => ({ ownership, count })),
    languages: mostFirst(languages).map(([tag, count]) => ({ name: languageName(tag), count })),
    span: span && { from: span[0], to: span[1], precision: "day" },
    fates: mostFirst(fates).map(([fate, count]) => ({ fate, count })),
    silent,
  };
}

function mostFirst<K extends string>(counts: Partial<Record<K, number>>): [K, number][] {
  const entries = Object.entries(counts) as [K, number][];
  return entries.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
