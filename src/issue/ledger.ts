/** From how articles left the run to who was heard on each theme: origins, outlets, languages, days, sides. */
import type { ArticleAnalysis } from "../model/analysis.js";
import type { CoverageEntry, IssueTheme, Ownership, ThemeLedger } from "../model/issue.js";
import type { Lexicon } from "../model/lexicon.js";
import { fold } from "../text/fold.js";
import { primaryLanguage } from "../text/primary-language.js";
import { originsAmong } from "./theme-slots.js";

export type EntriesByArticle = ReadonlyMap<string, CoverageEntry>;

export function entriesByArticle(coverage: readonly CoverageEntry[]): EntriesByArticle {
  return new Map(coverage.flatMap((entry) => (entry.article ? [[entry.article, entry]] : [])));
}

/** @param silent sides that the lexicon wants heard on the theme, and nobody of which speaks */
export function ledgerOf(
  theme: Pick<IssueTheme, "reports" | "backgroundReports">,
  entries: EntriesByArticle,
  silent: readonly string[],
): ThemeLedger {
  const found = (ids: readonly string[]) => ids.flatMap((id) => entries.get(id) ?? []);
  const reports = found(theme.reports);
  const days = reports.flatMap(({ day }) => day?.day ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  return {
    articles: theme.reports.length,
    background: theme.backgroundReports.length,
    origins: originsOf(theme.reports, entries).length,
    outlets: countOutlets(reports),
    languages: countAll(reports.flatMap(({ language }) => language ?? [])),
    span: first === undefined || last === undefined ? null : [first, last],
    fates: countAll([...reports, ...found(theme.backgroundReports)].map(({ fate }) => fate)),
    silent: [...silent],
  };
}

/** One report for each origin, as the entries tell it. */
export function originsOf(reports: readonly string[], entries: EntriesByArticle): string[] {
  return originsAmong(reports, (report) => entries.get(report)?.origin ?? report);
}

/** An outlet counts once; an article that names none counts for itself. */
function countOutlets(reports: readonly CoverageEntry[]): ThemeLedger["outlets"] {
  const outlets = new Map<string, Ownership>();
  for (const { outlet, file } of reports) {
    if (outlet === null) outlets.set(`/${file}`, "unnamed");
    else outlets.set(fold(outlet.name), outlet.ownership);
  }
  return countAll([...outlets.values()]);
}

/** In the order of the keys, so that the same counts give the same bytes. */
function countAll<K extends string>(keys: readonly K[]): Record<K, number> {
  const counts = Object.groupBy(keys.toSorted(), (key) => key);
  const entries = Object.entries<K[] | undefined>(counts).map(([key, all]) => [
    key,
    all?.length ?? 0,
  ]);
  return Object.fromEntries(entries);
}

/** Names of the sides that the lexicon wants heard on a theme and that no report lets speak. */
export function silentSides(
  theme: string,
  reports: readonly string[],
  analyses: ReadonlyMap<string, ArticleAnalysis>,
  { themes, entities }: Lexicon,
  language: string,
): string[] {
  const wanted = themes.themes.find(({ id }) => id === theme)?.sides ?? [];
  if (wanted.length === 0 || reports.length === 0) return [];
  const sideOf = new Map(entities.entities.map(({ id, side }) => [id, side]));
  const heard = new Set(
    reports.flatMap((id) =>
      (analyses.get(id)?.attributions ?? []).map(({ entity }) => sideOf.get(entity ?? "")),
    ),
  );
  return wanted
    .filter((side) => !heard.has(side))
    .map((side) => {
      const names = entities.sides?.[side];
      return names?.[language] ?? names?.[primaryLanguage(language)] ?? names?.en ?? side;
    });
}
