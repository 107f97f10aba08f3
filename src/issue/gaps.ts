/** From what was cited and who was heard to what the sourcing lacks: languages, outlets, dates, sides. */
import type { Finding, IssueTheme, Source } from "../model/issue.js";
import { ANY_LANGUAGE, type Lexicon } from "../model/lexicon.js";
import { makeFinding } from "./findings.js";

const STATE_KINDS: ReadonlySet<string> = new Set(["state", "state-funded"]);

/** @param languages that the lexicon can read, BCP 47 tags */
export function findGaps(
  sources: readonly Source[],
  themes: readonly IssueTheme[],
  languages: readonly string[],
): Finding[] {
  const where = (holds: (source: Source) => boolean) =>
    sources.filter(holds).map((source) => source.article);
  const gaps: Finding[] = [];
  const missing = languages.filter((tag) => !sources.some((source) => source.language === tag));
  if (missing.length > 0) gaps.push(gap("no-language", { languages: missing }));
  const nameless = where((source) => source.outlet === null);
  if (nameless.length > 0) gaps.push(gap("outlet-unknown", {}, nameless));
  const dateless = where((source) => source.published === null);
  if (dateless.length > 0) gaps.push(gap("date-missing", {}, dateless));
  const state = where(({ outlet, agency }) =>
    [outlet, agency].some((name) => STATE_KINDS.has(name?.known?.kind ?? "")),
  );
  if (state.length > 0) gaps.push(gap("state-outlet", {}, state));
  const cited = new Set(sources.map((source) => source.article));
  const heard = [...new Set(themes.flatMap(({ ledger }) => Object.keys(ledger.languages)))].sort();
  return [...gaps, ...themes.flatMap((theme) => gapsOf(theme, cited, heard))];
}

/** @param heard languages of the period's reports on any theme */
function gapsOf(
  { id, origins, reports, ledger }: IssueTheme,
  cited: ReadonlySet<string>,
  heard: readonly string[],
): Finding[] {
  if (reports.length === 0) return [gap("theme-not-reported", { theme: id })];
  const gaps: Finding[] = [];
  const [only] = reports.filter((report) => cited.has(report));
  if (origins.length === 1 && only !== undefined) {
    const isOneOutlet = reports.length > 1 && outletsOf(ledger.outlets) === 1;
    if (isOneOutlet)
      gaps.push(gap("single-outlet", { theme: id, reports: reports.length }, [only]));
    else gaps.push(gap("single-origin", { theme: id }, [only]));
  }
  const kinds = Object.keys(ledger.outlets);
  if (kinds.length > 0 && kinds.every((kind) => STATE_KINDS.has(kind)))
    gaps.push(gap("state-outlets-only", { theme: id }));
  const languages = heard.filter((tag) => ledger.languages[tag] === undefined);
  if (languages.length > 0 && Object.keys(ledger.languages).length > 0)
    gaps.push(gap("theme-no-language", { theme: id, languages }));
  if (ledger.silent.length > 0)
    gaps.push(gap("side-not-heard", { theme: id, sides: ledger.silent }));
  return gaps;
}

function outletsOf(outlets: IssueTheme["ledger"]["outlets"]): number {
  return Object.values(outlets).reduce((sum, count) => sum + count, 0);
}

function gap(
  kind: Finding["kind"],
  params: Finding["params"],
  articles: readonly string[] = [],
): Finding {
  return makeFinding({ kind, params, ranges: [], articles }, new Map());
}

/** Languages that the terms of a lexicon are in, BCP 47 tags. */
export function lexiconLanguages({ themes }: Lexicon): string[] {
  const tags = new Set(themes.themes.flatMap(({ terms }) => Object.keys(terms)));
  return [...tags].filter((tag) => tag !== ANY_LANGUAGE).sort();
}
