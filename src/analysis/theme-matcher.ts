/** The lexicon's themes, masks and context compiled into one index of terms. */
import type { Lexicon, Theme, ThemesFile } from "../model/lexicon.js";
import { indexTerms, type TermEntry, type TermIndex } from "../text/term-index.js";

export type TermLevel = "strong" | "near" | "weak" | "negative";

/** What the use of a term means. */
export type TermMeaning =
  | {
      readonly kind: "term";
      readonly theme: string;
      readonly level: TermLevel;
      readonly language: string;
    }
  /** Blanks its words out: for one theme, or for all where `theme` is null. */
  | { readonly kind: "mask"; readonly theme: string | null; readonly language: string | null }
  /** Says that the article is about the region that the lexicon is made for. */
  | { readonly kind: "context" }
  | { readonly kind: "context-mask" };

export interface ThemeMatcher {
  readonly index: TermIndex<TermMeaning>;
  /** Whether the lexicon says what makes an article its own; without that every article is. */
  readonly hasContext: boolean;
  readonly file: ThemesFile;
}

/** Compiles once per run; the result labels any number of articles. */
export function compileThemes(lexicon: Lexicon): ThemeMatcher {
  const file = lexicon.themes;
  const entries = [
    ...file.themes.flatMap(themeEntries),
    ...Object.entries(file.mask).flatMap(([language, terms]) =>
      terms.map((term) => entry(term, { kind: "mask", theme: null, language })),
    ),
    ...Object.values(file.context).flatMap((terms) =>
      terms.map((term) => entry(term, { kind: "context" })),
    ),
    ...file.contextNot.map((term) => entry(term, { kind: "context-mask" })),
    ...localNames(lexicon).map((term) => entry(term, { kind: "context" })),
  ];
  const hasContext = entries.some(({ value }) => value.kind === "context");
  return { index: indexTerms(entries), hasContext, file };
}

const LEVELS: readonly TermLevel[] = ["strong", "near", "weak", "negative"];

function themeEntries({ id: theme, terms: byLanguage }: Theme): TermEntry<TermMeaning>[] {
  return Object.entries(byLanguage).flatMap(([language, terms]) => [
    ...LEVELS.flatMap((level) =>
      terms[level].map((term) => entry(term, { kind: "term", theme, level, language })),
    ),
    ...terms.cs.map((term) => entry(term, { kind: "term", theme, level: "weak", language }, true)),
    ...terms.not.map((term) => entry(term, { kind: "mask", theme, language })),
  ]);
}

function entry(term: string, value: TermMeaning, exactCase = false): TermEntry<TermMeaning> {
  return { term, exactCase, value };
}

/** Full names of the people and bodies on a side of the region itself. */
function localNames({ themes: { contextSides }, entities: { entities } }: Lexicon): string[] {
  const isLocal = (side: string | undefined) => side !== undefined && contextSides.includes(side);
  return entities
    .filter(({ side, background }) => isLocal(side) && !background)
    .flatMap(({ names }) => Object.values(names).flat());
}
