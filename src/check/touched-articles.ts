/** The sources of a released issue and the articles of the corpus as they are now in, those that are not as they were out. */
import { placesOf } from "../issue/index.js";
import type { Withdrawn } from "../model/desk-notes.js";
import type { Citation, Issue, Source } from "../model/issue.js";
import type { TouchedArticle, TouchedWords } from "../model/record-check.js";

/** An article as it stands in the corpus. */
export interface Standing {
  readonly id: string;
  readonly text: string;
  readonly textSha256: string;
}

export interface CorpusNow {
  /** By id or by file; null where there is none. */
  readonly find: (name: string) => Promise<Standing | null>;
  readonly withdrawn: Withdrawn;
}

export async function touchedArticles(issue: Issue, corpus: CorpusNow): Promise<TouchedArticle[]> {
  const touched: TouchedArticle[] = [];
  for (const source of issue.sources) {
    // Without an address an article takes its id from its bytes: once they change, its file tells it.
    const now = (await corpus.find(source.article)) ?? (await corpus.find(source.file));
    touched.push(...touchedBy(issue, source, now, corpus.withdrawn));
  }
  return touched;
}

function touchedBy(
  issue: Issue,
  source: Source,
  now: Standing | null,
  withdrawn: Withdrawn,
): TouchedArticle[] {
  const note = withdrawn.find(({ article }) => isNamed(source, article));
  const what = judge(source, now, note !== undefined);
  if (what === null) return [];
  const { number, article, file, title, textSha256 } = source;
  const reason = note?.reason ?? null;
  const hashes = { cited: textSha256, now: now?.textSha256 ?? null };
  const words = touchedWords(issue, article, now);
  return [{ number, article, file, title, what, reason, textSha256: hashes, words }];
}

function isNamed({ article, file, container }: Source, name: string): boolean {
  return [article, file, container].includes(name);
}

function judge(
  { textSha256 }: Source,
  now: Standing | null,
  isWithdrawn: boolean,
): TouchedArticle["what"] | null {
  if (isWithdrawn) return "withdrawn";
  if (now === null) return "gone";
  return now.textSha256 === textSha256 ? null : "changed";
}

/** Every passage of the article that the issue cites, once for each statement or finding. */
function touchedWords(issue: Issue, article: string, now: Standing | null): TouchedWords[] {
  const cited = placesOf(issue).citations.filter(({ value }) => value.article === article);
  const groups = Map.groupBy(cited, ({ value, spot }) =>
    JSON.stringify([spot.id ?? null, value.start, value.end]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return {
      id: first.spot.id ?? null,
      slots: [...new Set(group.flatMap(({ spot }) => spot.slot ?? []))],
      quote: first.value.quote,
      now: whereNow(first.value, now),
    };
  });
}

function whereNow({ start, end, quote }: Citation, now: Standing | null): TouchedWords["now"] {
  if (now === null) return "gone";
  if (now.text.slice(start, end) === quote) return "there";
  return now.text.includes(quote) ? "moved" : "gone";
}
