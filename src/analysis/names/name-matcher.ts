/** The lexicon's entities compiled into one index of names. */
import type { Lexicon } from "../../model/lexicon.js";
import { primaryLanguage } from "../../text/primary-language.js";
import { indexTerms, type TermEntry, type TermIndex } from "../../text/term-index.js";

/** What the use of a name means. */
export type NameMeaning =
  /** A form that is safe alone in an article of its language. */
  | { readonly kind: "full"; readonly entity: string; readonly language: string }
  /** A form that needs a full one, or the lexicon's context, beside it. */
  | { readonly kind: "short"; readonly entity: string }
  /** A look-alike of the entity. */
  | { readonly kind: "not"; readonly entity: string }
  /** A name that means one entity or another; `index` among the lexicon's contested names. */
  | { readonly kind: "contested"; readonly term: string; readonly index: number }
  | { readonly kind: "context" }
  | { readonly kind: "context-mask" };

export interface NameMatcher {
  readonly index: TermIndex<NameMeaning>;
  /** Languages in which the lexicon has full forms. */
  readonly languages: ReadonlySet<string>;
}

const compiled = new WeakMap<Lexicon, NameMatcher>();

/** Compiles a lexicon once, however many articles are read with it. */
export function nameMatcher(lexicon: Lexicon): NameMatcher {
  const known = compiled.get(lexicon);
  if (known !== undefined) return known;
  const matcher = compileNames(lexicon);
  compiled.set(lexicon, matcher);
  return matcher;
}

function compileNames({ themes, entities: { entities, contested } }: Lexicon): NameMatcher {
  const entries: TermEntry<NameMeaning>[] = [];
  const add = (terms: readonly string[], value: NameMeaning, exactCase = false) => {
    for (const term of terms) entries.push({ term, value, exactCase });
  };
  for (const { id: entity, names, short, cs, not } of entities) {
    for (const [language, forms] of Object.entries(names)) {
      add(forms, { kind: "full", entity, language });
    }
    add(short, { kind: "short", entity });
    add(cs, { kind: "short", entity }, true);
    add(not, { kind: "not", entity });
  }
  for (const [index, { terms }] of contested.entries()) {
    for (const term of terms) add([term], { kind: "contested", term, index });
  }
  for (const terms of Object.values(themes.context)) add(terms, { kind: "context" });
  add(themes.contextNot, { kind: "context-mask" });
  const languages = new Set(
    entities.flatMap(({ names }) => Object.keys(names).map(primaryLanguage)),
  );
  return { index: indexTerms(entries), languages };
}
