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
  /** The last word may run on: `Türkiye*`. */
  readonly runsOn: boolean;
}

/** Forms by their first word, the longest first. */
export type AliasIndex = ReadonlyMap<string, readonly Form[]>;

/** Where forms of one word that runs on are kept: no word is called so. */
const RUNNING = "*";

export function indexAliases(aliases: readonly Alias[]): AliasIndex {
  const index = new Map<string, Form[]>();
  for (const { id, forms } of aliases) {
    for (const form of forms) {
      const words = splitWords(form).map(({ folded }) => folded);
      const [first] = words;
      if (first === undefined) continue;
      const runsOn = form.endsWith("*");
      const key = runsOn && words.length === 1 ? RUNNING : first;
      index.set(key, [...(index.get(key) ?? []), { id, words, runsOn }]);
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
  const first = words[at]?.folded ?? "";
  const forms = [...(index.get(first) ?? []), ...(index.get(RUNNING) ?? [])];
  const found = forms.find(({ words: wanted, runsOn }) =>
    wanted.every((word, offset) => {
      const there = words[at + offset]?.folded ?? "";
      return there === word || (runsOn && offset === wanted.length - 1 && there.startsWith(word));
    }),
  );
  return found === undefined ? null : { id: found.id, length: found.words.length };
}
