/**
 * The last issue and this one to what changed between them: new, continued, a figure revised, turned
 * into its opposite, gone quiet. Statements are matched by story, speaker, figure and words, never by
 * their ids alone.
 */
import type { ArticleRange, Conflict } from "../../model/analysis.js";
import type { ChangeKind } from "../../model/issue.js";
import { compareTold, type Likeness, mayComeBack, type Ties } from "./likeness.js";
import { type Revision, revisionIn } from "./revised-figures.js";
import type { Printed, Told } from "./told.js";

/** Something printed, and what it tells. */
export interface PrintedTold extends Printed {
  readonly told: Told;
}

export interface ChangesRequest {
  /** Of the last issue, where their words can still be cited. */
  readonly before: readonly PrintedTold[];
  readonly now: readonly PrintedTold[];
  /** Passages of the period, printed or not, that may come back to what the last issue told. */
  readonly reportedOn: (before: Told) => readonly Told[];
  readonly ties: Ties;
  /** Conflicts between articles of both issues. */
  readonly conflicts: readonly Conflict[];
}

/** A change under the themes that print it. */
export interface Change {
  readonly kind: ChangeKind;
  readonly themes: readonly string[];
  readonly before: ArticleRange | null;
  readonly now: ArticleRange | null;
  /** Words of a revised figure. */
  readonly values: Revision | null;
}

export function findChanges(request: ChangesRequest): Change[] {
  const { before, now } = request;
  const taken = new Set<PrintedTold>();
  const current = now.map((printed): Change => {
    const match = bestMatch(before, printed.told, request);
    if (match === null) {
      return {
        kind: "since-new",
        themes: printed.themes,
        before: null,
        now: printed,
        values: null,
      };
    }
    for (const each of match.all) taken.add(each);
    const { kind, values, was } = match;
    return { kind, themes: printed.themes, before: was, now: printed, values };
  });
  const rest = before.filter((printed) => !taken.has(printed));
  const later = rest.flatMap((printed) => followUp(printed, request) ?? []);
  const isTaken = ({ article }: ArticleRange) =>
    [...taken].some((printed) => printed.article === article) ||
    later.some(({ kind, before: was }) => kind !== "since-quiet" && was?.article === article);
  const quiet = later.filter(({ kind }) => kind === "since-quiet");
  return [
    ...current,
    ...later.filter(({ kind }) => kind !== "since-quiet"),
    ...onePerStory(quiet, request.ties).filter(({ before: was }) => was !== null && !isTaken(was)),
  ];
}

interface Match {
  readonly was: PrintedTold;
  readonly kind: ChangeKind;
  readonly values: Revision | null;
  /** Everything of the last issue that tells the same. */
  readonly all: readonly PrintedTold[];
}

/** A revised figure and a turn say more than that something goes on. */
function bestMatch(
  before: readonly PrintedTold[],
  now: Told,
  request: ChangesRequest,
): Match | null {
  const related = before
    .map((was) => ({ was, ...relate(was.told, now, request) }))
    .filter(({ likeness, values, isOvertaken }) => likeness.score > 0 || values || isOvertaken)
    .sort((a, b) => b.likeness.score - a.likeness.score);
  const found =
    related.find(({ values }) => values !== null) ??
    related.find(({ likeness, isOvertaken }) => likeness.isTurned || isOvertaken) ??
    related[0];
  if (found === undefined) return null;
  const same = related.filter(
    (each) => each === found || each.likeness.score >= found.likeness.score,
  );
  return { was: found.was, ...kindOf(found), all: same.map(({ was }) => was) };
}

interface Related {
  readonly likeness: Likeness;
  readonly values: Revision | null;
  /** The conflicts say that the later one takes the place of the earlier. */
  readonly isOvertaken: boolean;
}

function kindOf({ likeness, values, isOvertaken }: Related) {
  const isTurned = likeness.isTurned || isOvertaken;
  const kind: ChangeKind =
    values !== null ? "since-revised" : isTurned ? "since-reversed" : "since-continued";
  return { kind, values };
}

function relate(before: Told, now: Told, { ties, conflicts }: ChangesRequest): Related {
  const likeness = compareTold(before, now, ties);
  const story = ties.storyOf(before.range.article);
  const isStory = story !== undefined && story === ties.storyOf(now.range.article);
  const change = conflicts.find(
    ({ kind, ranges: [first, last] }) =>
      kind === "superseded" && isIn(first, before.range) && isIn(last, now.range),
  );
  const stated = change?.params.values;
  const values: Revision | null = Array.isArray(stated)
    ? [String(stated[0]), String(stated[1])]
    : likeness.score === 1
      ? null
      : revisionIn(before, now, isStory || likeness.score > 0);
  return { likeness, values, isOvertaken: change !== undefined && values === null };
}

function isIn(range: ArticleRange | undefined, around: ArticleRange): boolean {
  return range?.article === around.article && range.start < around.end && around.start < range.end;
}

/** What no statement of this issue takes up: a report of the period may, or none does. */
function followUp(printed: PrintedTold, request: ChangesRequest): Change | null {
  const reported = request.reportedOn(printed.told);
  const found = reported
    .map((told) => ({ told, ...relate(printed.told, told, request) }))
    .filter(({ likeness, values, isOvertaken }) => likeness.score > 0 || values || isOvertaken)
    .sort((a, b) => b.likeness.score - a.likeness.score)[0];
  const { themes } = printed;
  if (found !== undefined) {
    return { ...kindOf(found), themes, before: printed, now: found.told.range };
  }
  // Another statement of the story does not take this one up, but words that it shares may.
  if (reported.some((told) => mayComeBack(printed.told, told, request.ties))) return null;
  return { kind: "since-quiet", themes, before: printed, now: null, values: null };
}

/** The first statement of a story tells that it went quiet for all of them. */
function onePerStory(quiet: readonly Change[], ties: Ties): Change[] {
  const told = new Set<string>();
  return quiet.filter(({ before }) => {
    const article = before?.article ?? "";
    const key = String(ties.storyOf(article) ?? article);
    return !told.has(key) && told.add(key);
  });
}
