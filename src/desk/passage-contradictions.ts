/** What the notes say of single passages in, two lines that cannot both hold out: a passage has one place. */
import { type ArticleRange, overlaps } from "../model/analysis.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { contradiction } from "./contradiction.js";
import type { FoundTarget } from "./find-targets.js";
import { clip, nameOf, type PlaceOf } from "./gone-notes.js";
import type { Act } from "./named-targets.js";

/** @param idOf id of the article that has a name; null where none has it */
export function contradictingPassages(
  found: readonly FoundTarget[],
  idOf: (article: string) => string | null,
  placeOf: PlaceOf,
): Diagnostic[] {
  const about = found.filter(({ ranges }) => ranges.length > 0);
  return [...ofPassages(about, placeOf), ...ofExcluded(found, about, idOf, placeOf)];
}

/** By its id a statement does not say that its article is excluded as a whole. */
function ofExcluded(
  found: readonly FoundTarget[],
  about: readonly FoundTarget[],
  idOf: (article: string) => string | null,
  placeOf: PlaceOf,
): Diagnostic[] {
  const excluded = new Map(
    found.flatMap(({ act, target, path }) =>
      act.kind === "exclude" && target.kind === "article"
        ? [[idOf(target.article), path] as const]
        : [],
    ),
  );
  return about.flatMap(({ act, target, ranges, path }) => {
    const other = excluded.get(ranges[0]?.article ?? null);
    if (target.kind !== "statement" || other === undefined || !PUTS.has(act.kind)) return [];
    const message = `“${target.statement}” is ${PAST[act.kind]}, and its article excluded`;
    return [contradiction(message, [other, path], placeOf)];
  });
}

function ofPassages(about: readonly FoundTarget[], placeOf: PlaceOf): Diagnostic[] {
  const groups = Map.groupBy(about, ({ ranges: [first] }) => first?.article);
  return [...groups.values()].flatMap((group) =>
    group.flatMap((one, index) => {
      const earlier = group
        .slice(0, index)
        .find((other) => shares(other.ranges, one.ranges) && whatDiffers(other.act, one.act));
      const what = earlier && whatDiffers(earlier.act, one.act);
      if (earlier === undefined || !what) return [];
      const message = `“${clip(nameOf(one.target))}” is ${what}`;
      return [contradiction(message, [earlier.path, one.path], placeOf)];
    }),
  );
}

function shares(some: readonly ArticleRange[], others: readonly ArticleRange[]): boolean {
  return some.some((range) => others.some((other) => overlaps(range, other)));
}

/** Null where both can hold. */
function whatDiffers(a: Act, b: Act): string | null {
  if (a.kind === "cite" && b.kind === "cite") return null;
  const kinds = [a.kind, b.kind];
  if (kinds.includes("exclude")) {
    const other = a.kind === "exclude" ? b : a;
    return PUTS.has(other.kind) ? `both ${PAST[other.kind]} and excluded` : null;
  }
  if (kinds.includes("cite")) return null;
  return differOnThemes(a, b);
}

const PUTS: ReadonlySet<Act["kind"]> = new Set(["pin", "add", "cite"]);

function differOnThemes(a: Act, b: Act): string | null {
  const isSame = themeOf(a) === themeOf(b);
  if (a.kind === "remove" && b.kind === "remove") return isSame ? "removed twice" : null;
  if (a.kind === "remove" || b.kind === "remove") {
    const other = a.kind === "remove" ? b : a;
    return isSame ? `both ${PAST[other.kind]} and removed` : null;
  }
  if (isSame && slotOf(a) === slotOf(b)) return `${PAST[b.kind]} twice`;
  return `put in two places, ${placeOfAct(a)} and ${placeOfAct(b)}`;
}

function themeOf(act: Act): string | null {
  return "theme" in act ? act.theme : null;
}

function slotOf(act: Act): string | null {
  return act.kind === "pin" ? act.slot : null;
}

function placeOfAct(act: Act): string {
  const steps = [themeOf(act), slotOf(act)].filter((step) => step !== null);
  return steps.length === 0 ? "where it stands by itself" : steps.join(": ");
}

const PAST: Readonly<Record<Act["kind"], string>> = {
  pin: "pinned",
  exclude: "excluded",
  add: "added",
  remove: "removed",
  cite: "cited",
};
