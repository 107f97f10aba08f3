/** The sources of a released issue and what the corpus holds now in, those that are not as they were out. */
import type { Finding, Source } from "../../model/issue.js";
import { ARTICLE_INPUT } from "../seal.js";
import { changeFinding } from "./change-finding.js";
import type { Comparable } from "./find-changes.js";

/** An article's id in the released issue, by its id now. */
export type ArticleNames = ReadonlyMap<string, string>;

/** An article without an address has another id once its bytes change: its file tells it again. */
export function nameArticles(before: Comparable, now: Comparable): ArticleNames {
  const byFile = new Map(before.sources.map(({ file, article }) => [file, article]));
  const known = new Set(before.sources.map(({ article }) => article));
  return new Map(
    [...now.sources, ...now.coverage].flatMap(({ article, file }): [string, string][] =>
      article === null
        ? []
        : [[article, known.has(article) ? article : (byFile.get(file) ?? article)]],
    ),
  );
}

export function changedArticles(before: Comparable, now: Comparable): Finding[] {
  const corpus = readCorpus(before, now);
  return before.sources.flatMap((source) => {
    const kind = judge(source, corpus);
    if (kind === null) return [];
    const standing = corpus.idsNow.get(source.article);
    const isSource = standing !== undefined && corpus.cited.has(standing);
    return changeFinding(kind, { source: sourceName(source) }, [], isSource ? [standing] : []);
  });
}

/** How an article is named where it may be no source any more. */
export function sourceName({ title, outlet, agency, file }: Source): string {
  const publisher = (outlet ?? agency)?.name;
  const name = title === "" ? file : title;
  return publisher === undefined ? name : `${name}, ${publisher}`;
}

interface CorpusNow {
  /** Ids that articles have now, by those that they had. */
  readonly idsNow: ReadonlyMap<string, string>;
  readonly excluded: ReadonlySet<string>;
  readonly cited: ReadonlyMap<string, Source>;
  /** SHA-256 of files by path. */
  readonly files: ReadonlyMap<string, string>;
  /** Whether every file of the corpus is listed. */
  readonly isWhole: boolean;
}

function readCorpus(before: Comparable, now: Comparable): CorpusNow {
  const idsNow = [...nameArticles(before, now)].map(([id, former]) => [former, id] as const);
  const excluded = now.coverage.filter(({ fate }) => fate === "excluded");
  const files = now.inputs
    .filter(({ name }) => name.startsWith(ARTICLE_INPUT))
    .map(({ name, sha256 }) => [name.slice(ARTICLE_INPUT.length), sha256] as const);
  return {
    idsNow: new Map(idsNow),
    excluded: new Set(excluded.flatMap(({ article }) => article ?? [])),
    cited: new Map(now.sources.map((source) => [source.article, source])),
    files: new Map(files),
    isWhole: now.beyond === undefined,
  };
}

function judge(source: Source, corpus: CorpusNow): Finding["kind"] | null {
  const standing = corpus.idsNow.get(source.article);
  if (standing === undefined) return corpus.isWhole ? "article-gone" : null;
  if (corpus.excluded.has(standing)) return "article-withdrawn";
  const cited = corpus.cited.get(standing);
  const isSame =
    cited === undefined
      ? standing === source.article && corpus.files.get(source.container) === source.rawSha256
      : cited.textSha256 === source.textSha256;
  return isSame ? null : "article-changed";
}
