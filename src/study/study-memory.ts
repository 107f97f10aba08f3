/**
 * What a study leaves for the next one: each step's value, for as long as what it was made from is the
 * same. The values are those that the steps give, so that a study with a memory gives what one without
 * it gives.
 */
import { isDeepStrictEqual } from "node:util";
import type { Relations } from "../analysis/index.js";
import type { ParsedLexicon } from "../config/lexicon.js";
import type { ArticleAnalysis } from "../model/analysis.js";
import type { Article } from "../model/article.js";
import type { Outcome } from "../model/diagnostic.js";
import type { Issue } from "../model/issue.js";
import type { ReadIssue, Released } from "../record/index.js";
import { Recent } from "../text/recent.js";
import type { WorkspaceCorpus } from "../workspace-corpus.js";

export interface StudyMemory {
  readonly lexicons: Recent<ParsedLexicon>;
  readonly corpora: CorpusMemory;
  readonly dated: Recent<readonly Article[]>;
  readonly analyses: Recent<ReadonlyMap<string, ArticleAnalysis>>;
  readonly overridden: Recent<ReadonlyMap<string, ArticleAnalysis>>;
  /** With what the desk decided of passages. */
  readonly decided: Recent<ReadonlyMap<string, ArticleAnalysis>>;
  readonly relations: Recent<Relations>;
  /** What was released of a brief; whether the record changed is for others to say. */
  readonly records: Recent<Promise<Released>>;
  readonly released: Recent<Promise<LastIssue>>;
}

/** A released issue as it is compared with. */
export interface LastIssue {
  readonly released: Outcome<ReadIssue>;
  readonly input: Issue["inputs"][number];
  /** Articles that it cites, as it keeps them. */
  readonly cited: readonly Article[];
}

/** Looks that are switched between: a few issues, languages and templates. */
const MOST = 4;

export function openStudyMemory(): StudyMemory {
  return {
    lexicons: new Recent(MOST),
    corpora: new CorpusMemory(),
    dated: new Recent(MOST),
    analyses: new Recent(MOST),
    overridden: new Recent(MOST),
    decided: new Recent(MOST),
    relations: new Recent(MOST),
    records: new Recent(MOST),
    released: new Recent(MOST),
  };
}

/** Articles and the record are read again. */
export function forgetCorpus({ corpora, records, released }: StudyMemory): void {
  corpora.clear();
  records.clear();
  released.clear();
}

/** What decides which articles of a corpus are read. */
export interface CorpusKey {
  /** Root, settings, period and day: texts. */
  readonly of: readonly unknown[];
  /** Strong terms and articles named by the desk: they decide which part of a large corpus is read. */
  readonly reach: string;
}

/** Whether files of the corpus changed is for others to say. */
export class CorpusMemory {
  #kept: { readonly key: CorpusKey; readonly corpus: WorkspaceCorpus }[] = [];
  /** By id, for those that were read again as they were. */
  #former: ReadonlyMap<string, Article> = new Map();

  async get(key: CorpusKey, read: () => Promise<WorkspaceCorpus>): Promise<WorkspaceCorpus> {
    const found = this.#kept.find(
      ({ key: { of, reach }, corpus }) =>
        isDeepStrictEqual(of, key.of) && (corpus.others === null || reach === key.reach),
    );
    if (found !== undefined) return found.corpus;
    const corpus = this.#withFormer(await read());
    this.#kept = [{ key, corpus }, ...this.#kept].slice(0, MOST);
    return corpus;
  }

  /** Everything is read again; an article that comes again as it was is the same object. */
  clear(): void {
    const articles = this.#kept.flatMap(({ corpus }) => corpus.articles);
    this.#former = new Map(articles.map((article) => [article.id, article]));
    this.#kept = [];
  }

  #withFormer(corpus: WorkspaceCorpus): WorkspaceCorpus {
    if (this.#former.size === 0) return corpus;
    const articles = corpus.articles.map((article) => {
      const former = this.#former.get(article.id);
      return former !== undefined && isDeepStrictEqual(former, article) ? former : article;
    });
    return { ...corpus, articles };
  }
}
