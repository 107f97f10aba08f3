/** What desk notes say of stories to the lines that cannot both hold. */
import type { Article } from "../model/article.js";
import type { StoryEdits } from "../model/desk-notes.js";
import type { Diagnostic, Place } from "../model/diagnostic.js";

type Path = readonly PropertyKey[];

/** Articles that the notes merge and split, each with its place in them. */
export function storyArticles({ merge, split }: StoryEdits): { article: string; path: Path }[] {
  return Object.entries({ merge, split }).flatMap(([way, lines]) =>
    lines.flatMap((names, line) =>
      names.map((article, at) => ({ article, path: ["stories", way, line, at] })),
    ),
  );
}

/**
 * Two articles that one line splits and others merge: which the desk means cannot be known.
 * @param placeOf where the notes have the value at a path
 */
export function checkStoryNotes(
  { merge, split }: StoryEdits,
  articles: readonly Pick<Article, "id" | "file">[],
  placeOf: (path: Path) => Place,
): Diagnostic[] {
  const ids = new Map(articles.map(({ id, file }) => [file, id]));
  const idsOf = (names: readonly string[]) => names.map((name) => ids.get(name) ?? name);
  const merged = mergeLines(merge.map(idsOf));
  return split.flatMap((names, line) =>
    repeated(idsOf(names), merged).map(([at, otherAt, mergeLine]): Diagnostic => {
      const place = placeOf(["stories", "split", line]);
      const other = placeOf(["stories", "merge", mergeLine]);
      const lines = [place, other].map((found) => found.line ?? 1).sort((a, b) => a - b);
      return {
        code: "contradictory-stories",
        severity: "error",
        message: `articles "${names[at]}" and "${names[otherAt]}" are both merged and split, in lines ${lines.join(" and ")}`,
        place,
        hint: "keep the line that you mean, and take the other out",
      };
    }),
  );
}

interface Merged {
  /** Number of the set that an article is merged into. */
  readonly setOf: ReadonlyMap<string, number>;
  /** The last line that merges an article. */
  readonly lineOf: ReadonlyMap<string, number>;
}

function mergeLines(lines: readonly (readonly string[])[]): Merged {
  const setOf = new Map<string, number>();
  const lineOf = new Map<string, number>();
  for (const [line, names] of lines.entries()) {
    const sets = new Set(names.flatMap((name) => setOf.get(name) ?? []));
    for (const [name, set] of setOf) if (sets.has(set)) setOf.set(name, line);
    for (const name of names) {
      setOf.set(name, line);
      lineOf.set(name, line);
    }
  }
  return { setOf, lineOf };
}

/** Where in a line the first two articles stand that are merged, and the line that merges the second. */
function repeated(names: readonly string[], { setOf, lineOf }: Merged): [number, number, number][] {
  const firsts = new Map<number, number>();
  for (const [at, name] of names.entries()) {
    const set = setOf.get(name);
    if (set === undefined) continue;
    const first = firsts.get(set);
    if (first !== undefined) return [[first, at, lineOf.get(name) ?? 0]];
    firsts.set(set, at);
  }
  return [];
}
