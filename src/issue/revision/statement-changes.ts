/** The statements of two versions of an issue in, those that were changed, dropped and added out. */
import type { Finding, Source, Statement } from "../../model/issue.js";
import { splitWords } from "../../text/words.js";
import { statementId } from "../seal.js";
import { slotsOf } from "../walk.js";
import { type ArticleNames, sourceName } from "./article-changes.js";
import { changeFinding } from "./change-finding.js";
import type { Comparable } from "./find-changes.js";

export function changedStatements(
  before: Comparable,
  now: Comparable,
  names: ArticleNames,
): Finding[] {
  const former = statementsByKey(before, new Map());
  const current = statementsByKey(now, names);
  const dropped = [...former.values()].filter(({ key }) => !current.has(key));
  const added = [...current.values()].filter(({ key }) => !former.has(key));
  const pairs = pairUp(dropped, added);
  const paired = new Set(pairs.values());
  const sources = new Map(before.sources.map((source) => [source.article, source]));
  return [
    ...dropped.map((old) => {
      const successor = pairs.get(old);
      return successor === undefined ? drop(old, sources) : change(old, successor);
    }),
    ...added.filter((one) => !paired.has(one)).map(({ statement }) => add(statement)),
  ];
}

/** A statement, and the article that speaks it under the id that it had. */
interface Told {
  readonly key: string;
  readonly article: string;
  readonly statement: Statement;
  /** Folded. */
  readonly words: ReadonlySet<string>;
}

/** Figures at a glance are compared as figures. */
function statementsByKey(content: Comparable, names: ArticleNames): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>();
  for (const { statement } of slotsOf({ ...content, glance: { figures: [], flags: [] } })) {
    const [citation] = statement.citations;
    if (citation === undefined) continue;
    const article = names.get(citation.article) ?? citation.article;
    const key = statementId({ article, quote: citation.quote });
    if (told.has(key)) continue;
    const words = new Set(splitWords(statement.text).map(({ folded }) => folded));
    told.set(key, { key, article, statement, words });
  }
  return told;
}

/** A statement of the same article in nearly the same words has taken the place of another. */
function pairUp(dropped: readonly Told[], added: readonly Told[]): ReadonlyMap<Told, Told> {
  const pairs = new Map<Told, Told>();
  const free = new Set(added);
  for (const old of dropped) {
    let best: Told | null = null;
    let most = ALIKE;
    for (const one of free) {
      const likeness = one.article === old.article ? likenessOf(old, one) : 0;
      if (likeness >= most) [best, most] = [one, likeness];
    }
    if (best === null) continue;
    pairs.set(old, best);
    free.delete(best);
  }
  return pairs;
}

/** Part of the words of both that both have. */
const ALIKE = 0.6;

function likenessOf({ words }: Told, other: Told): number {
  const shared = [...words].filter((word) => other.words.has(word)).length;
  return shared / Math.max(1, words.size + other.words.size - shared);
}

function change({ statement: old }: Told, { statement }: Told): Finding {
  return changeFinding("statement-changed", { before: old.text }, statement.citations.slice(0, 1));
}

function drop({ article, statement }: Told, sources: ReadonlyMap<string, Source>): Finding {
  const source = sources.get(article);
  const name = source === undefined ? article : sourceName(source);
  return changeFinding("statement-dropped", { before: statement.text, source: name });
}

function add({ citations }: Statement): Finding {
  return changeFinding("statement-added", {}, citations.slice(0, 1));
}
