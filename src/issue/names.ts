/** From uses of names to the annex of people and bodies with the spellings that the sources use. */
import type { ArticleAnalysis, NameUse } from "../model/analysis.js";
import type { NameEntry } from "../model/issue.js";
import type { Entity, Lexicon } from "../model/lexicon.js";
import { type ArticlesById, cite } from "./statements.js";

/** Entities that the sources spell in another way than the house, or that hold an office. */
export function listNames(
  analyses: readonly ArticleAnalysis[],
  lexicon: Lexicon,
  articles: ArticlesById,
  day: string,
): NameEntry[] {
  const uses = new Map<string, { article: string; use: NameUse }[]>();
  for (const { article, names } of analyses) {
    for (const use of names) {
      uses.set(use.entity, [...(uses.get(use.entity) ?? []), { article, use }]);
    }
  }
  return lexicon.entities.entities.flatMap((entity) => {
    const found = uses.get(entity.id) ?? [];
    if (found.length === 0 || !LISTED.has(entity.type)) return [];
    const roles = rolesOn(entity, day);
    const variants = variantsOf(found, articles);
    if (roles.length === 0 && variants.every(({ text }) => text === entity.name)) return [];
    return { entity: entity.id, type: entity.type, name: entity.name, roles, variants };
  });
}

/** Places and states go by many names that mislead nobody. */
const LISTED: ReadonlySet<Entity["type"]> = new Set(["person", "body", "group"]);

export function rolesOn(entity: Entity, day: string): string[] {
  return entity.roles
    .filter(({ from, to }) => (from ?? "") <= day && day <= (to ?? "9999-12-31"))
    .map(({ role }) => role);
}

/** Each spelling once, with the first place in each article that uses it. */
function variantsOf(
  found: readonly { article: string; use: NameUse }[],
  articles: ArticlesById,
): NameEntry["variants"] {
  const spellings = new Map<string, Map<string, NameUse>>();
  for (const { article, use } of found) {
    const places = spellings.get(use.text) ?? new Map<string, NameUse>();
    if (!places.has(article)) places.set(article, use);
    spellings.set(use.text, places);
  }
  return [...spellings].map(([text, places]) => ({
    text,
    citations: [...places].map(([article, { start, end }]) =>
      cite({ article, start, end }, articles),
    ),
  }));
}
