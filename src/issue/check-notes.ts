/** Desk notes against what they speak of: a name that nothing has would lose the desk's words. */
import type { Article } from "../model/article.js";
import type { DeskNotes } from "../model/desk-notes.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { closest } from "../text/suggest.js";

/** @param file of the notes, as a person would type it */
export function checkNotes(
  notes: DeskNotes,
  themes: readonly string[],
  articles: readonly Pick<Article, "id" | "file">[],
  file: string,
): Diagnostic[] {
  const names = articles.flatMap((article) => [article.id, article.file]);
  const about = (what: string, name: string, known: readonly string[]): Diagnostic => {
    const near = closest(name, known);
    return {
      code: "notes-about-nothing",
      severity: "error",
      message: `the notes name ${what} that is not there: "${name}"`,
      place: { file },
      hint:
        near === null ? `write one of ${known.slice(0, 8).join(", ")}` : `did you mean "${near}"?`,
    };
  };
  return [
    ...Object.keys(notes.themes)
      .filter((theme) => !themes.includes(theme))
      .map((theme) => about("a theme", theme, themes)),
    ...notes.exclude
      .filter(({ article }) => !names.includes(article))
      .map(({ article }) => about("an article", article, names)),
  ];
}
