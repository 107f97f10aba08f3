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
  const names = articles.flatMap((article) => [article.id, article.file]);
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
  return [
    ...Object.keys(notes.themes)
      .filter((theme) => !themes.includes(theme))
      .map((theme) => about("a theme", theme, themes, ["themes", theme])),
    ...notes.exclude.flatMap(({ article }, index) =>
      names.includes(article)
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
      notes[way].map(({ article }, index) => {
        const path = ["themes", theme, way, index];
        return { theme, way, article, path };
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
    const place = placeOf(path);
    const lines = [placeOf(earlier.path), place].map(({ line }) => line ?? 1).sort((a, b) => a - b);
    const both = earlier.way === way ? `${PAST[way]} twice` : "both added and removed";
    const message = `theme "${theme}": article "${article}" is ${both}, in lines ${lines.join(" and ")}`;
    const hint = "keep the line that you mean, and take the other out";
    return [{ code: "contradictory-override", severity: "error", message, place, hint }];
  });
}

const PAST = { add: "added", remove: "removed" } as const;
