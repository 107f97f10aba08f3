/** An issue in, the passages that it cites out: article by article, each with every place that uses it. */
import type { CitedPassage, CitingPlace, PassageUse } from "../model/evidence.js";
import type { Citation, Finding, Issue, Statement } from "../model/issue.js";

/** In the order of the text; of passages that start together the longest first. */
export function citedPassages(issue: Issue): ReadonlyMap<string, readonly CitedPassage[]> {
  const uses = usesOf(issue);
  const byArticle = Map.groupBy(uses, ({ citation }) => citation.article);
  return new Map([...byArticle].map(([article, group]) => [article, passagesOf(group)]));
}

interface Use {
  readonly citation: Citation;
  readonly use: PassageUse;
}

function passagesOf(group: readonly Use[]): CitedPassage[] {
  const places = Map.groupBy(group, ({ citation: { start, end } }) => `${start}-${end}`);
  return [...places.values()]
    .flatMap((same): CitedPassage[] => {
      const [first] = same;
      if (first === undefined) return [];
      const { start, end, quote } = first.citation;
      const uses = new Map(same.map(({ use }) => [JSON.stringify(use), use]));
      return [{ start, end, quote, uses: [...uses.values()] }];
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function usesOf(issue: Issue): Use[] {
  const { glance, names, gaps, revision, desk } = issue;
  return [
    ...lined("bottom-line", desk.bottomLine),
    ...lined("key-messages", desk.keyMessages),
    ...lined(
      "watch",
      desk.watch.map(({ line }) => line),
    ),
    ...stated("bottom-line", issue.bottomLine),
    ...stated("key-messages", issue.keyMessages),
    ...stated("glance", statements(glance.figures)),
    ...found("glance", glance.flags),
    ...issue.watch.flatMap((entry) => [
      ...stated("watch", [entry.statement]),
      ...cited(entry.statement.id, [entry.mention], "watch", null),
    ]),
    ...issue.themes.flatMap((theme) => [
      ...stated("happened", theme.happened, theme.id),
      ...stated("says", statements(theme.says), theme.id),
      ...found("differ", theme.differ, theme.id),
      ...stated("background", theme.background, theme.id),
      ...lined("assessment", theme.assessment === null ? [] : [theme.assessment], theme.id),
      ...found("since", theme.since ?? [], theme.id),
    ]),
    ...issue.disagreements.flatMap(({ theme, finding, sides }) => [
      ...found("disagreements", [finding], theme),
      ...stated("disagreements", statements(sides), theme),
    ]),
    ...issue.timeline.flatMap((entry) => [
      ...stated("timeline", [entry.statement]),
      ...cited(entry.statement.id, [entry.mention], "timeline", null),
    ]),
    ...names.flatMap(({ entity, variants }) =>
      variants.flatMap(({ citations }) => cited(entity, citations, "names", null)),
    ),
    ...found("gaps", gaps),
    ...found("corrections", revision?.changes ?? []),
  ];
}

function statements(holders: readonly { readonly statement: Statement }[]): Statement[] {
  return holders.map(({ statement }) => statement);
}

function stated(place: CitingPlace, list: readonly Statement[], theme: string | null = null) {
  return list.flatMap(({ id, citations, context }) => {
    const all = context === undefined ? citations : [context.citation, ...citations];
    return cited(id, all, place, theme);
  });
}

/** Lines of the desk have no names of their own. */
function lined(
  place: CitingPlace,
  lines: readonly { readonly citations?: readonly Citation[] | undefined }[],
  theme: string | null = null,
) {
  return lines.flatMap(({ citations = [] }) => cited("desk", citations, place, theme));
}

function found(place: CitingPlace, list: readonly Finding[], theme: string | null = null) {
  return list.flatMap(({ id, citations }) => cited(id, citations, place, theme));
}

function cited(
  by: string,
  citations: readonly Citation[],
  place: CitingPlace,
  theme: string | null,
): Use[] {
  return citations.map((citation) => ({ citation, use: { by, place, theme } }));
}
