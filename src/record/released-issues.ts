/** The record of a brief in, its released issues out: the highest version of each, by period. */
import type { Host } from "../host/host.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { type ReleasedIssue, readHeads } from "./read-heads.js";
import { compareVersions, pathOf, type RecordHome, recordFolder } from "./record-places.js";

export interface Released {
  /** By period, then by version. */
  readonly issues: readonly ReleasedIssue[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What counts as released. An issue whose latest version cannot be read is not among them: an older
 * version must not stand in for it in silence.
 */
export async function releasedIssues(
  host: Host,
  home: RecordHome,
  brief: string,
): Promise<Released> {
  const { issues, broken, diagnostics } = await readHeads(host, home, brief);
  const latest = [...Map.groupBy(issues.toSorted(inOrder), ({ id }) => id).values()]
    .flatMap((versions) => versions.slice(-1))
    .filter(
      ({ id, version }) =>
        !broken.some((other) => other.id === id && compareVersions(other.version, version) > 0),
    );
  return { issues: latest.sort(inOrder), diagnostics };
}

/** Every version that was released, those that others superseded included. */
export async function releasedVersions(
  host: Host,
  home: RecordHome,
  brief: string,
): Promise<Released> {
  const { issues, diagnostics } = await readHeads(host, home, brief);
  return { issues: issues.toSorted(inOrder), diagnostics };
}

/**
 * The last issue before a period, as far as it was there by an instant. One whose latest version was
 * withdrawn is none: what it said does not count, and neither does what it took the place of.
 * @param from first day of the period @param cutOff ISO 8601 instant, UTC
 */
export function lastReleased(
  issues: readonly ReleasedIssue[],
  { from, cutOff }: { readonly from: string; readonly cutOff: string },
): ReleasedIssue | null {
  const seen = issues.filter(
    ({ standing, ...issue }) =>
      standing !== "withdrawn" &&
      issue.period.to < from &&
      Date.parse(issue.cutOff) <= Date.parse(cutOff),
  );
  return seen.toSorted(inOrder).at(-1) ?? null;
}

/** Names of the briefs that have a record. */
export async function briefsOfRecord(host: Host, home: RecordHome): Promise<readonly string[]> {
  const folder = pathOf(home, recordFolder(home));
  if (!(await host.exists(folder))) return [];
  const paths = (await host.listFiles(folder)).map(({ path }) => path.split("/"));
  return [...new Set(paths.flatMap(([brief = "", ...below]) => (below.length > 0 ? brief : [])))];
}

function inOrder(a: ReleasedIssue, b: ReleasedIssue): number {
  const [one, other] = [a, b].map(({ period, id }) => `${period.to} ${period.from} ${id}`);
  if (one === undefined || other === undefined || one === other) {
    return compareVersions(a.version, b.version);
  }
  return one < other ? -1 : 1;
}
