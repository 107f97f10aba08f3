/** The themes of an issue in, how many reports and origins each had in every issue out, this one last. */
import type { Issue } from "../../model/issue.js";
import type { IssueVolumeView } from "../view/index.js";

/** Null where nothing was released before. */
export function issueVolumeOf(
  { id, previous, themes }: Issue,
  shortOf: (theme: string) => string,
): IssueVolumeView | null {
  if (previous === null) return null;
  const earlier = themes.flatMap(({ volume }) => volume.map(({ issue }) => issue));
  // The longest memory has the order; all of them end with the last issue.
  const longest = themes.reduce(
    (most, { volume }) => (volume.length > most.length ? volume : most),
    [] as (typeof themes)[number]["volume"],
  );
  const order = longest.map(({ issue }) => issue);
  const issues = [...new Set([...order, ...earlier, previous.issue])];
  return {
    issues: [...issues, id],
    themes: themes.map(({ id: theme, volume, reports, origins }) => {
      const of = (issue: string) => volume.find((each) => each.issue === issue) ?? null;
      return {
        id: theme,
        short: shortOf(theme),
        reports: [...issues.map((issue) => of(issue)?.reports ?? null), reports.length],
        origins: [...issues.map((issue) => of(issue)?.origins ?? null), origins.length],
      };
    }),
  };
}
