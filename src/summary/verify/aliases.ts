/** The names of one person, body or place to one key, by the words that the table gives it. */
import { splitWords, type Word } from "../../text/words.js";

/** One entry of the lexicon: any of its forms stands for the others. */
export interface Alias {
  readonly id: string;
  readonly forms: readonly string[];
  /** An outlet: its name supports no number and no other name. */
  readonly isOutlet?: boolean;
}

interface Form {
  readonly id: string;
  readonly words: readonly string[];
}

/** Forms by their first word, the longest first. */
export type AliasIndex = ReadonlyMap<string, readonly Form[]>;

export function indexAliases(aliases: readonly Alias[]): AliasIndex {
  const index = new Map<string, Form[]>();
  for (const { id, forms } of aliases) {
    for (const form of forms) {
      const words = splitWords(form).map(({ folded }) => folded);
      const [first] = words;
      if (first === undefined) continue;
      index.set(first, [...(index.get(first) ?? []), { id, words }]);
    }
  }
  for (const forms of index.values()) forms.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/** @returns the alias that starts at a word and how many words it takes */
export function aliasAt(
  words: readonly Word[],
  at: number,
  index: AliasIndex,
): { readonly id: string; readonly length: number } | null {
  const forms = index.get(words[at]?.folded ?? "") ?? [];
  const found = forms.find((form) =>
    form.words.every((word, offset) => words[at + offset]?.folded === word),
  );
  return found === undefined ? null : { id: found.id, length: found.words.length };
}
