/** The lexicon to the names that a rewrite may put for one another. */
import type { Lexicon } from "../model/lexicon.js";
import type { Rewrite } from "../model/rewrite.js";
import { fold } from "../text/fold.js";

export type Names = NonNullable<Rewrite["names"]>;

export function namesOf({ entities, outlets }: Lexicon): Names {
  const known = entities.entities.map(({ id, name, names, short }) => ({
    entity: id,
    forms: [...new Set([name, ...Object.values(names).flat(), ...short])],
  }));
  const media = outlets.outlets.map(({ id, names }) => ({ entity: `outlet:${id}`, forms: names }));
  return [...known, ...media];
}

/** Those that stand in one of the texts. */
export function namesIn(names: Names, texts: readonly string[]): Names {
  const folded = texts.map(fold);
  const stands = (form: string) => {
    const plain = fold(form.replace(/\*$/, ""));
    return folded.some((text) => text.includes(plain));
  };
  return names.filter(({ forms }) => forms.some(stands));
}
