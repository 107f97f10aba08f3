/** Desk notes against the names that there are: what names nothing, and whole articles about which two lines differ. */
import type { Article } from "../model/article.js";
import type { DeskNotes } from "../model/desk-notes.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { closest } from "../text/suggest.js";
import { checkStoryNotes, storyArticles } from "./check-story-notes.js";
import { contradiction } from "./contradiction.js";
import type { GoneNote, PlaceOf } from "./gone-notes.js";
import { type Act, type NamedTarget, namedTargets, type Path } from "./named-targets.js";

type NamedArticle = Pick<Article, "id" | "file">;

export interface CheckedNotes {
  /** Notes that name no theme of the brief, or no article of the corpus. */
  readonly gone: readonly GoneNote[];
  /** Lines that cannot both hold. */
  readonly faults: readonly Diagnostic[];
}

/**
 * @param themes those that the brief prints
 * @param placeOf where the notes have the value at a path
 */
export function checkNotes(
  notes: DeskNotes,
  themes: readonly string[],
  articles: readonly NamedArticle[],
  placeOf: PlaceOf,
): CheckedNotes {
  const named = namedTargets(notes);
  return {
    gone: [...goneThemes(notes, themes), ...goneArticles(notes, named, articles)],
    faults: [
      ...contradictions(named, articles, placeOf),
      ...checkStoryNotes(notes.stories, articles, placeOf),
    ],
  };
}

function goneThemes(notes: DeskNotes, themes: readonly string[]): GoneNote[] {
  const about = (theme: string, path: Path): GoneNote[] =>
    themes.includes(theme)
      ? []
      : [{ path, names: theme, what: "a theme that is not there", hint: hintFor(theme, themes) }];
  return [
    ...Object.keys(notes.themes).flatMap((theme) => about(theme, ["themes", theme])),
    ...notes.pins.flatMap(({ theme }, index) =>
      theme === undefined ? [] : about(theme, ["pins", index, "theme"]),
    ),
  ];
}

function goneArticles(
  notes: DeskNotes,
  named: readonly NamedTarget[],
  articles: readonly NamedArticle[],
): GoneNote[] {
  const files = articles.map(({ file }) => file);
  const names = [...files, ...articles.map(({ id }) => id)];
  const known = new Set(names);
  const mentions = [
    ...named.flatMap(({ target, path }) =>
      target.kind === "statement" ? [] : { article: target.article, path: articlePath(path) },
    ),
    ...storyArticles(notes.stories),
  ];
  return mentions
    .filter(({ article }) => !known.has(article))
    .map(({ article, path }) => {
      const hint = hintFor(article, names);
      return { path, names: article, what: "an article that is not there", hint };
    });
}

/** A bare text names an article as well: then its line is that of the note. */
function articlePath(path: Path): Path {
  return [...path, "article"];
}

function hintFor(name: string, known: readonly string[]): string {
  const near = closest(name, known);
  return near === null ? `write one of ${known.slice(0, 8).join(", ")}` : `did you mean "${near}"?`;
}

/** What two lines say of one whole article; an excluded one has no words either. */
function contradictions(
  named: readonly NamedTarget[],
  articles: readonly NamedArticle[],
  placeOf: PlaceOf,
): Diagnostic[] {
  const ids = new Map(articles.map(({ id, file }) => [file, id]));
  const own = named.flatMap(({ act, target, path }) =>
    target.kind === "statement"
      ? []
      : {
          act,
          path,
          article: target.article,
          id: ids.get(target.article) ?? target.article,
          whole: target.kind === "article",
        },
  );
  const groups = Map.groupBy(own, ({ id }) => id);
  return [...groups.values()].flatMap((group) =>
    group.flatMap((one, index) => {
      for (const earlier of group.slice(0, index)) {
        const what = whatDiffers(earlier, one);
        if (what === null) continue;
        const { path, whole } = one;
        const said = `article "${one.article}" is ${what}`;
        const theme = whole && earlier.whole ? sharedTheme(earlier.act, one.act) : null;
        const message = theme === null ? said : `theme "${theme}": ${said}`;
        return [contradiction(message, [earlier.path, path], placeOf)];
      }
      return [];
    }),
  );
}

interface OnArticle {
  readonly act: Act;
  readonly whole: boolean;
}

function whatDiffers(a: OnArticle, b: OnArticle): string | null {
  const out = [a, b].find(({ act, whole }) => act.kind === "exclude" && whole);
  const other = out === a ? b : a;
  if (out !== undefined && other.act.kind !== "exclude" && other.act.kind !== "remove") {
    return `both ${PAST[other.act.kind](other.act)} and excluded`;
  }
  const areOfOne = a.whole && b.whole && themeOf(a.act) === themeOf(b.act);
  if (!areOfOne || !("theme" in a.act)) return null;
  if (a.act.kind === b.act.kind) return `${PLAIN[a.act.kind]} twice`;
  const kinds = new Set([a.act.kind, b.act.kind]);
  if (!kinds.has("remove")) return null;
  return `both ${PLAIN[a.act.kind]} and ${PLAIN[b.act.kind]}`;
}

/** The theme that both speak of; a pin without one speaks of none. */
function sharedTheme(a: Act, b: Act): string | null {
  const [one, other] = [themeOf(a), themeOf(b)];
  return one !== null && one === other ? one : null;
}

function themeOf(act: Act): string | null {
  return "theme" in act ? act.theme : null;
}

const PLAIN: Readonly<Record<Act["kind"], string>> = {
  pin: "pinned",
  exclude: "excluded",
  add: "added",
  remove: "removed",
  cite: "cited",
};

const PAST: Readonly<Record<"pin" | "add" | "cite", (act: Act) => string>> = {
  pin: () => "pinned",
  add: (act) => `added to theme "${themeOf(act)}"`,
  cite: () => "cited",
};
