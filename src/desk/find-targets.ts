/** Everything that the notes name in, each with the passages that it means out; what is gone with the nearest that is there. */
import type { ArticleRange } from "../model/analysis.js";
import type { Places } from "./find-places.js";
import { clip, type GoneNote, nameOf } from "./gone-notes.js";
import { type NamedTarget, namedTargets } from "./named-targets.js";
import type { NotesToResolve } from "./resolve-notes.js";

export interface FoundTarget extends NamedTarget {
  /** Whole passages; none of a whole article. */
  readonly ranges: readonly ArticleRange[];
  /** The words that are named, to the letter. */
  readonly exact: readonly ArticleRange[];
}

interface Search extends NotesToResolve {
  readonly places: Places;
}

export interface Targets {
  readonly found: readonly FoundTarget[];
  readonly gone: readonly GoneNote[];
}

export function findTargets(search: Search): Targets {
  const found: FoundTarget[] = [];
  const gone: GoneNote[] = [];
  const told = new Set(search.gone.map(({ path }) => JSON.stringify(path)));
  for (const named of namedTargets(search.notes)) {
    if (isTold(named, told, search)) continue;
    const one = named.target.kind === "article" ? findArticle(named, search) : find(named, search);
    if ("hint" in one) gone.push(one);
    else found.push(one);
  }
  return { found, gone };
}

/** Its article is known to be no article, or its theme no theme of this brief. */
function isTold(
  { act, path }: NamedTarget,
  told: ReadonlySet<string>,
  { themes }: Search,
): boolean {
  if (told.has(JSON.stringify([...path, "article"]))) return true;
  return "theme" in act && act.theme !== null && !themes.includes(act.theme);
}

/** Only what has to be printed has to be within reach: what is left out anyway can be excluded. */
function findArticle(named: NamedTarget, search: Search): FoundTarget | GoneNote {
  const { act, target, path } = named;
  const found = { ...named, ranges: [], exact: [] };
  if (target.kind !== "article" || act.kind !== "pin") return found;
  const why = whyOutOfReach(target.article, search);
  return why === null ? found : outOfReach(path, target.article, why);
}

function find(named: NamedTarget, search: Search): FoundTarget | GoneNote {
  const { target, path, act } = named;
  const { places } = search;
  const exact = places.rangeOf(target);
  if (exact === null) return gone(named, search);
  const ranges = places.passagesAt(exact);
  const why = act.kind === "exclude" ? null : whyOutOfReach(exact.article, search);
  if (why !== null) return outOfReach(path, nameOf(target), why);
  const start = target.kind === "statement" ? exact.start : null;
  return { ...named, exact: [exact], ranges: ranges.map((range) => startingAt(range, start)) };
}

/** A statement may begin in the middle of its passage, where the subject comes up. */
function startingAt(range: ArticleRange, start: number | null): ArticleRange {
  return start !== null && range.start < start && start < range.end ? { ...range, start } : range;
}

function whyOutOfReach(name: string, { visible, leftOut, notes }: Search): string | null {
  const is = ({ id, file }: { readonly id: string; readonly file: string }) =>
    id === name || file === name;
  if (visible.some(is)) return null;
  const left = leftOut.find(({ article }) => is(article));
  // That these notes exclude it as well is told as a contradiction.
  const excluded = notes.exclude.map(({ article, words }) => (words === undefined ? article : ""));
  if (left && [left.article.id, left.article.file].some((own) => excluded.includes(own))) {
    return null;
  }
  return left?.reason ?? "it is out of reach of this issue";
}

function outOfReach(path: NamedTarget["path"], names: string, why: string): GoneNote {
  const hint = `this issue does not look at its article: ${why}`;
  return { path, names, what: "what this issue cannot print", hint };
}

function gone({ target, path }: NamedTarget, search: Search): GoneNote {
  const names = nameOf(target);
  const near = search.places.nearestTo(target);
  if (target.kind === "passage") {
    const hint =
      near === null
        ? "copy the words from the article as brief inspect reading shows it"
        : `did you mean “${clip(near.words)}”?`;
    const unread = whyOutOfReach(target.article, search);
    if (unread !== null) return outOfReach(path, names, unread);
    return { path, names, what: "words that their article does not have", hint };
  }
  const hint =
    near === null
      ? "its article has changed or is out of reach; brief desk new shows the names that there are"
      : `did you mean ${near.statement}: “${clip(near.words)}”?`;
  return { path, names, what: "a statement that is not there", hint };
}
