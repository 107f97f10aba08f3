/** How often what was asked for stands in the words of an article. */
import type { Article } from "../model/article.js";
import { indexedWords } from "./indexed-words.js";
import { formsOf } from "./match-forms.js";
import type { TextClause } from "./text-query.js";

export interface ArticleWords {
  readonly title: readonly string[];
  readonly text: readonly string[];
}

/** The words as every index holds them: those of the title, and those of the standfirst and the text. */
export function articleWords({ title, standfirst, paragraphs }: Article): ArticleWords {
  const text = standfirst === null ? paragraphs : [standfirst, ...paragraphs];
  return { title: indexedWords(title), text: indexedWords(text.join("\n")) };
}

export function countClause(
  words: readonly string[],
  { words: asked, runsOn }: TextClause,
): number {
  const [first = "", ...rest] = asked;
  const forms = formsOf(first);
  const beginsWith = (word: string, beginning: string) => word.startsWith(beginning);
  const isFirst =
    rest.length === 0 && runsOn
      ? (word: string) => forms.some((form) => word.startsWith(form))
      : (word: string) => forms.includes(word);
  const last = rest.length - 1;
  const follows = (word: string | undefined, index: number) => {
    const wanted = rest[index] ?? "";
    if (word === undefined) return false;
    return index === last && runsOn ? beginsWith(word, wanted) : word === wanted;
  };
  return words.filter(
    (word, at) => isFirst(word) && rest.every((_, index) => follows(words[at + 1 + index], index)),
  ).length;
}
