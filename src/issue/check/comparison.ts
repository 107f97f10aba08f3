/** What changed since the last issue: every statement of this one accounted for, every side from its own issue. */
import {
  CHANGE_KINDS,
  type ChangeKind,
  type Citation,
  type Finding,
  type Issue,
  type IssueTheme,
  type Statement,
} from "../../model/issue.js";
import { ARROWS } from "../check-status.js";
import { volumeBefore } from "../since/volume.js";
import type { Breach, Sources, Spot } from "./fault.js";
import { spotAt } from "./places.js";

export function checkComparison(issue: Issue, { previous }: Sources): Breach[] {
  const faults = issue.themes.flatMap((theme, index) => {
    const at = spotAt(["themes", index], issue);
    const differs = (message: string, where: Spot = at): Breach => ({
      code: "comparison-differs",
      message: `${theme.id}: ${message}`,
      at: where,
    });
    return [
      ...statusFaults(theme, issue, at),
      ...extentFaults(theme, issue).map((fault) => differs(fault)),
      ...(theme.since ?? []).flatMap((finding, place) => {
        const where = spotAt(["themes", index, "since", place], issue, finding.id);
        return sideFaults(finding, issue).map((fault) => differs(fault, where));
      }),
      ...unaccounted(theme).map((fault) => differs(fault)),
      ...(previous == null ? [] : againstLast(theme, previous).map((fault) => differs(fault))),
    ];
  });
  return [...faults, ...identityFaults(issue, previous ?? null)];
}

/** An arrow is the desk's, it has a reason, and there is something that it points from. */
function statusFaults({ id, status, reason }: IssueTheme, issue: Issue, at: Spot): Breach[] {
  if (!ARROWS.has(status) || (issue.previous !== null && reason !== null)) return [];
  const lacks = issue.previous === null ? "no last issue" : "no reason";
  return [{ code: "status-unsupported", message: `${id} is “${status}” with ${lacks}`, at }];
}

function extentFaults({ since, lastIssue, volume }: IssueTheme, { previous }: Issue): string[] {
  if ((since === null) !== (previous === null)) {
    return ["compares without a last issue, or has one and does not compare"];
  }
  const last = volume.at(-1);
  const isLast = last === undefined || last.issue === previous?.issue;
  if (isLast && (last?.reports ?? null) === lastIssue) return [];
  return ["the number of the last issue is not that of its volume"];
}

const SIDES: Readonly<Record<ChangeKind, readonly ("before" | "now")[]>> = {
  "since-new": ["now"],
  "since-continued": ["before", "now"],
  "since-revised": ["before", "now"],
  "since-reversed": ["before", "now"],
  "since-quiet": ["before"],
};

/** Words of the last issue stand in articles before the period, those of this one in articles of it. */
function sideFaults(finding: Finding, { sources }: Issue): string[] {
  const kind = CHANGE_KINDS.find((known) => known === finding.kind);
  if (kind === undefined) return [`${finding.id} (${finding.kind}) tells of no change`];
  const current = new Map(sources.map(({ article, inPeriod }) => [article, inPeriod]));
  const sides = finding.citations.map(({ article }) => (current.get(article) ? "now" : "before"));
  return [
    ...(sides.join() === SIDES[kind].join()
      ? []
      : [`${finding.id} (${kind}) does not cite the issues that it compares`]),
    ...(kind === "since-revised" ? revisionFaults(finding) : []),
  ];
}

function revisionFaults({ id, params, citations }: Finding): string[] {
  const values = Array.isArray(params.values) ? params.values.map(String) : [];
  const [before, now] = values;
  const stands =
    values.length === 2 &&
    before !== now &&
    values.every((value, side) => citations[side]?.quote.includes(value));
  return stands ? [] : [`the figures of ${id} are not in the words that it cites`];
}

/** Each statement on what happened or who says what is new, goes on, or was changed: once. */
function unaccounted({ happened, says, since }: IssueTheme): string[] {
  if (since === null) return [];
  const now = since.flatMap(({ kind, citations }) =>
    kind === "since-quiet" ? [] : citations.slice(-1).map(placeOf),
  );
  const printed = new Map(
    [...happened, ...says.map(({ statement }) => statement)].map((each) => [each.id, each]),
  );
  return [...printed.values()]
    .filter(
      (statement) => now.filter((place) => place === placeOfStatement(statement)).length !== 1,
    )
    .map(({ id }) => `${id} is not said just once to be new, to go on or to have changed`);
}

const placeOf = ({ article, start, end }: Citation): string => `${article} ${start}-${end}`;
const placeOfStatement = ({ citations: [own] }: Statement): string =>
  own === undefined ? "" : placeOf(own);

/** With the last issue at hand: its numbers, and that it said what it is said to have said. */
function againstLast(theme: IssueTheme, previous: Issue): string[] {
  const said = new Set(
    previous.themes.flatMap(({ happened, says }) =>
      [...happened, ...says.map(({ statement }) => statement)].flatMap(({ citations: [own] }) =>
        own === undefined ? [] : `${own.article} ${own.quote}`,
      ),
    ),
  );
  const before = (theme.since ?? []).flatMap(({ kind, id, citations: [first] }) =>
    kind === "since-new" || first === undefined ? [] : [{ id, first }],
  );
  const volume = volumeBefore(theme.id, previous);
  return [
    ...before
      .filter(({ first }) => !said.has(`${first.article} ${first.quote}`))
      .map(({ id }) => `${id} cites words that ${previous.id} did not print`),
    ...(JSON.stringify(theme.volume) === JSON.stringify(volume)
      ? []
      : [`the volume of earlier issues is not that of ${previous.id}`]),
  ];
}

function identityFaults(issue: Issue, previous: Issue | null): Breach[] {
  const stated = issue.previous;
  if (stated === null || previous === null) return [];
  const { id, number, version, seal } = previous;
  const isSame =
    stated.issue === id &&
    stated.number === number &&
    stated.version === version &&
    stated.seal === seal;
  if (isSame) return [];
  const message = `the last issue is said to be ${stated.issue} ${stated.version}, the record has ${id} ${version}`;
  return [{ code: "comparison-differs", message, at: spotAt(["previous"], issue) }];
}
