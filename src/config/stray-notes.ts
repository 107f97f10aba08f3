/** The folder of desk notes in, the files there that no issue would ever read out. */
import { join } from "node:path";
import type { Host } from "../host/host.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { closest } from "../text/suggest.js";
import type { Workspace } from "./workspace.js";

/** @param isIssue whether a name is that of a week or of two days */
export async function strayNotes(
  host: Host,
  { root, settings }: Workspace,
  isIssue: (name: string) => boolean,
): Promise<readonly Diagnostic[]> {
  const folder = `${settings.corpus}/desk`;
  if (!(await host.exists(join(root, folder)))) return [];
  const briefs = Object.keys(settings.briefs);
  return (await host.listFiles(join(root, folder))).flatMap(({ path }) => {
    const [brief = "", name = "", ...below] = path.split("/");
    const [, issue, ending] = /^(.+)\.(ya?ml)$/.exec(name) ?? [];
    if (issue === undefined || below.length > 0 || brief === "standing") return [];
    const file = `${folder}/${path}`;
    if (!briefs.includes(brief))
      return [unread(file, `there is no brief "${brief}"`, near(brief, briefs))];
    if (!isIssue(issue)) return [unread(file, `there is no issue "${issue}"`, NAMES)];
    return ending === "yml" ? [wrongEnding(file)] : [];
  });
}

const NAMES = "name the file after a week, 2021-W18.yaml, or two days, 2021-05-03--2021-05-09.yaml";

function near(brief: string, briefs: readonly string[]): string {
  const meant = closest(brief, briefs);
  return meant === null
    ? `the settings name ${briefs.join(", ")}: move the notes to one of them`
    : `did you mean "${meant}"?`;
}

/** Of notes that an issue would read under the other ending. */
export function wrongEnding(file: string): Diagnostic {
  return unread(file, "notes end in .yaml", "give the file the ending .yaml");
}

function unread(file: string, why: string, hint: string): Diagnostic {
  const message = `nobody reads these notes: ${why}`;
  return { code: "unread-notes", severity: "warning", message, place: { file }, hint };
}
