/**
 * Desk notes and the articles that an issue looks at in, what the desk orders out: every target as a
 * place in an article. A note whose target is gone is told and passed over; the file stays as it is.
 */
import { type ArticleAnalysis, overlaps } from "../model/analysis.js";
import type { Article } from "../model/article.js";
import type { PinnedPassage } from "../model/choice.js";
import type { MovedPassage } from "../model/desk-decisions.js";
import type { DeskNotes, NoteLine } from "../model/desk-notes.js";
import type { DeskOrders, OrderedLine, OrderedWatch } from "../model/desk-orders.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { findPlaces } from "./find-places.js";
import { type FoundTarget, findTargets } from "./find-targets.js";
import { type GoneNote, lostNote, type PlaceOf, reportGone, reportTwice } from "./gone-notes.js";
import type { Path } from "./named-targets.js";
import { contradictingPassages } from "./passage-contradictions.js";
import { type PlacedPin, placePin } from "./place-pin.js";
import { readWatchDate } from "./watch-date.js";

export interface NotesToResolve {
  readonly notes: DeskNotes;
  readonly placeOf: PlaceOf;
  /** Ids of the themes that the brief prints, in its order. */
  readonly themes: readonly string[];
  /** Articles that the issue looks at. */
  readonly visible: readonly Article[];
  /** Articles that it does not look at, each with the reason. */
  readonly leftOut: readonly { readonly article: Article; readonly reason: string }[];
  /** Of the visible ones, and of those that the desk excludes. */
  readonly analyses: ReadonlyMap<string, ArticleAnalysis>;
  /** Notes that are known to name nothing. */
  readonly gone: readonly GoneNote[];
  /** Looked back at from a day: what was not there yet must not show, be it as a loss. */
  readonly isLookBack: boolean;
}

export interface ResolvedNotes {
  readonly orders: DeskOrders;
  readonly diagnostics: readonly Diagnostic[];
}

export function resolveNotes(request: NotesToResolve): ResolvedNotes {
  const { notes, placeOf, isLookBack, visible, leftOut, analyses } = request;
  const all = [...visible, ...leftOut.map(({ article }) => article)];
  const places = findPlaces(all, analyses);
  const { found, gone: lost } = findTargets({ ...request, places });
  const placed = found.map((target) => placePin(target, { ...request, places }));
  const watch = readWatches(notes);
  const gone = isLookBack
    ? []
    : [...request.gone, ...lost, ...placed.flatMap(({ gone: one }) => one ?? []), ...watch.gone];
  const linesAt = (lines: readonly NoteLine[], path: Path) =>
    lines.flatMap((line, index) => orderLine(line, [...path, index], found, isLookBack) ?? []);
  return {
    orders: {
      bottomLine: linesAt(notes.bottomLine, ["bottomLine"]),
      keyMessages: linesAt(notes.keyMessages, ["keyMessages"]),
      watch: watch.lines.flatMap(({ date, note, path }): OrderedWatch[] => {
        const line = orderLine(note, path, found, isLookBack);
        return line === null ? [] : [{ date, line }];
      }),
      assessments: assessmentsOf(notes, found, isLookBack),
      pins: distinctPins(placed),
      decisions: {
        excluded: found.flatMap(({ act, ranges, reason }) =>
          act.kind === "exclude" ? ranges.map((range) => ({ ...range, reason: reason ?? "" })) : [],
        ),
        moved: [...found.flatMap(movesOf), ...placed.flatMap(({ move }) => move ?? [])],
        lost: gone.map((one) => lostNote(one, placeOf)),
      },
    },
    diagnostics: [
      ...gone.map((one) => reportGone(one, placeOf)),
      ...found
        .filter(({ target }) => places.isTwice(target))
        .map(({ path, target }) => reportTwice(path, target, placeOf)),
      ...contradictingPassages(found, (name) => places.articleOf(name)?.id ?? null, placeOf),
      ...placed.flatMap(({ warning }) => warning ?? []),
    ],
  };
}

/** What is pinned by its words need not be pinned for its article as well. */
function distinctPins(placed: readonly PlacedPin[]): PinnedPassage[] {
  const pins = placed.flatMap(({ pin = [], isOfArticle = false }) =>
    pin.map((one) => ({ one, isOfArticle })),
  );
  return pins
    .filter(
      ({ one, isOfArticle }) =>
        !isOfArticle || !pins.some((other) => !other.isOfArticle && overlaps(other.one, one)),
    )
    .map(({ one }) => one);
}

function movesOf({ act, target, ranges, reason }: FoundTarget): MovedPassage[] {
  if ((act.kind !== "add" && act.kind !== "remove") || target.kind === "article") return [];
  const kind = act.kind === "add" ? "added" : "removed";
  return ranges.map((range) => ({ ...range, theme: act.theme, kind, reason }));
}

/** @returns null for a line that leans on what was not there yet on the day that is looked back from */
function orderLine(
  { text, by, cites }: NoteLine,
  path: Path,
  found: readonly FoundTarget[],
  isLookBack: boolean,
): OrderedLine | null {
  const own = found.filter((one) => one.act.kind === "cite" && startsWith(one.path, path));
  const isSourceGone = own.length < cites.length;
  if (isSourceGone && isLookBack) return null;
  const places = own.flatMap(({ exact }) => exact);
  return { text, ...(by === undefined ? {} : { by }), places, isSourceGone };
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((step, index) => path[index] === step);
}

function assessmentsOf(
  { themes }: DeskNotes,
  found: readonly FoundTarget[],
  isLookBack: boolean,
): ReadonlyMap<string, OrderedLine> {
  return new Map(
    Object.entries(themes).flatMap(([theme, { assessment }]) => {
      if (assessment === undefined) return [];
      const line = orderLine(assessment, ["themes", theme, "assessment"], found, isLookBack);
      return line === null ? [] : [[theme, line] as const];
    }),
  );
}

/** A day that no calendar has is told, and its line printed without it. */
function readWatches({ watch }: DeskNotes) {
  const gone: GoneNote[] = [];
  const lines = watch.map((note, index) => {
    const date = note.date === undefined ? null : readWatchDate(note.date);
    if (note.date !== undefined && date === null) {
      const hint = "write a day as 2021-06-15, or leave it out";
      const path = ["watch", index, "date"];
      gone.push({ path, names: note.date, what: "a date that is in no calendar", hint });
    }
    return { date, note, path: ["watch", index] };
  });
  return { lines, gone };
}
