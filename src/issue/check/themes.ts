/** Themes: their names, the reports that carry them, the origins among those, and what stands under them. */
import type { Issue, IssueTheme } from "../../model/issue.js";
import { canonicalJson } from "../seal.js";
import { carriesTheme, originsAmong } from "../theme-slots.js";
import { byDerivation, type Derived } from "./derived.js";
import type { Breach } from "./fault.js";
import { spotAt } from "./places.js";

export const checkThemes = byDerivation((issue, derived) => {
  if (!derived.hasLexicon) return [];
  return issue.themes.flatMap((theme, index) => [
    ...checkTitles(theme, index, issue, derived),
    ...checkMembers(theme, index, issue, derived),
    ...checkOrigins(theme, index, issue, derived),
  ]);
});

function checkTitles(
  theme: IssueTheme,
  index: number,
  issue: Issue,
  { lexicon }: Derived,
): Breach[] {
  const known = lexicon.themes.themes.find(({ id }) => id === theme.id);
  const expected = {
    title: known?.title,
    short: known?.short ?? known?.title,
    question: known?.question,
  };
  return (["title", "short", "question"] as const).flatMap((field): Breach[] => {
    if (field === "question" && theme.question === undefined) return [];
    if (canonicalJson(theme[field] ?? null) === canonicalJson(expected[field] ?? null)) return [];
    const message = `the lexicon does not call ${theme.id} this`;
    return [{ code: "theme-differs", message, at: spotAt(["themes", index, field], issue) }];
  });
}

/** Articles that carry the theme, the whole of them or one passage, are its reports. */
function checkMembers(theme: IssueTheme, index: number, issue: Issue, derived: Derived): Breach[] {
  const { analyses, articles, isWhole } = derived;
  const reports = new Set([...theme.reports, ...theme.backgroundReports]);
  return [...articles.values()].flatMap(({ id, file }): Breach[] => {
    const isLookedAt = isWhole || reports.has(id);
    const carries = carriesTheme(theme.id, analyses.get(id));
    if (!isLookedAt || carries === reports.has(id)) return [];
    const message = carries
      ? `${file} carries ${theme.id} and is not among its reports`
      : `${file} does not carry ${theme.id} and is counted as a report on it`;
    const at = { ...spotAt(["themes", index, "reports"], issue), article: { id } };
    return [{ code: "report-differs", message, at }];
  });
}

/** Copies of one text, and outlets of one publisher, are one origin. */
function checkOrigins(theme: IssueTheme, index: number, issue: Issue, derived: Derived): Breach[] {
  const { relations, articles } = derived;
  if (!theme.reports.every((report) => articles.has(report))) return [];
  const found = originsAmong(theme.reports, relations.originOf);
  if (found.toSorted().join() === theme.origins.toSorted().join()) return [];
  const message = `${theme.id} counts ${theme.origins.length} origins, its ${theme.reports.length} reports have ${found.length}`;
  return [{ code: "origin-differs", message, at: spotAt(["themes", index, "origins"], issue) }];
}
