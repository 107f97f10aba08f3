/** From the conflicts that an issue prints to a table of them: each with its sides, the latest first. */
import type { FindingKind } from "../../model/analysis.js";
import type { Disagreement, DisagreementKind, Finding, IssueTheme } from "../../model/issue.js";
import { omittingSides, type SideContext, tellingSides } from "./sides.js";

/** @param flags findings on the figures at a glance, which have no theme */
export function findDisagreements(
  themes: readonly Pick<IssueTheme, "id" | "differ">[],
  flags: readonly Finding[],
  context: SideContext,
): Disagreement[] {
  const found = [
    ...themes.flatMap(({ id, differ }) => differ.map((finding) => ({ finding, theme: id }))),
    ...flags.map((finding) => ({ finding, theme: null })),
  ];
  const told = new Set<string>();
  const disagreements = found.flatMap(({ finding, theme }): Disagreement[] => {
    const kind = kindOf(finding);
    if (kind === null || told.has(finding.id)) return [];
    told.add(finding.id);
    const sides = [...tellingSides(finding, context), ...omittingSides(finding, context)];
    return [{ kind, theme, finding, sides }];
  });
  return disagreements.sort(byKindAndDay);
}

/** Null for what sets no two reports apart. */
export function kindOf({
  kind,
  params,
}: Pick<Finding, "kind" | "params">): DisagreementKind | null {
  if (kind === "contradiction" && params.values !== undefined) return "figures";
  return KINDS.get(kind) ?? null;
}

const KINDS: ReadonlyMap<FindingKind, DisagreementKind> = new Map([
  ["contradiction", "claims"],
  ["denial", "claims"],
  ["positions", "claims"],
  ["different-basis", "claims"],
  ["absent-from", "framing"],
  ["different-lists", "framing"],
  ["different-wording", "framing"],
  ["superseded", "superseded"],
]);

/** Changes stand behind what does not agree; of the rest the latest comes first. */
function byKindAndDay(first: Disagreement, second: Disagreement): number {
  const isChange = ({ kind }: Disagreement) => Number(kind === "superseded");
  const apart = isChange(first) - isChange(second);
  if (apart !== 0) return apart;
  const [a, b] = [latestDay(first), latestDay(second)];
  return a === b ? 0 : a > b ? -1 : 1;
}

function latestDay({ sides }: Disagreement): string {
  const days = sides.map(({ statement }) => statement.reported?.day ?? "");
  return days.sort().at(-1) ?? "";
}
