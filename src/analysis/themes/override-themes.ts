/** Analysed articles and what the desk decided of their themes to analyses in which the desk is right. */
import type { ArticleAnalysis, ArticleTheme } from "../../model/analysis.js";
import type { Article } from "../../model/article.js";
import type { DeskNotes } from "../../model/desk-notes.js";

type Override = NonNullable<ArticleTheme["override"]>;

/** @param notes those on themes; articles by id or file, ones that are not among `articles` pass */
export function overrideThemes(
  analyses: ReadonlyMap<string, ArticleAnalysis>,
  articles: readonly Pick<Article, "id" | "file">[],
  notes: DeskNotes["themes"],
): ReadonlyMap<string, ArticleAnalysis> {
  const decided = decisionsOf(notes, articles);
  if (decided.size === 0) return analyses;
  return new Map(
    [...analyses].map(([id, analysis]) => {
      const own = decided.get(id);
      return [id, own === undefined ? analysis : decide(analysis, own)];
    }),
  );
}

/** By article id, then by theme. */
type Decisions = ReadonlyMap<string, ReadonlyMap<string, Override>>;

function decisionsOf(
  notes: DeskNotes["themes"],
  articles: readonly Pick<Article, "id" | "file">[],
): Decisions {
  const ids = new Map(articles.flatMap(({ id, file }) => [[file, id] as const, [id, id] as const]));
  const decided = new Map<string, Map<string, Override>>();
  for (const [theme, { add, remove }] of Object.entries(notes)) {
    const ways = [
      ...add.map((one) => ({ ...one, kind: "added" as const })),
      ...remove.map((one) => ({ ...one, kind: "removed" as const })),
    ];
    for (const { article, words, kind, reason } of ways) {
      const id = article === undefined || words !== undefined ? undefined : ids.get(article);
      if (id === undefined) continue;
      const own = decided.get(id) ?? new Map<string, Override>();
      decided.set(id, own.set(theme, { kind, reason }));
    }
  }
  return decided;
}

/** Passages of an article that the desk took off a theme would still put it there, so they go too. */
function decide(
  analysis: ArticleAnalysis,
  decided: ReadonlyMap<string, Override>,
): ArticleAnalysis {
  const isRemoved = (theme: string) => decided.get(theme)?.kind === "removed";
  return {
    ...analysis,
    themes: analysis.themes.map((theme) => {
      const override = decided.get(theme.id);
      if (override === undefined) return theme;
      return { ...theme, assigned: override.kind === "added", override };
    }),
    passages: analysis.passages.map((passage) => ({
      ...passage,
      themes: passage.themes.filter(({ id }) => !isRemoved(id)),
    })),
  };
}
