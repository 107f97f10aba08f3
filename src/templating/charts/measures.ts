/** Figures of an issue in, those that give several values for one thing out, never added up. */
import type { Finding, Issue } from "../../model/issue.js";
import { fold } from "../../text/fold.js";
import type { MeasureView } from "../view/index.js";

/** @param outletOf an article's outlet */
export function measuresOf(
  issue: Issue,
  outletOf: (article: string) => string | null,
): readonly MeasureView[] {
  const numbers = new Map(issue.sources.map(({ article, number }) => [article, number]));
  const source = (article: string) => numbers.get(article) ?? 0;
  const findings = new Map(
    [...issue.glance.flags, ...issue.themes.flatMap(({ differ }) => differ)].map((finding) => [
      finding.id,
      finding,
    ]),
  );
  const conflicts = [...findings.values()].flatMap((finding) => {
    const values = valuesOf(finding, outletOf, source);
    return values === null ? [] : [{ words: values[0]?.text ?? "", conflict: true, values }];
  });
  return [...fromGlance(issue, outletOf, source), ...conflicts];
}

/** One noun phrase with several values; parts of a total are no values of one thing. */
function fromGlance(
  { glance: { figures } }: Issue,
  outletOf: (article: string) => string | null,
  source: (article: string) => number,
): readonly MeasureView[] {
  const single = figures.filter(({ role }) => role === "single");
  const groups = Map.groupBy(single, ({ unit }) => fold(unit));
  return [...groups.values()].flatMap((group): MeasureView[] => {
    const distinct = new Set(group.map(({ value }) => value));
    const [first] = group;
    if (first === undefined || distinct.size < 2) return [];
    const values = group.map(({ value, statement, claimant }) => {
      const article = statement.citations[0]?.article ?? "";
      const by = claimant?.name ?? outletOf(article);
      return { value, text: statement.text, by, source: source(article) };
    });
    return [{ words: first.unit, conflict: false, values }];
  });
}

/** @returns null where a value is not written in figures, or they are of no contradiction */
function valuesOf(
  { kind, params, citations }: Finding,
  outletOf: (article: string) => string | null,
  source: (article: string) => number,
): MeasureView["values"] | null {
  const given: readonly unknown[] = Array.isArray(params.values) ? params.values : [];
  if (kind !== "contradiction" || given.length < 2 || given.length !== citations.length)
    return null;
  const values = given.flatMap((each, i) => {
    const text = String(each);
    const value = plainNumber(text);
    const article = citations[i]?.article ?? "";
    return value === null ? [] : [{ value, text, by: outletOf(article), source: source(article) }];
  });
  const distinct = new Set(values.map(({ value }) => value));
  return values.length === given.length && distinct.size > 1 ? values : null;
}

/** Whole numbers alone: what a point or comma means else hangs on the language. */
function plainNumber(text: string): number | null {
  const [digits, ...others] = text.match(/\d+(?:[.,\u00a0\u202f ]\d{3})*(?![\d.,]*\d)/g) ?? [];
  if (digits === undefined || others.length > 0) return null;
  return Number(digits.replaceAll(/\D/g, ""));
}
