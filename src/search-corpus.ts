/** From words, and where to look for them, to the articles of a workspace that hold them, best first. */
import { analyseArticles } from "./analysis/index.js";
import { loadLexicon, openWorkspace, type Workspace } from "./config/workspace.js";
import {
  type CorpusStore,
  type DayRange,
  type StoreHit,
  type StoreSearch,
  snippetOf,
  type TextQuery,
} from "./corpus/index.js";
import { FailedRun, settle } from "./failed-run.js";
import type { Host } from "./host/host.js";
import type { Article } from "./model/article.js";
import type { Diagnostic } from "./model/diagnostic.js";
import type { Lexicon, Theme } from "./model/lexicon.js";
import type { SearchLine } from "./model/search.js";
import { fold } from "./text/fold.js";
import { closest } from "./text/suggest.js";
import { withCorpus } from "./workspace-corpus.js";

export interface SearchRequest {
  /** A folder of the workspace. */
  readonly folder: string;
  readonly query: TextQuery;
  /** Id of a theme of the lexicon: only articles that analysis assigns to it. */
  readonly theme?: string | undefined;
  /** An outlet by id or by any of its names. */
  readonly outlet?: string | undefined;
  /** Only articles that state a day of this range. */
  readonly days?: DayRange | undefined;
  readonly limit: number;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface SearchResult {
  readonly lines: readonly SearchLine[];
  readonly diagnostics: readonly Diagnostic[];
}

/** @throws {FailedRun} without a workspace, or without the theme that was asked for */
export async function searchCorpus(host: Host, request: SearchRequest): Promise<SearchResult> {
  const workspace = settle(await openWorkspace(host, request.folder), []);
  const { theme: themeId, outlet, query, days, limit } = request;
  const lexicon =
    themeId === undefined && outlet === undefined ? null : await lexiconOf(host, workspace);
  const theme = themeId === undefined ? null : themeOf(themeId, lexicon);
  const { value: lines, diagnostics } = await withCorpus(
    host,
    workspace,
    async (store) => {
      const search = { query, days, limit, outlets: namesOf(outlet, lexicon) };
      if (theme === null || lexicon === null) {
        return toLines(await store.search(search), store, query);
      }
      const isOnTheme = (article: Article) =>
        analyseArticles([article], lexicon)
          .get(article.id)
          ?.themes.some(({ id, assigned }) => id === theme.id && assigned) === true;
      const among = termsOf(theme, lexicon);
      const hits = await findAssigned(store, { ...search, among }, isOnTheme);
      return toLines(hits, store, query);
    },
    { onProgress: request.onProgress },
  );
  return { lines, diagnostics };
}

/** Hits are analysed one after the other, best first, until enough are on the theme. */
async function findAssigned(
  store: CorpusStore,
  search: StoreSearch,
  isOnTheme: (article: Article) => boolean,
): Promise<StoreHit[]> {
  const found: StoreHit[] = [];
  let looked = 0;
  for (let asked = search.limit * 2; ; asked *= 4) {
    const hits = await store.search({ ...search, limit: asked });
    for (const hit of hits.slice(looked)) {
      if ((await store.load([hit.article])).some(isOnTheme)) found.push(hit);
      if (found.length === search.limit) return found;
    }
    if (hits.length < asked) return found;
    looked = hits.length;
  }
}

async function toLines(
  hits: readonly StoreHit[],
  store: CorpusStore,
  query: TextQuery,
): Promise<SearchLine[]> {
  const articles = await store.load(hits.map(({ article }) => article));
  return hits.map((hit, index) => toLine(hit, articles[index], query));
}

function toLine(
  { article, score }: StoreHit,
  whole: Article | undefined,
  query: TextQuery,
): SearchLine {
  const { id, file, title, outlet, day, language } = article;
  const snippet = whole === undefined ? undefined : snippetOf(whole, query);
  const { text = "", marks = [], isCut = [false, false] } = snippet ?? {};
  return {
    ...{ id, file, title, outlet, day, language },
    score: Number(score.toFixed(6)),
    snippet: { text, marks: [...marks], isCut: [...isCut] },
  };
}

async function lexiconOf(host: Host, workspace: Workspace): Promise<Lexicon> {
  return settle(await loadLexicon(host, workspace), []);
}

function themeOf(id: string, lexicon: Lexicon | null): Theme {
  const themes = lexicon?.themes.themes ?? [];
  const theme = themes.find((candidate) => candidate.id === id);
  if (theme !== undefined) return theme;
  const known = themes.map((candidate) => candidate.id);
  const near = closest(id, known);
  throw new FailedRun([
    {
      code: "unknown-theme",
      severity: "error",
      message: `the lexicon has no theme "${id}"`,
      hint: near === null ? `it has ${known.join(", ")}` : `did you mean "${near}"?`,
    },
  ]);
}

/** An article without any of these is not on the theme. */
function termsOf(theme: Theme, { themes }: Lexicon): string[] {
  const terms = Object.values(theme.terms).flatMap(({ strong, near, weak, cs }) =>
    themes.rule.minStrong > 0 ? strong : [...strong, ...near, ...weak, ...cs],
  );
  return [...new Set(terms)];
}

/** All names of an outlet that the lexicon knows, otherwise the name that was given; folded. */
function namesOf(outlet: string | undefined, lexicon: Lexicon | null): string[] | undefined {
  if (outlet === undefined) return undefined;
  const wanted = fold(outlet);
  const known = lexicon?.outlets.outlets.find(
    ({ id, names }) => id === outlet || names.some((name) => fold(name) === wanted),
  );
  return [...new Set([wanted, ...(known?.names ?? []).map(fold)])];
}
