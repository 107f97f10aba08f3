/** The lexicon's themes, masks and context compiled into one index of terms. */
import { ANY_LANGUAGE, type Lexicon, type Theme, type ThemesFile } from "../../model/lexicon.js";
import { stemmerFor } from "../../text/stemmer.js";
import { indexTerms, type TermEntry, type TermIndex } from "../../text/term-index.js";
import { splitWords } from "../../text/words.js";

export type TermLevel = "strong" | "near" | "weak" | "negative";

/** What the use of a term means. */
export type TermMeaning =
  | {
      readonly kind: "term";
      readonly theme: string;
      readonly level: TermLevel;
      readonly language: string;
      /** As the desk wrote it. */
      readonly term: string;
    }
  /** Blanks its words out: for one theme, or for all where `theme` is null. */
  | { readonly kind: "mask"; readonly theme: string | null; readonly language: string | null }
  /** Says that the article is about the region that the lexicon is made for. */
  | { readonly kind: "context" }
  | { readonly kind: "context-mask" };

export interface ThemeMatcher {
  readonly index: TermIndex<TermMeaning>;
  /**
   * The terms of any language by the stems that a language gives them, as nobody writes endings for
   * languages that are not named; null where there are none.
   */
  readonly stemmedFor: ((language: string) => TermIndex<TermMeaning>) | null;
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
  const isStemmed = ({ value, exactCase }: TermEntry<TermMeaning>) =>
    value.kind === "term" && value.language === ANY_LANGUAGE && !exactCase;
  const anywhere = entries.filter(isStemmed);
  return {
    index: indexTerms(entries.filter((one) => !isStemmed(one))),
    stemmedFor: anywhere.length === 0 ? null : stemmedIndexes(anywhere),
    hasContext,
    file,
  };
}

function stemmedIndexes(entries: readonly TermEntry<TermMeaning>[]) {
  const indexes = new Map<string, TermIndex<TermMeaning>>();
  return (language: string) => {
    const known = indexes.get(language);
    if (known !== undefined) return known;
    const index = indexTerms(entries.flatMap((one) => stemmed(one, language)));
    indexes.set(language, index);
    return index;
  };
}

/**
 * The stem in the place of each word that does not run on anyway. One that runs on stands a second
 * time as its stem where that is shorter: `price*` would not find `prices`, of which `pric` is left.
 */
function stemmed(one: TermEntry<TermMeaning>, language: string): TermEntry<TermMeaning>[] {
  const stem = stemmerFor(language);
  const isCut = (folded: string) => !stem(folded).startsWith(folded);
  const open = written(one.term, (folded, runsOn) => (runsOn ? null : stem(folded)));
  const cut = written(one.term, (folded, runsOn) =>
    runsOn && !isCut(folded) ? null : stem(folded),
  );
  return [open, ...(cut === open ? [] : [cut])].map((term) => ({ ...one, term }));
}

/** @param replace what stands in the place of a word and its `*`; null for both as they are */
function written(
  term: string,
  replace: (folded: string, runsOn: boolean) => string | null,
): string {
  let text = "";
  let from = 0;
  for (const { start, end, folded } of splitWords(term)) {
    const runsOn = term[end] === "*";
    const next = replace(folded, runsOn);
    text += term.slice(from, start) + (next ?? term.slice(start, end));
    from = next !== null && runsOn ? end + 1 : end;
  }
  return text + term.slice(from);
}

const LEVELS: readonly TermLevel[] = ["strong", "near", "weak", "negative"];

function themeEntries({ id: theme, terms: byLanguage }: Theme): TermEntry<TermMeaning>[] {
  return Object.entries(byLanguage).flatMap(([language, terms]) => [
    ...LEVELS.flatMap((level) =>
      terms[level].map((term) => entry(term, { kind: "term", theme, level, language, term })),
    ),
    ...terms.cs.map((term) =>
      entry(term, { kind: "term", theme, level: "weak", language, term }, true),
    ),
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
