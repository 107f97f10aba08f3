/** From what was cited to what the sourcing lacks: languages, outlets, dates, second origins. */
import type { Finding, IssueTheme, Source } from "../model/issue.js";
import { makeFinding } from "./findings.js";

const STATE_KINDS = new Set(["state", "state-funded"]);

/** @param languages that the lexicon can read, BCP 47 tags */
export function findGaps(
  sources: readonly Source[],
  themes: readonly IssueTheme[],
  languages: readonly string[],
): Finding[] {
  const about = (kind: Finding["kind"], articles: readonly string[], params = {}) =>
    makeFinding({ kind, params, ranges: [], articles }, new Map());
  const where = (holds: (source: Source) => boolean) =>
    sources.filter(holds).map((source) => source.article);
  const gaps: Finding[] = [];

  const missing = languages.filter((tag) => !sources.some((source) => source.language === tag));
  if (missing.length > 0) gaps.push(about("no-language", [], { languages: missing }));
  const nameless = where((source) => source.outlet === null);
  if (nameless.length > 0) gaps.push(about("outlet-unknown", nameless));
  const dateless = where((source) => source.published === null);
  if (dateless.length > 0) gaps.push(about("date-missing", dateless));
  const state = where(({ outlet, agency }) =>
    [outlet, agency].some((name) => STATE_KINDS.has(name?.known?.kind ?? "")),
  );
  if (state.length > 0) gaps.push(about("state-outlet", state));
  const cited = new Set(sources.map((source) => source.article));
  for (const { id, origins, reports } of themes) {
    const [only] = reports.filter((report) => cited.has(report));
    if (origins.length === 0) gaps.push(about("theme-not-reported", [], { theme: id }));
    if (origins.length === 1 && only !== undefined) {
      gaps.push(about("single-origin", [only], { theme: id }));
    }
  }
  return gaps;
}
