/** Desk notes against what they speak of: a name that nothing has would lose the desk's words. */
import type { Article } from "../model/article.js";
import type { DeskNotes } from "../model/desk-notes.js";
import type { Diagnostic, Place } from "../model/diagnostic.js";
import { closest } from "../text/suggest.js";
import { checkStoryNotes, storyArticles } from "./check-story-notes.js";

type NamedArticle = Pick<Article, "id" | "file">;

/** @param placeOf where the notes have the value at a path */
export function checkNotes(
  notes: DeskNotes,
  themes: readonly string[],
  articles: readonly NamedArticle[],
  placeOf: (path: readonly PropertyKey[]) => Place,
): Diagnostic[] {
  const files = articles.map(({ file }) => file);
  const names = [...files, ...articles.map(({ id }) => id)];
  const about = (
    what: string,
    name: string,
    known: readonly string[],
    path: readonly PropertyKey[],
  ): Diagnostic => {
    const near = closest(name, known);
    return {
      code: "notes-about-nothing",
      severity: "error",
      message: `the notes name ${what} that is not there: "${name}"`,
      place: placeOf(path),
      hint:
        near === null ? `write one of ${known.slice(0, 8).join(", ")}` : `did you mean "${near}"?`,
    };
  };
  const overrides = overridesOf(notes);
  const excluded = notes.exclude.flatMap(({ article, words }, index) =>
    article === undefined || words !== undefined ? [] : [{ article, path: ["exclude", index] }],
  );
  return [
    ...Object.keys(notes.themes)
      .filter((theme) => !themes.includes(theme))
      .map((theme) => about("a theme", theme, themes, ["themes", theme])),
    ...notes.exclude.flatMap(({ article }, index) =>
      article === undefined || names.includes(article)
        ? []
        : [about("an article", article, names, ["exclude", index, "article"])],
    ),
    ...overrides
      .filter(({ article }) => !names.includes(article))
      .map(({ article, path }) => about("an article", article, names, path)),
    ...storyArticles(notes.stories)
      .filter(({ article }) => !names.includes(article))
      .map(({ article, path }) => about("an article", article, names, path)),
    ...contradictions(overrides, articles, placeOf),
    ...addedAndExcluded(overrides, excluded, articles, placeOf),
    ...checkStoryNotes(notes.stories, articles, placeOf),
  ];
}

interface NamedOverride {
  readonly theme: string;
  readonly way: "add" | "remove";
  /** As the notes name it. */
  readonly article: string;
  readonly path: readonly PropertyKey[];
}

function overridesOf({ themes }: DeskNotes): NamedOverride[] {
  return Object.entries(themes).flatMap(([theme, notes]) =>
    WAYS.flatMap((way) =>
      notes[way].flatMap(({ article, words }, index) => {
        const path = ["themes", theme, way, index];
        return article === undefined || words !== undefined ? [] : [{ theme, way, article, path }];
      }),
    ),
  );
}

const WAYS = ["add", "remove"] as const;

/** The same article twice under a theme: which of the two the desk means cannot be known. */
function contradictions(
  overrides: readonly NamedOverride[],
  articles: readonly NamedArticle[],
  placeOf: (path: readonly PropertyKey[]) => Place,
): Diagnostic[] {
  const ids = new Map(articles.map(({ id, file }) => [file, id]));
  const first = new Map<string, NamedOverride>();
  return overrides.flatMap((override) => {
    const { theme, way, article, path } = override;
    const key = JSON.stringify([theme, ids.get(article) ?? article]);
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, override);
      return [];
    }
    const both = earlier.way === way ? `${PAST[way]} twice` : "both added and removed";
    return [
      contradiction(`theme "${theme}": article "${article}" is ${both}`, [
        placeOf(earlier.path),
        placeOf(path),
      ]),
    ];
  });
}

/** What the brief leaves out has no theme in it. */
function addedAndExcluded(
  overrides: readonly NamedOverride[],
  excluded: readonly { readonly article: string; readonly path: readonly PropertyKey[] }[],
  articles: readonly NamedArticle[],
  placeOf: (path: readonly PropertyKey[]) => Place,
): Diagnostic[] {
  const ids = new Map(articles.map(({ id, file }) => [file, id]));
  const idOf = (name: string) => ids.get(name) ?? name;
  const pathOf = new Map(excluded.map(({ article, path }) => [idOf(article), path]));
  return overrides.flatMap(({ theme, way, article, path }) => {
    const other = pathOf.get(idOf(article));
    if (way !== "add" || other === undefined) return [];
    const message = `article "${article}" is both added to theme "${theme}" and excluded`;
    return [contradiction(message, [placeOf(other), placeOf(path)])];
  });
}

/** @param places of the two, the one to be shown last */
function contradiction(what: string, [other, place]: readonly [Place, Place]): Diagnostic {
  const lines = [other, place].map(({ line }) => line ?? 1).sort((a, b) => a - b);
  return {
    code: "contradictory-override",
    severity: "error",
    message: `${what}, in lines ${lines.join(" and ")}`,
    place,
    hint: "keep the line that you mean, and take the other out",
  };
}

const PAST = { add: "added", remove: "removed" } as const;
