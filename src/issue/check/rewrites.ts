/** Every sentence in generated words keeps to its source, by the same rules as when it was made. */
import type { Issue } from "../../model/issue.js";
import { verifyStatement } from "../../summary/index.js";
import { type Breach, clip } from "./fault.js";
import { placesOf } from "./places.js";

export function checkRewrites(issue: Issue): Breach[] {
  const languages = new Map(issue.sources.map(({ article, language }) => [article, language]));
  return placesOf(issue).statements.flatMap(({ value: statement, spot }): Breach[] => {
    const { rewrite, id } = statement;
    if (rewrite === undefined) return [];
    const verdict = verifyStatement(
      statement,
      rewrite,
      (article) => languages.get(article) ?? null,
    );
    const [fault] = verdict.faults;
    if (fault === undefined) return [];
    const words = fault.words === "" ? "" : `: “${clip(fault.words)}”`;
    const path = `${spot.path ?? ""}.rewrite`;
    return [
      {
        code: "rewrite-unfaithful",
        message: `the ${rewrite.kind} of ${id} breaks the rule ${fault.rule}${words}`,
        at: { ...spot, path },
      },
    ];
  });
}
