/** The findings since the last issue in, what a theme prints of them out: counts, single changes, marks. */
import type { Citation, Finding, Statement } from "../model/issue.js";
import type { StatementView, ThemeView } from "./view/index.js";

export function viewChanges(
  since: readonly Finding[] | null,
): Pick<ThemeView, "comparable" | "since" | "sinceCounted" | "sinceTold"> {
  const findings = since ?? [];
  return {
    comparable: since !== null,
    since: findings,
    sinceCounted: COUNTED.flatMap((kind) => {
      const own = findings.filter((finding) => finding.kind === `since-${kind}`);
      const citations = own.flatMap((finding) => finding.citations.slice(-1));
      const before = own.flatMap((finding) => finding.citations.slice(0, -1));
      const earlier = before.length === 0 ? null : { citations: before };
      return own.length === 0 ? [] : [{ kind, count: own.length, citations, before: earlier }];
    }),
    sinceTold: findings.filter(({ kind }) => !COUNTED.some((each) => kind === `since-${each}`)),
  };
}

const COUNTED = ["new", "continued"] as const;
const MARKS = [...COUNTED, "revised", "reversed"] as const;

/** What became of a statement of this issue: it is the last that a finding cites. */
export function changeOf(
  { citations: [own] }: Statement,
  since: readonly Finding[] | null,
): StatementView["change"] {
  if (own === undefined) return null;
  const finding = since?.find(({ kind, citations }) => {
    const now = citations.at(-1);
    return kind !== "since-quiet" && now !== undefined && isSame(now, own);
  });
  return MARKS.find((mark) => finding?.kind === `since-${mark}`) ?? null;
}

const isSame = (a: Citation, b: Citation): boolean =>
  a.article === b.article && a.start === b.start && a.end === b.end;
