/** The desk's status of each theme against what it compares with: an arrow needs a last issue and a reason. */
import type { DeskNotes } from "../model/desk-notes.js";
import type { Diagnostic, Place } from "../model/diagnostic.js";
import type { IssueTheme } from "../model/issue.js";

/** Words that say how something went since the last issue. */
export const ARROWS: ReadonlySet<IssueTheme["status"]> = new Set(["up", "same", "down"]);

type Notes = DeskNotes["themes"][string];

/** The status that is printed: the desk's, where it may stand; never one that was computed. */
export function statusOf(notes: Notes | undefined, isComparable: boolean): IssueTheme["status"] {
  const open = isComparable ? "not-assessed" : "baseline";
  const { status, reason } = notes ?? {};
  if (status === undefined) return open;
  const holds = !ARROWS.has(status) || (isComparable && reason !== undefined);
  return holds ? status : open;
}

/** @param placeOf where the notes have the value at a path */
export function checkStatus(
  { themes }: DeskNotes,
  isComparable: boolean,
  placeOf: (path: readonly PropertyKey[]) => Place,
): Diagnostic[] {
  return Object.entries(themes).flatMap(([theme, notes]): Diagnostic[] => {
    const { status, reason } = notes;
    if (status === undefined || !ARROWS.has(status)) return [];
    const place = placeOf(["themes", theme, "status"]);
    const about = { severity: "warning" as const, place };
    if (!isComparable) {
      const message = `theme "${theme}": status "${status}", and no issue was released before`;
      const hint = "leave the status out, or release the last issue with brief release";
      return [{ code: "status-without-last-issue", ...about, message, hint }];
    }
    if (reason !== undefined) return [];
    const message = `theme "${theme}": status "${status}" without a reason is not printed`;
    const hint = `add a line "reason:" below themes.${theme}`;
    return [{ code: "status-without-reason", ...about, message, hint }];
  });
}
