/**
 * The version of an issue that was released and the one that takes its place in, what changed between
 * them as findings out: articles first, then figures and statements, then the desk's words.
 */
import type { Finding, Issue } from "../../model/issue.js";
import { changedArticles, nameArticles } from "./article-changes.js";
import { changeFinding } from "./change-finding.js";
import { changedFigures } from "./figure-changes.js";
import { changedStatements } from "./statement-changes.js";

/** What of an issue a comparison looks at: it is done before the issue is sealed. */
export type Comparable = Omit<Issue, "revision" | "seal">;

export function findChanges(before: Comparable, now: Comparable): Finding[] {
  const names = nameArticles(before, now);
  return [
    ...changedArticles(before, now),
    ...changedFigures(before, now, names),
    ...changedStatements(before, now, names),
    ...changedDeskWords(before, now),
    ...changedDeskLines(before, now),
  ];
}

/** Statuses, reasons and assessments are the desk's: that they changed is said, never how. */
function changedDeskWords(before: Comparable, now: Comparable): Finding[] {
  const words = ({ themes }: Comparable) =>
    new Map(
      themes.map(({ id, status, reason, assessment }) => [
        id,
        JSON.stringify([status, reason?.text, assessment?.text]),
      ]),
    );
  const earlier = words(before);
  return [...words(now)]
    .filter(([theme, text]) => earlier.has(theme) && earlier.get(theme) !== text)
    .map(([theme]) => changeFinding("desk-words-changed", { theme }));
}

function changedDeskLines(before: Comparable, now: Comparable): Finding[] {
  const words = ({ desk }: Comparable) =>
    JSON.stringify([
      ...[desk.bottomLine, desk.keyMessages, desk.watch.map(({ line }) => line), desk.standing].map(
        (lines) => lines.map(({ text }) => text),
      ),
      desk.watch.map(({ date }) => date),
    ]);
  return words(before) === words(now) ? [] : [changeFinding("desk-lines-changed", {})];
}
