/**
 * Editions in, the archive that those with certain markings see at an instant out. What they may not see,
 * or not yet, is as if it were not there: an earlier version is the latest then, and nothing counts it.
 */
import { compareVersions } from "../record/index.js";
import type { Edition } from "./edition.js";

export interface ArchivedVersion {
  readonly edition: Edition;
  /** The latest version; null where it is that itself. */
  readonly supersededBy: Edition | null;
}

export interface ArchivedIssue {
  readonly brief: string;
  readonly issue: string;
  /** The latest version, withdrawn or not. */
  readonly latest: Edition;
  /** The latest first. */
  readonly versions: readonly ArchivedVersion[];
  /** Whether the latest version can be read. */
  readonly stands: boolean;
  /** Of the end of its period. */
  readonly year: string;
}

export interface ArchivedBrief {
  readonly id: string;
  /** As its newest issue has them. */
  readonly title: string;
  readonly desk: string | null;
  readonly language: string;
  /** The newest first. */
  readonly issues: readonly ArchivedIssue[];
  /** The newest first. */
  readonly years: readonly string[];
}

export interface Sight {
  readonly sees: (marking: string) => boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** @returns briefs by their ids, whatever the order of the editions */
export function buildArchive(
  editions: readonly Edition[],
  { sees, now }: Sight,
): readonly ArchivedBrief[] {
  const seen = editions.filter((edition) => whyWithheld(edition, { sees, now }) === null);
  const briefs = Map.groupBy(seen, ({ brief }) => brief);
  return [...briefs.values()].map(archiveBrief).toSorted((a, b) => compareText(a.id, b.id));
}

/** @returns null for one that is shown */
export function whyWithheld(
  { marking, embargo }: Edition,
  { sees, now }: Sight,
): "marking" | "embargo" | null {
  if (!sees(marking)) return "marking";
  return embargo !== null && Date.parse(embargo) > now ? "embargo" : null;
}

function archiveBrief(editions: readonly Edition[]): ArchivedBrief {
  const issues = [...Map.groupBy(editions, ({ issue }) => issue).values()]
    .flatMap(archiveIssue)
    .toSorted((a, b) => compareText(orderOf(b), orderOf(a)));
  const named = issues.find(({ stands }) => stands) ?? issues[0];
  return {
    id: named?.brief ?? "",
    title: named?.latest.title ?? "",
    desk: named?.latest.desk ?? null,
    language: named?.latest.language ?? "en",
    issues,
    years: [...new Set(issues.map(({ year }) => year))],
  };
}

function archiveIssue(editions: readonly Edition[]): ArchivedIssue[] {
  const sorted = editions.toSorted((a, b) => compareVersions(b.version, a.version));
  const [latest] = sorted;
  if (latest === undefined) return [];
  const versions = sorted.map((edition) => ({
    edition,
    supersededBy: edition === latest ? null : latest,
  }));
  const { brief, issue, period, withdrawn } = latest;
  const year = period.to.slice(0, 4);
  return [{ brief, issue, latest, versions, stands: withdrawn === null, year }];
}

function orderOf({ latest: { period, issue } }: ArchivedIssue): string {
  return `${period.to} ${period.from} ${issue}`;
}

/** By code units: the same in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
