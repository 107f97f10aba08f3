/** Whoever may see an issue sees what it rests on: it restricts at least as much as the most restricted of its articles. */
import type { CoverageEntry, Fate, Issue, Source } from "../../model/issue.js";
import { isAtLeast, type MarkingScheme, meantMarking, schemesOf } from "../../model/marking.js";
import type { Breach } from "./fault.js";
import { spotAt } from "./places.js";

/**
 * An article that the issue cites, or counts, may not be more restricted than the issue. Of one that it
 * leaves out its account names the file.
 */
export function checkRestrictions(issue: Issue): Breach[] {
  const { marking, sources, coverage } = issue;
  const judge = judgeOf(marking.label, schemesOf(marking));
  const numbered = new Set(sources.map(({ article }) => article));
  return [
    ...sources.flatMap((source, index) =>
      judge(markingsOf(source)).map(({ above, hint }): Breach => {
        const { number, article, file } = source;
        const message = `[${number}] ${file} is ${above}, and the brief that cites it is ${marking.label}`;
        const at = { ...spotAt(["sources", index], issue), article: { id: article } };
        return { code: "marking-too-low", message, at, ...hint };
      }),
    ),
    ...coverage.flatMap((entry, index) => {
      if (entry.article !== null && numbered.has(entry.article)) return [];
      const at = spotAt(["coverage", index], issue);
      return judge(entry.markings ?? []).map(
        ({ above, hint }): Breach => ({ ...accounted(entry, above, marking.label), at, ...hint }),
      );
    }),
  ];
}

interface Above {
  readonly above: string;
  /** Where it is misspelt. */
  readonly hint: Pick<Breach, "hint">;
}

/** The labels that the issue's own does not cover. */
function judgeOf(label: string, schemes: readonly MarkingScheme[]) {
  return (markings: readonly string[]): readonly Above[] =>
    markings
      .filter((own) => !isAtLeast(label, own, schemes))
      .map((above) => {
        const hint = meantMarking(above, schemes);
        return { above, hint: hint === null ? {} : { hint } };
      });
}

/** That of its record, those of who publishes it and of whose copy it is: each once. */
function markingsOf({ markings = [], outlet, agency }: Source): readonly string[] {
  const publishers = [outlet, agency].flatMap((one) => one?.known?.marking ?? []);
  return [...new Set([...markings, ...publishers])];
}

/** What the counts of an issue, its themes and its ledgers rest on besides what it cites. */
const USED: ReadonlySet<Fate> = new Set<Fate>([
  "cited",
  "background",
  "reprint",
  "same-story",
  "not-used",
]);

function accounted(
  { file, fate }: CoverageEntry,
  above: string,
  label: string,
): Pick<Breach, "code" | "message"> {
  return USED.has(fate)
    ? {
        code: "marking-too-low",
        message: `${file} is ${above}, and the brief that counts it is ${label}`,
      }
    : {
        code: "restricted-article-named",
        message: `${file} is ${above}, and is named in the account of a brief that is ${label}`,
      };
}
