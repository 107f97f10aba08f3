/** Coverage and a filter in, the articles that pass out, and what there is to filter by. */
import type { CoverageEntry, Fate } from "../../../model/coverage.js";

export interface Filter {
  readonly fate: Fate | null;
  readonly theme: string | null;
  readonly outlet: string | null;
  readonly language: string | null;
  /** Words that stand in file, title, outlet or reason. */
  readonly text: string;
}

export const NO_FILTER: Filter = {
  fate: null,
  theme: null,
  outlet: null,
  language: null,
  text: "",
};

export interface Row {
  readonly entry: CoverageEntry;
  /** Citation number; null where it is not cited. */
  readonly number: number | null;
  readonly title: string | null;
}

export function filterRows(rows: readonly Row[], filter: Filter): readonly Row[] {
  const words = fold(filter.text).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const { fate, outlet, language } = row.entry;
    return (
      (filter.fate === null || filter.fate === fate) &&
      (filter.language === null || filter.language === language) &&
      (filter.outlet === null || filter.outlet === outlet?.name) &&
      (filter.theme === null || themesOf(row).includes(filter.theme)) &&
      words.every((word) => haystack(row).includes(word))
    );
  });
}

export function themesOf({ entry }: Row): readonly string[] {
  return entry.themes.filter(({ assigned }) => assigned).map(({ id }) => id);
}

/** Values of a column with the number of rows that have each, most first. */
export function tally(
  values: readonly (string | null | undefined)[],
): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const value of values) {
    if (value !== null && value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

function haystack({ entry, title }: Row): string {
  const { file, outlet, reason, article } = entry;
  return fold([file, article, title, outlet?.name, reason].join(" "));
}

/** Lower case without marks, so that a name is found however it is spelled. */
function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
